/** The administrator has removed an app: its page is gone, and the host goes back to the list. */
export class AdminAppRemovedEvent extends Event {
  /** `done`: what has been done, as a sentence. */
  constructor(readonly done: string) {
    super('admin-app-removed', { bubbles: true, composed: true });
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'admin-app-removed': AdminAppRemovedEvent;
  }
}
