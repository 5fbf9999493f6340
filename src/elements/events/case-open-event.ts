/** The user opens these files: an app or a form, and a restore where one was given. */
export class CaseOpenEvent extends Event {
  readonly files: readonly File[];

  constructor(files: readonly File[]) {
    super('case-open', { bubbles: true, composed: true });
    this.files = files;
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'case-open': CaseOpenEvent;
  }
}
