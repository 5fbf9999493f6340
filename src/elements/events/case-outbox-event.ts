/** `retry`: send it again now. `export`: save a copy as a file. `delete`: give it up for good. */
export type OutboxAction = 'retry' | 'export' | 'delete';

/** What the user wants done with a form on this computer. `delete` has been confirmed. */
export class CaseOutboxEvent extends Event {
  readonly action: OutboxAction;
  readonly instanceId: string;

  constructor(action: OutboxAction, instanceId: string) {
    super('case-outbox', { bubbles: true, composed: true });
    this.action = action;
    this.instanceId = instanceId;
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'case-outbox': CaseOutboxEvent;
  }
}
