import type { RecordingProblem } from '../../replay/format/recording.ts';
import type { Divergence } from '../../replay/play/divergence.ts';

/** How one recording went, as reporters tell it. */
export interface Played {
  readonly file: string;
  /** The file again, where the recording has no title. */
  readonly title: string;
  readonly outcome: 'same' | 'differs' | 'failed';
  readonly divergence: Divergence | undefined;
  /** What kept it from being played, for `failed`. */
  readonly problems: readonly RecordingProblem[];
  readonly warnings: readonly string[];
  /** Lines that went as they say. */
  readonly lines: number;
  readonly milliseconds: number;
}
