/** A case block that must not be applied: nothing of its form is. `message` is a sentence for people. */
export class CaseTransactionError extends Error {
  override readonly name = 'CaseTransactionError';

  constructor(
    message: string,
    readonly caseId: string,
  ) {
    super(message);
  }
}
