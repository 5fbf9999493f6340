/** Why a file could not be opened. */
export interface LoadProblem {
  /** The file, and the file inside it: `app.ccz: suite.xml`. */
  readonly file: string;
  /** 1-based. */
  readonly line: number | undefined;
  /** What is wrong there. */
  readonly message: string;
  /** What to do about it, or `''`. */
  readonly remedy: string;
}
