/** One short text that somebody has settled, such as the owner or the language that was chosen last. */
export interface Setting {
  /** `undefined` as long as nothing was chosen. */
  read(): string | undefined;
  write(text: string): void;
}

/** As long as the page. */
export class ShortSetting implements Setting {
  #text: string | undefined;

  read(): string | undefined {
    return this.#text;
  }

  write(text: string): void {
    this.#text = text;
  }
}
