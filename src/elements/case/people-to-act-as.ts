/** Somebody as whom an administrator may work. */
export interface PersonToActAs {
  readonly username: string;
  readonly displayName: string;
  /** The groups and locations that the person belongs to. */
  readonly places: readonly string[];
}

/** Those whom a search has found: the first of them, and how many there are besides. */
export interface PeopleToActAs {
  readonly people: readonly PersonToActAs[];
  readonly more: number;
}
