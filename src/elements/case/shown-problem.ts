/** Something that went wrong, as people are told: what happened, what it means, what to do. */
export interface ShownProblem {
  /** What happened, in a few words; `''` for a general heading. */
  readonly title: string;
  /** What it means for the person. */
  readonly meaning: string;
  /** What to do. */
  readonly remedy: string;
  /** What support may ask for: a file and line, an error text. `''` for nothing. */
  readonly details: string;
  /** Whether the person's answers are known to be kept. */
  readonly safe: boolean;
}
