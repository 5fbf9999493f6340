/** One thing that is wrong in an app definition of our own. */
export interface DefinitionProblem {
  /** What CommCare's builder calls it, where it knows it. */
  readonly kind?: string | undefined;
  /** Where, as `modules[0].forms[1].update_case.edd` or a file and a place in it. */
  readonly place: string;
  readonly message: string;
  /** What to do about it, as a sentence. */
  readonly remedy: string;
}

/** An app definition that cannot be compiled, with everything that is wrong in it. */
export class AppDefinitionError extends Error {
  override readonly name = 'AppDefinitionError';

  constructor(readonly problems: readonly DefinitionProblem[]) {
    super(
      problems.map(({ place, message, remedy }) => `${place}: ${message} ${remedy}`).join('\n'),
    );
  }
}
