/** The owner that a user chose last, kept beside the user's database of that name. It is no secret: an id of a group or location. */
export class LastOwner {
  readonly #key: string;

  constructor(database: string) {
    this.#key = `caseload.lastOwner.${database}`;
  }

  read(): string | undefined {
    return localStorage.getItem(this.#key) ?? undefined;
  }

  write(ownerId: string): void {
    localStorage.setItem(this.#key, ownerId);
  }

  forget(): void {
    localStorage.removeItem(this.#key);
  }
}
