import type { LineOf, RecordingLine } from './line-shapes.ts';

/** The version of the format that this program writes and reads. */
export const RECORDING_VERSION = 1;

/** A story as data: what is pinned, and what people do and see, a line each. */
export interface Recording {
  readonly file: string;
  readonly header: LineOf<'recording'>;
  /** Everything after the first line, included files in place. */
  readonly lines: readonly RecordingLine[];
}

/** One thing that is wrong in a recording. */
export interface RecordingProblem {
  readonly file: string;
  /** 1-based. */
  readonly line: number;
  readonly message: string;
  /** What to do about it, as a sentence. */
  readonly remedy: string;
}

/** A recording that cannot be played, with everything that is wrong in it. */
export class RecordingError extends Error {
  override readonly name = 'RecordingError';

  constructor(readonly problems: readonly RecordingProblem[]) {
    super(
      problems
        .map(({ file, line, message, remedy }) => `${file}:${line}: ${message} ${remedy}`)
        .join('\n'),
    );
  }
}
