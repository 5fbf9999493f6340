import type { GivenSource } from '../case/given-file.ts';

/** The user opens this: an app or a form, and a restore where one was given. */
export class CaseOpenEvent extends Event {
  readonly files: readonly GivenSource[];

  constructor(files: readonly GivenSource[]) {
    super('case-open', { bubbles: true, composed: true });
    this.files = files;
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'case-open': CaseOpenEvent;
  }
}
