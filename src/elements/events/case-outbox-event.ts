import { WorkEvent } from './work-event.ts';

/** `retry`: send it again now. `export`: save a copy as a file. `delete`: give it up for good. */
export type OutboxAction = 'retry' | 'export' | 'delete';

/** What the user wants done with a form on this computer. `delete` has been confirmed. */
export class CaseOutboxEvent extends WorkEvent {
  readonly action: OutboxAction;
  readonly #instanceId: string;

  constructor(action: OutboxAction, instanceId: string) {
    super('case-outbox');
    this.action = action;
    this.#instanceId = instanceId;
  }

  override get instanceId(): string {
    return this.#instanceId;
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'case-outbox': CaseOutboxEvent;
  }
}
