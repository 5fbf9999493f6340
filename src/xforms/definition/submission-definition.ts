/** Where and how finished forms go: the `<submission>` of the model. ODK XForms, "Submission". */
export interface SubmissionDefinition {
  /** Where the form wants to be sent; `undefined` leaves it to the host. */
  readonly action: string | undefined;
  /** The only one that ODK knows; `form-data-post` is its older name. */
  readonly method: 'post';
  /** `base64RsaPublicKey`: who sends the form has to encrypt it with this key. */
  readonly encryptionKey: string | undefined;
  /** `orx:auto-send` and `orx:auto-delete`; `undefined` leaves it to the host's own setting. */
  readonly autoSend: boolean | undefined;
  readonly autoDelete: boolean | undefined;
}
