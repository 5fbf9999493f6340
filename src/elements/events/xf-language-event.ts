import { WorkEvent } from './work-event.ts';

/** The person chose another language for the form. */
export class XfLanguageEvent extends WorkEvent {
  readonly language: string;

  constructor(language: string) {
    super('xf-language');
    this.language = language;
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'xf-language': XfLanguageEvent;
  }
}
