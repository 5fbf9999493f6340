/** The person chose the language of the interface: a code of `INTERFACE_LANGUAGES`, or `''` for the one that fits the app. */
export class CaseLanguageEvent extends Event {
  readonly language: string;

  constructor(language: string) {
    super('case-language', { bubbles: true, composed: true });
    this.language = language;
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'case-language': CaseLanguageEvent;
  }
}
