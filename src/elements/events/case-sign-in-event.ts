import { WorkEvent } from './work-event.ts';

/** The user asks to be signed in. */
export class CaseSignInEvent extends WorkEvent {
  readonly username: string;
  readonly password: string;

  constructor(username: string, password: string) {
    super('case-sign-in');
    this.username = username;
    this.password = password;
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'case-sign-in': CaseSignInEvent;
  }
}
