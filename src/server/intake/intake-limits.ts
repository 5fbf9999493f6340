/** Upper bounds of one submission, in bytes and numbers. */
export interface IntakeLimits {
  readonly requestBytes: number;
  readonly formBytes: number;
  readonly attachmentBytes: number;
  readonly attachments: number;
}

const MEBIBYTE = 2 ** 20;

export const INTAKE_LIMITS: IntakeLimits = {
  requestBytes: 64 * MEBIBYTE,
  formBytes: 8 * MEBIBYTE,
  attachmentBytes: 16 * MEBIBYTE,
  attachments: 50,
};
