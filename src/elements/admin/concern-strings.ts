/** What the page of forms that went too far says. */
export interface ConcernStrings {
  readonly hint: string;
  readonly none: string;
  readonly form: (name: string, username: string) => string;
  readonly foreignCase: string;
  readonly foreignTarget: (target: string) => string;
  readonly unknownOwner: (owner: string) => string;
  readonly seen: string;
  /** The same for a screen reader, which has to hear what. */
  readonly seenOf: (form: string) => string;
  readonly seenBy: (username: string) => string;
  readonly marked: (form: string) => string;
  readonly withSeen: string;
  readonly older: string;
}
