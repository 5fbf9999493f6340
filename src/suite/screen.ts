import type { Entry, PostRequest } from './entry.ts';
import type { Graph } from './graph.ts';
import type { CellEndpoint, DetailGrid } from './detail.ts';
import type { QueryAnswers, QueryDatum } from './query-datum.ts';
import type { SortKey } from './rank-keys.ts';

/** What the person sees next in an app: derived from the session, never stored. End a switch with a default case. */
export type Screen =
  | MenuScreen
  | ListScreen
  | FormScreen
  | AssertionScreen
  | ErrorScreen
  | QueryScreen
  | PostScreen
  | EndScreen
  | LinkScreen;

export interface MenuScreen {
  readonly kind: 'menu';
  readonly menuId: string;
  readonly title: string;
  /** `grid` for pictures side by side; `undefined` is a list. */
  readonly style: string | undefined;
  readonly choices: readonly MenuChoice[];
  /** Choices that are left out because their condition cannot be evaluated, each as a sentence. */
  readonly problems: readonly string[];
}

export interface MenuChoice {
  /** The command id, to be handed back to `AppSession.choose`. */
  readonly id: string;
  readonly kind: 'menu' | 'entry';
  readonly text: string;
  /** The entry behind the choice, so that its owner can be checked before it is opened. */
  readonly entry: Entry | undefined;
  /** `jr://file/…` of picture and sound; a badge is a short text, usually a count. */
  readonly image: string | undefined;
  readonly audio: string | undefined;
  readonly badge: string | undefined;
  /** Names of the tables of the restore that the app reads behind this choice, and that are not on this device. */
  readonly missingTables: readonly string[];
}

/** A case list (or a list over any other nodeset). */
export interface ListScreen {
  readonly kind: 'list';
  /** The entry that asks; the first of them where a whole menu does. */
  readonly entry: Entry;
  /** The datum that a chosen row answers. */
  readonly datumId: string;
  readonly title: string;
  /** Texts of the columns; the same as in `columns`. */
  readonly headers: readonly string[];
  readonly columns: readonly ListColumn[];
  /** Sorted as the app says. */
  readonly rows: readonly ListRow[];
  readonly emptyText: string;
  /** True when choosing a row should first show its detail. */
  readonly hasDetail: boolean;
  /** How many rows may be chosen together (`AppSession.selectMany`); `undefined` for exactly one. */
  readonly maxSelect: number | undefined;
  readonly actions: readonly ListAction[];
  /** For the button that goes on with several rows; `''` or absent for the general words. */
  readonly selectText?: string;
  /** How many rows of the tiles' grid stand once for all rows of a group; absent without groups. */
  readonly headerRows?: number | undefined;
  /** True where words that are spelt almost alike match, too. */
  readonly fuzzySearch?: boolean;
  /** True when the rows are what a search server found. */
  readonly isSearched?: boolean;
  /** The row at which the list opens, found when it is first asked for; `undefined` for the first. */
  readonly focusedRow?: string | undefined;
  /** How many tiles stand side by side where there is room; absent for one. */
  readonly tilesAcross?: number;
}

/** What stays above all that follows of a case that was chosen: a tile, or the rows of a detail that is none. */
export interface PersistentTile {
  readonly columns: readonly ListColumn[];
  readonly cells: readonly string[];
  /** In place of columns and cells, where the detail is no tile. */
  readonly rows: readonly DetailRow[];
  /** True when the tile can be unfolded. */
  readonly hasDetail: boolean;
  /** What it unfolds to, evaluated when it is first asked for. */
  readonly tabs: readonly DetailTab[];
}

export interface ListColumn {
  readonly header: string;
  /** `''` text, `markdown`, `image`, `enum-image`, `audio`, `phone`, `address`, `graph` … */
  readonly form: string;
  /** True when the app sorts it by number. */
  readonly isNumeric: boolean;
  /** Hidden columns are searched and sorted all the same. */
  readonly hidden: boolean;
  /** Where it stands in a tile; absent in a table. */
  readonly tile?: DetailGrid | undefined;
  /** Where its cells lead: to be handed back to `AppSession.followCell` by the column's place. */
  readonly endpoint?: CellEndpoint | undefined;
}

/** Its values are evaluated when they are first asked for. */
export interface ListRow {
  readonly id: string;
  readonly cells: readonly string[];
  /** One of the cells, without a look at the others. */
  cell(column: number): string;
  /** Rows of one group stand together; `undefined` when the list has no groups. */
  readonly group: string | undefined;
  /**
   * What a column is searched and sorted by: a number in a column of numbers, NaN for a text that is none. `cell`, where it was
   * read already, need not be read again.
   */
  sortKey(column: number, cell?: string): SortKey;
  /** What the picture in a cell says to those who do not see it; `''` or absent where the app does not tell. */
  alternative?(column: number): string;
  /** What stands in place of the text of a cell of the form `graph`. */
  graph?(column: number): Graph | undefined;
}

/** A button beside a list, to be handed back to `AppSession.act` by its index. */
export interface ListAction {
  readonly index: number;
  readonly text: string;
  readonly image: string | undefined;
}

/** One tab of the long detail of a row. */
export interface DetailTab {
  readonly title: string;
  readonly rows: readonly DetailRow[];
  /** In a tab about related things: one row each, instead of `rows`. */
  readonly table: DetailTable | undefined;
}

export interface DetailTable {
  readonly columns: readonly ListColumn[];
  readonly rows: readonly (readonly string[])[];
}

export interface DetailRow {
  readonly label: string;
  readonly value: string;
  /** As in {@link ListColumn}. */
  readonly form: string;
  /** In place of a value, where the form is `graph`. */
  readonly graph?: Graph | undefined;
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

/** An assertion of the entry (or of a menu, then without `entry`) failed. `key` is the locale key of its text, if any. */
export interface AssertionScreen {
  readonly kind: 'assertion';
  readonly entry: Entry | undefined;
  readonly key: string | undefined;
  readonly text: string;
}

/** The app is at fault here; the rest of it stays usable. */
export interface ErrorScreen {
  readonly kind: 'error';
  readonly message: string;
}

/** A search server has to be asked; its answer goes to `AppSession.answerQuery`. */
export interface QueryScreen {
  readonly kind: 'query';
  /** With `datum`, what asks; `undefined` for what a stack of the app fetches by itself. */
  readonly entry: Entry | undefined;
  readonly datum: QueryDatum | undefined;
  readonly title: string;
  /** Markdown. */
  readonly description: string;
  readonly url: string;
  readonly prompts: readonly QueryField[];
  /** Of all prompts, hidden ones included. */
  readonly answers: QueryAnswers;
  /** True when the app searches before anybody has answered anything. */
  readonly asksAtOnce: boolean;
  /** Beside a list: whether its rows are what was found with these answers. Absent where no list is shown. */
  readonly isFound?: boolean;
  /** All that is sent: the app's own parameters, then the answers. */
  readonly parameters: readonly QueryParameter[];
}

export interface QueryField {
  readonly key: string;
  readonly text: string;
  /** As in `QueryPrompt.input`. */
  readonly input: string;
  readonly hint: string;
  /** Which answers of an address prompt fill this one in; `undefined` where none do. */
  readonly receive: string | undefined;
  /** What stands above this prompt and its neighbours of the same group; `''` without a group. */
  readonly group: string;
  /** For a prompt with an itemset, by the answers so far. */
  readonly choices: readonly QueryChoice[];
  readonly required: boolean;
  readonly value: string;
  /** True when one may also look for what has no value (`withBlank` in `query-values.ts`). */
  readonly allowsBlank?: boolean;
  /** Why this answer cannot be searched for. */
  readonly problem: QueryFieldProblem | undefined;
}

/** `text` is the app's own; `''` where it has none. */
export interface QueryFieldProblem {
  readonly kind: 'required' | 'invalid';
  readonly text: string;
}

export interface QueryChoice {
  readonly value: string;
  readonly label: string;
}

export interface QueryParameter {
  readonly key: string;
  readonly value: string;
}

/** Something has to be posted (a case claimed); `AppSession.finishPost` goes on. */
export interface PostScreen {
  readonly kind: 'post';
  readonly entry: Entry;
  readonly post: PostRequest;
  readonly url: string;
  readonly parameters: readonly QueryParameter[];
}

/** An entry without a form is at its end; `AppSession.finish` goes on. */
export interface EndScreen {
  readonly kind: 'end';
  readonly entry: Entry;
}

/** The app sends the person to another address; the host decides whether to follow. */
export interface LinkScreen {
  readonly kind: 'link';
  readonly url: string;
}
