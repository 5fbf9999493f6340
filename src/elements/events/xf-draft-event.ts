import { WaitingEvent } from './waiting-event.ts';

/** About a second after a change: the draft of the form that `<xf-form>` runs by itself, for the page to keep. */
export class XfDraftEvent extends WaitingEvent {
  readonly #write: () => Promise<string>;

  /** The unfinished instance without the files that answers name; `.draft` goes on with it. */
  readonly xml: string;

  constructor(xml: string, write: () => Promise<string>) {
    super('xf-draft');
    this.xml = xml;
    this.#write = write;
  }

  /** The draft with everything that belongs to it, as one text that only `.session` understands: files, language, screen, ids. */
  token(): Promise<string> {
    return this.#write();
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'xf-draft': XfDraftEvent;
  }
}
