import type { DraftChange } from '../case/draft.ts';
import type { RemoteProblem } from '../../machines/app-session.ts';

/** What case work says: signing in, lists, sync, drafts, what became of a form. Times come ready to be shown. */
export interface CaseStrings {
  readonly signIn: {
    readonly title: string;
    readonly username: string;
    readonly password: string;
    readonly showPassword: string;
    readonly hidePassword: string;
    readonly submit: string;
    readonly busy: string;
    readonly problem: string;
    readonly enterUsername: string;
    readonly enterPassword: string;
  };
  readonly frame: {
    readonly skip: string;
    readonly breadcrumbs: string;
    /** The menus of an app that stay in sight. */
    readonly menu: string;
    readonly bar: string;
  };
  readonly menu: {
    readonly empty: string;
    readonly whatToDo: string;
    readonly leftOut: (count: number) => string;
    /** Names of tables that a choice reads and that have not come with the cases. */
    readonly missingTables: (names: readonly string[]) => string;
  };
  readonly list: {
    readonly search: string;
    /** Unfolds what else is known of the case whose tile stays in sight. */
    readonly moreOfTile: string;
    /** Before the choice of how many rows a page has. */
    readonly pageSize: string;
    readonly searchHint: string;
    readonly clear: string;
    readonly shown: (shown: number, total: number) => string;
    readonly emptyTitle: string;
    /** `owners` are the groups whose cases appear here, by name; none means only the user's own. */
    readonly empty: (owners: readonly string[]) => string;
    readonly noMatch: (search: string) => string;
    readonly sortBy: (column: string) => string;
    readonly open: string;
    readonly pages: string;
    readonly previous: string;
    readonly next: string;
    readonly page: (page: number, total: number) => string;
    readonly unnamed: string;
    readonly continueWith: (count: number) => string;
    readonly chosen: (count: number) => string;
    readonly most: (count: number) => string;
    readonly chooseAll: (count: number) => string;
    readonly chooseNone: string;
    readonly export: string;
    readonly orderBy: string;
    readonly ownOrder: string;
    readonly order: (column: string, descending: boolean) => string;
    /** Of what a server was asked for. */
    readonly nothingFound: string;
    readonly notFound: string;
    /** The tile of what was chosen, for assistive technology. */
    readonly chosenTile: string;
  };
  readonly query: {
    readonly title: string;
    readonly search: string;
    readonly clear: string;
    readonly back: string;
    readonly stop: string;
    readonly busy: string;
    /** Beside a list that is not what the answers of now would find. */
    readonly earlier: string;
    readonly faulty: string;
    readonly required: string;
    readonly missing: string;
    readonly invalid: string;
    readonly choose: string;
    readonly any: string;
    readonly noChoices: string;
    /** Beside a prompt: those of whom nothing is known here are looked for, too. */
    readonly blankToo: string;
    readonly from: string;
    readonly to: string;
  };
  /** Why a server did not do what an app asked of it: a search, a claim. */
  readonly remote: Readonly<
    Record<RemoteProblem['kind'], { readonly title: string; readonly body: string }>
  >;
  readonly post: {
    readonly title: string;
    readonly busy: string;
  };
  readonly detail: {
    readonly continue: string;
    readonly print: string;
    readonly cancel: string;
    readonly tabs: string;
    readonly table: string;
    readonly owner: (owner: string, people: readonly string[]) => string;
    readonly nobody: string;
    /** Who has the case because of another one, such as a task that points to it; `people` may be none. */
    readonly seenThrough: (owner: string, people: readonly string[], through: string) => string;
    readonly empty: string;
    readonly noValue: string;
    readonly graph: string;
    readonly numbers: string;
  };
  readonly sync: {
    readonly now: string;
    readonly syncing: string;
    readonly allSent: string;
    readonly waiting: (count: number) => string;
    readonly offline: string;
    readonly offlineWaiting: (count: number) => string;
    readonly rejected: (count: number) => string;
    readonly signedOut: string;
    readonly signIn: string;
    readonly last: (time: string) => string;
    readonly never: string;
  };
  readonly outbox: {
    readonly title: string;
    readonly empty: string;
    readonly rejectedTitle: (count: number) => string;
    readonly rejectedHelp: string;
    readonly waitingTitle: (count: number) => string;
    readonly waitingHelp: string;
    readonly sending: string;
    readonly waiting: string;
    readonly filled: (time: string) => string;
    readonly reason: string;
    readonly retry: string;
    readonly keep: string;
    readonly remove: string;
    readonly about: (action: string, form: string) => string;
    readonly confirmTitle: (form: string) => string;
    readonly confirm: string;
    readonly cancel: string;
  };
  readonly drafts: {
    readonly title: string;
    readonly empty: string;
    /** The form is filled in and waits for an owner. */
    readonly ownerPending: string;
    readonly changed: (time: string) => string;
    readonly answered: (percent: string) => string;
    /** Above what has changed since the form was begun; closed, in a list. */
    readonly changedSince: string;
    /** The same, in the form that one has come back to. */
    readonly changedTitle: string;
    readonly changedMeaning: string;
    /** The app has another form of that name by now. */
    readonly oldForm: string;
    /** Of a draft that is older than keeping its questions. */
    readonly newQuestions: string;
    /** Before a form is opened that was begun before. */
    readonly begun: string;
    readonly begunOf: (name: string) => string;
    readonly startAnew: string;
    /** What becomes of the draft then: of a form for the same case, and of one that registers somebody. */
    readonly keptUntilSent: string;
    readonly keptBeside: string;
    readonly change: (change: DraftChange) => string;
    readonly moreChanges: (count: number) => string;
    readonly resume: string;
    readonly remove: string;
    readonly about: (action: string, form: string) => string;
    readonly confirmTitle: (form: string) => string;
    readonly confirm: string;
    readonly cancel: string;
  };
  readonly submitted: {
    readonly sent: string;
    readonly sentBody: (form: string) => string;
    readonly saved: string;
    readonly savedBody: (form: string) => string;
    readonly rejected: string;
    readonly rejectedBody: (form: string) => string;
    readonly ownedBy: (owner: string, people: readonly string[]) => string;
    readonly ownedByNobodyElse: (owner: string) => string;
    readonly next: string;
  };
  readonly open: {
    readonly title: string;
    readonly intro: string;
    readonly drop: string;
    readonly dropNow: string;
    readonly chooseApp: string;
    readonly chooseRestore: string;
    readonly appHint: string;
    readonly restoreHint: string;
    readonly chooseFolder: string;
    readonly folderHint: string;
    readonly addressLabel: string;
    readonly addressError: string;
    readonly addAddress: string;
    readonly given: string;
    readonly app: string;
    readonly folder: string;
    readonly address: string;
    readonly form: string;
    readonly restore: string;
    readonly unknown: string;
    readonly size: (bytes: number) => string;
    readonly remove: (name: string) => string;
    readonly open: string;
    readonly busy: string;
    readonly needsApp: string;
    readonly unreadable: (name: string) => string;
    readonly problem: (count: number) => string;
    readonly place: (file: string, line: number | undefined) => string;
  };
  readonly problem: {
    readonly title: string;
    readonly details: string;
    readonly retry: string;
    readonly back: string;
    readonly safe: string;
  };
  readonly ago: (seconds: number) => string;
  readonly copied: string;
  readonly user: string;
}
