/**
 * A case block that must not be applied: nothing of its form is. `message` is a sentence for people; `line` is where
 * the block or its fault stands in the document (1-based, 0 when it is not known).
 */
export class CaseTransactionError extends Error {
  override readonly name = 'CaseTransactionError';

  constructor(
    message: string,
    readonly caseId: string,
    readonly line: number = 0,
  ) {
    super(message);
  }
}
