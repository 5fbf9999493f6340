/**
 * One short text that a user has settled, kept beside the user's database of that name until it is forgotten. Nothing secret: an id of
 * a group, a code of a language.
 */
export class KeptSetting {
  readonly #key: string;

  constructor(name: string, database: string) {
    this.#key = `caseload.${name}.${database}`;
  }

  read(): string | undefined {
    return localStorage.getItem(this.#key) ?? undefined;
  }

  write(text: string): void {
    localStorage.setItem(this.#key, text);
  }

  forget(): void {
    localStorage.removeItem(this.#key);
  }
}
