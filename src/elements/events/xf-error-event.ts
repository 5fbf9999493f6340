import type { FormProblem } from '../../xforms/definition/form-parse-error.ts';
import { WorkEvent } from './work-event.ts';

/** A form cannot be opened: every fault that was found, each with its place in `file` (line 0: in no line). */
export class XfErrorEvent extends WorkEvent {
  readonly file: string;
  readonly problems: readonly FormProblem[];
  /** What was thrown. */
  readonly error: unknown;

  constructor(file: string, problems: readonly FormProblem[], error: unknown) {
    super('xf-error');
    this.file = file;
    this.problems = problems;
    this.error = error;
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'xf-error': XfErrorEvent;
  }
}
