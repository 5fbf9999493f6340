/** A finished form that is not with the server yet, as the outbox shows it. */
export interface UnsentForm {
  readonly instanceId: string;
  readonly formName: string;
  /** The case that the form is about, or `''`. */
  readonly caseName: string;
  readonly finished: Date;
  readonly state: 'pending' | 'sending' | 'rejected';
  /** What the server said, or `''`. */
  readonly reason: string;
}
