/** One fault of a form: what is wrong, at which reference (when known) and in which line. */
export interface FormProblem {
  readonly message: string;
  readonly ref: string | undefined;
  readonly line: number;
}

/** A form that cannot be opened, with every fault that was found, not only the first. */
export class FormParseError extends Error {
  override readonly name = 'FormParseError';

  constructor(
    readonly file: string,
    readonly problems: readonly FormProblem[],
  ) {
    super(problems.map((problem) => describe(file, problem)).join('\n'));
  }
}

function describe(file: string, problem: FormProblem): string {
  const place = problem.line > 0 ? `${file}, line ${problem.line}` : file;
  return problem.ref === undefined
    ? `${place}: ${problem.message}`
    : `${place}, ${problem.ref}: ${problem.message}`;
}
