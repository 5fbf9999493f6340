import type { LoadProblem } from '../case/load-problem.ts';
import { WorkEvent } from './work-event.ts';

/** The app that an embedded `<case-app>` or `<case-list>` was given cannot be opened: every fault with its place. */
export class CaseProblemEvent extends WorkEvent {
  readonly problems: readonly LoadProblem[];
  /** What was thrown. */
  readonly error: unknown;

  constructor(problems: readonly LoadProblem[], error: unknown) {
    super('case-problem');
    this.problems = problems;
    this.error = error;
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'case-problem': CaseProblemEvent;
  }
}
