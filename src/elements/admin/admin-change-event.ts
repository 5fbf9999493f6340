import type { ProjectChange } from '../../project/project-change.ts';

/** The administrator saves something: the project asks whom it hits, then makes the changes together. */
export class AdminChangeEvent extends Event {
  constructor(
    readonly changes: readonly ProjectChange[],
    /** What has been done, as a sentence, once it is. */
    readonly done: string,
  ) {
    super('admin-change', { bubbles: true, composed: true });
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'admin-change': AdminChangeEvent;
  }
}
