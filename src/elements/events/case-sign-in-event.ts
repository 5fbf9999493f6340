/** The user asks to be signed in. */
export class CaseSignInEvent extends Event {
  readonly username: string;
  readonly password: string;

  constructor(username: string, password: string) {
    super('case-sign-in', { bubbles: true, composed: true });
    this.username = username;
    this.password = password;
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'case-sign-in': CaseSignInEvent;
  }
}
