import type { Resources } from './find-resources.ts';

/** One test as its file has it; each runner knows the other fields of its own kind. */
export interface ConformanceLine {
  readonly id: string;
}

/**
 * Runs one line. `undefined` when everything that the line states is met, otherwise the first thing that is not, with
 * what was expected and what came. It may throw: that is the line's failure too.
 */
export type LineRunner<Line extends ConformanceLine> = (
  line: Line,
  resources: Resources,
) => string | undefined;

/** The lines of one file, each ready to be run. */
export interface LineTest {
  readonly id: string;
  /** What the line is about, for the table: the part of a file that fails together. */
  readonly category: string;
  run(): string | undefined;
}

export interface LineResult {
  readonly id: string;
  /** Relative to the folder that was asked for. */
  readonly file: string;
  readonly category: string;
  readonly passed: boolean;
  /** `''` when it passed. */
  readonly reason: string;
}
