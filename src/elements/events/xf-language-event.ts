/** The person chose another language for the form. */
export class XfLanguageEvent extends Event {
  readonly language: string;

  constructor(language: string) {
    super('xf-language', { bubbles: true, composed: true });
    this.language = language;
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'xf-language': XfLanguageEvent;
  }
}
