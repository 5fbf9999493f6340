/**
 * A text of the suite before it is put into words: the same union stands in menus, headers, cells and assertions.
 * `mixture` is literal text with expressions between.
 */
export type SuiteText = PlainText | LocaleText | XPathText | MixtureText;

export interface PlainText {
  readonly kind: 'plain';
  readonly text: string;
}

/** A line of the app's strings; `${0}`, `${1}` … in it are filled with the arguments. */
export interface LocaleText {
  readonly kind: 'locale';
  /** The key; a text of its own when the suite computes it. */
  readonly key: string | SuiteText;
  readonly arguments: readonly SuiteText[];
}

/** An expression; `$name` in it is the variable of that name. */
export interface XPathText {
  readonly kind: 'xpath';
  readonly source: string;
  readonly variables: readonly TextVariable[];
}

export interface TextVariable {
  readonly name: string;
  readonly text: SuiteText;
}

export interface MixtureText {
  readonly kind: 'mixture';
  readonly parts: readonly SuiteText[];
}

/** What a menu, a command or an action shows of itself. */
export interface Display {
  readonly text: SuiteText;
  /** `jr://file/…` of picture and sound. */
  readonly image: SuiteText | undefined;
  readonly audio: SuiteText | undefined;
  /** A short text, usually a count, beside the name. */
  readonly badge: SuiteText | undefined;
  readonly hint: SuiteText | undefined;
}

/** The text without any words. */
export const EMPTY_TEXT: PlainText = { kind: 'plain', text: '' };

/** A display that is nothing but its text. */
export function textDisplay(text: SuiteText): Display {
  return { text, image: undefined, audio: undefined, badge: undefined, hint: undefined };
}
