import { WorkEvent } from './work-event.ts';

/** The person chose the language of the interface: a code of `INTERFACE_LANGUAGES`, or `''` for the one that fits the app. */
export class CaseLanguageEvent extends WorkEvent {
  readonly language: string;

  constructor(language: string) {
    super('case-language');
    this.language = language;
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'case-language': CaseLanguageEvent;
  }
}
