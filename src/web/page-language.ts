import { languageDirection, languageTag } from '../elements/form/form-language.ts';
import { interfaceLanguage, loadStrings } from '../elements/strings/interface-languages.ts';
import { KeptSetting } from '../storage/kept-setting.ts';

/**
 * The language of the page: of what the interface says (`interface-language` on the document), and of the app (`lang`). The interface
 * speaks the language that the person has chosen on this computer, else that of the app, else the first of the browser's that it knows.
 * Writing runs in the direction of the interface; a form turns its questions round by itself.
 */
export class PageLanguage {
  readonly #kept = new KeptSetting('interfaceLanguage', 'page');
  #app = '';
  #shown = '';

  /** The code of the chosen language, or `''` for the one that fits the app. */
  get chosen(): string {
    return this.#kept.read() ?? '';
  }

  choose(code: string): void {
    if (code === '') this.#kept.forget();
    else this.#kept.write(code);
    void this.show(this.#app);
  }

  /** Shows what the interface says in the language that fits an app whose language the app calls so; `''` for none. */
  async show(appLanguage: string): Promise<void> {
    this.#app = appLanguage;
    const tag = languageTag(appLanguage);
    const code = interfaceLanguage([this.chosen, tag, ...navigator.languages]);
    if (this.#shown === `${code} ${tag}`) return;
    this.#shown = `${code} ${tag}`;
    mark(document.documentElement, code, tag || code);
    // Without its file the page goes on in English, and tries again with the next page.
    await loadStrings(code).catch(() => (this.#shown = ''));
  }
}

function mark(page: HTMLElement, code: string, tag: string): void {
  page.lang = tag;
  page.dir = languageDirection(code);
  page.setAttribute('interface-language', code);
}
