/** Something wrong in an app that does not keep the rest of it from working. */
export interface AppProblem {
  readonly file: string;
  /** 1-based; 0 when the whole file is meant. */
  readonly line: number;
  readonly message: string;
  /** What to do about it, as a sentence. */
  readonly remedy: string;
}
