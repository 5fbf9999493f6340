import type { ListView } from '../case/list-view.ts';
import { WorkEvent } from './work-event.ts';

/** The user searched, sorted or turned the page of a list: what to hand back as `view` when they return to it. */
export class CaseListViewEvent extends WorkEvent {
  readonly view: ListView;

  constructor(view: ListView) {
    super('case-list-view');
    this.view = view;
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'case-list-view': CaseListViewEvent;
  }
}
