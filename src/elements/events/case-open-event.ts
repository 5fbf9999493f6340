import type { GivenSource } from '../case/given-file.ts';
import { WorkEvent } from './work-event.ts';

/** The user opens this: an app or a form, and a restore where one was given. */
export class CaseOpenEvent extends WorkEvent {
  readonly files: readonly GivenSource[];

  constructor(files: readonly GivenSource[]) {
    super('case-open');
    this.files = files;
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'case-open': CaseOpenEvent;
  }
}
