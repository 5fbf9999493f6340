import { WaitingEvent } from './waiting-event.ts';
import type { WorkIds } from './work-event.ts';
import type { FinishedForm, SubmittedFile, SubmittedInstance } from './xf-submit-event.ts';

/**
 * A form of an embedded `<case-app>` is to be sent. The page takes it by `waitUntil`: the form waits on this computer, and comes again,
 * until a promise has been fulfilled. `reject` says that it will never be taken as it is.
 */
export class CaseSubmitEvent extends WaitingEvent implements SubmittedInstance {
  readonly xml: string;
  readonly attachments: readonly SubmittedFile[];
  #isTaken = false;
  #rejection: string | undefined;

  constructor({ xml, attachments }: FinishedForm, work: WorkIds) {
    super('case-submit', { work });
    this.xml = xml;
    this.attachments = attachments;
  }

  /** Whether the page has anything to do with it. */
  get isTaken(): boolean {
    return this.#isTaken;
  }

  /** What the person is told; `undefined` when the form is not refused. */
  get rejection(): string | undefined {
    return this.#rejection;
  }

  override waitUntil(taken: Promise<unknown>): void {
    this.#isTaken = true;
    super.waitUntil(taken);
  }

  /** Keeps the form on this computer for the person to decide about; `message` says what is wrong with it. */
  reject(message: string): void {
    this.#rejection = message;
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'case-submit': CaseSubmitEvent;
  }
}
