import type { Unplaced } from '../format/write-recording.ts';
import type { RecordingLine } from '../format/line-shapes.ts';

/** What must hold whatever people do. */
export type FlawKind =
  /** Something was thrown. */
  | 'thrown'
  /** A form without a fault was not taken. */
  | 'notTaken'
  /** A draft came back as something else. */
  | 'reopened'
  /** A case that nobody owns, or that points to nothing. */
  | 'unsound'
  /** A case of somebody to whom the person could not have given it. */
  | 'foreignOwner'
  /** The server refused a form that the device took. */
  | 'rejected';

/** A broken promise that a walk has come upon. */
export interface Flaw {
  readonly kind: FlawKind;
  readonly message: string;
  /** The form, the type of case …: two flaws of one kind about the same are one. */
  readonly about: string;
  /** The line that fails as long as the flaw is there: the last one of its recording. */
  readonly line: Unplaced<RecordingLine>;
}
