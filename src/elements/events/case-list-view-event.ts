import type { ListView } from '../case/list-view.ts';

/** The user searched, sorted or turned the page of a list: what to hand back as `view` when they return to it. */
export class CaseListViewEvent extends Event {
  readonly view: ListView;

  constructor(view: ListView) {
    super('case-list-view', { bubbles: true, composed: true });
    this.view = view;
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'case-list-view': CaseListViewEvent;
  }
}
