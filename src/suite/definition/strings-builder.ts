import type { AppStrings } from '../app-strings.ts';
import type { SuiteText } from '../suite-text.ts';
import type { LocalizedText } from './json-reader.ts';

/** Gathers the texts of an app by language while its menus and lists are made. */
export class StringsBuilder {
  readonly #languages: readonly string[];
  readonly #strings: ReadonlyMap<string, Map<string, string>>;

  constructor(languages: readonly string[]) {
    this.#languages = languages;
    this.#strings = new Map(['default', ...languages].map((language) => [language, new Map()]));
  }

  /** Remembers a text under a key and returns what stands for it in the suite. */
  add(key: string, text: LocalizedText): SuiteText {
    for (const [language, words] of Object.entries(text)) {
      this.#strings.get(language)?.set(key, words);
    }
    this.#strings.get('default')?.set(key, this.inDefault(text));
    return { kind: 'locale', key, arguments: [] };
  }

  /** The text in the default language, or the first that there is. */
  inDefault(text: LocalizedText): string {
    const [first = ''] = this.#languages;
    return text[first] ?? text['default'] ?? Object.values(text)[0] ?? '';
  }

  build(): ReadonlyMap<string, AppStrings> {
    return this.#strings;
  }
}
