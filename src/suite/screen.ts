import type { Entry } from './entry.ts';

/** What the person sees next in an app: derived from the session, never stored. */
export type Screen = MenuScreen | ListScreen | FormScreen | AssertionScreen | ErrorScreen;

export interface MenuScreen {
  readonly kind: 'menu';
  readonly title: string;
  readonly choices: readonly MenuChoice[];
}

export interface MenuChoice {
  /** The command id, to be handed back to `AppSession.choose`. */
  readonly id: string;
  readonly kind: 'menu' | 'entry';
  readonly text: string;
  /** The entry behind the choice, so that its owner can be checked before it is opened. */
  readonly entry: Entry | undefined;
}

/** A case list (or a list over any other nodeset). */
export interface ListScreen {
  readonly kind: 'list';
  readonly entry: Entry;
  /** The datum that a chosen row answers. */
  readonly datumId: string;
  readonly title: string;
  readonly headers: readonly string[];
  readonly rows: readonly ListRow[];
  readonly emptyText: string;
  /** True when choosing a row should first show its detail. */
  readonly hasDetail: boolean;
}

export interface ListRow {
  readonly id: string;
  readonly cells: readonly string[];
  /** What is searched and sorted by, column by column. */
  readonly sortKeys: readonly (string | number)[];
}

/** One tab of the long detail of a row. */
export interface DetailTab {
  readonly title: string;
  readonly rows: readonly { readonly label: string; readonly value: string }[];
}

/** All data are there: the form can open. */
export interface FormScreen {
  readonly kind: 'form';
  readonly entry: Entry;
  readonly xmlns: string;
  readonly title: string;
  /** `session/data` by datum id. */
  readonly datums: Readonly<Record<string, string>>;
}

/** An assertion of the entry failed. `key` is the locale key of its text, when it has one. */
export interface AssertionScreen {
  readonly kind: 'assertion';
  readonly entry: Entry;
  readonly key: string | undefined;
  readonly text: string;
}

/** The app is at fault here; the rest of it stays usable. */
export interface ErrorScreen {
  readonly kind: 'error';
  readonly message: string;
}
