/** A finished form on its way to a receiver: the part `xml_submission_file` and one part per attachment. */
export interface Submission {
  /** `meta/instanceID`: the key by which a receiver knows a repeat. */
  readonly instanceId: string;
  readonly xml: string;
  readonly attachments: readonly SubmissionAttachment[];
}

export interface SubmissionAttachment {
  /** The file name that the instance names. */
  readonly name: string;
  readonly mediaType: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** A file of a form that a receiver keeps. */
export interface AttachmentReceipt {
  readonly name: string;
  /** SHA-256 of its bytes, in small hexadecimal digits. */
  readonly sha256: string;
}

/**
 * What a receiver said. `retry`: nothing is known to be stored, send again later. `rejected`: it will never be taken as it is.
 * `signIn`: the session has ended; the form stays where it is until the user has signed in again.
 */
export type SubmissionOutcome =
  | {
      readonly kind: 'accepted';
      readonly message: string;
      /** All files of the form that it keeps now, also from earlier requests; `undefined` when it does not say. */
      readonly attachments?: readonly AttachmentReceipt[] | undefined;
    }
  | { readonly kind: 'retry'; readonly message: string; readonly afterSeconds: number | undefined }
  | { readonly kind: 'rejected'; readonly message: string }
  | { readonly kind: 'signIn'; readonly message: string };
