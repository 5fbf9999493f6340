/**
 * One short text that a user has settled, kept beside the user's database of that name until it is forgotten. Nothing secret: an id of
 * a group, a code of a language. What may name people is kept in `sessionStorage`, which goes with the tab.
 */
export class KeptSetting {
  readonly #key: string;
  readonly #storage: Storage;

  constructor(name: string, database: string, storage = localStorage) {
    this.#storage = storage;
    this.#key = keyOf(name, database);
  }

  read(): string | undefined {
    return this.#storage.getItem(this.#key) ?? undefined;
  }

  write(text: string): void {
    this.#storage.setItem(this.#key, text);
  }

  forget(): void {
    this.#storage.removeItem(this.#key);
  }

  /** Forgets the setting of this name of every user, but for the one of the database `except`. */
  static forgetAll(name: string, storage: Storage, except?: string): void {
    const own = except === undefined ? undefined : keyOf(name, except);
    const keys = Object.keys(storage).filter((key) => key.startsWith(keyOf(name, '')));
    for (const key of keys) if (key !== own) storage.removeItem(key);
  }
}

function keyOf(name: string, database: string): string {
  return `caseload.${name}.${database}`;
}
