/** What the page around case work says: leaving, going on, what cannot be shown. */
export interface AppStrings {
  readonly loading: string;
  /** The choice of the interface's own language; `automatic` is the one that fits the app. */
  readonly interfaceLanguage: { readonly label: string; readonly automatic: string };
  /** While very many cases are read for the first time. */
  readonly loadingCases: {
    readonly title: string;
    /** The server is still collecting them; it may say how far it is. */
    readonly preparing: string;
    readonly prepared: (percent: number) => string;
    /** `size` with its unit, while they come. */
    readonly received: (size: string) => string;
    readonly read: (percent: number) => string;
    readonly saving: string;
    readonly once: string;
    readonly cancel: string;
  };
  readonly signOut: string;
  readonly close: string;
  readonly inspect: string;
  /** Beside the bar when the app came from files and nothing is sent anywhere. */
  readonly fromFiles: string;
  readonly unsent: (count: number) => string;
  readonly drafts: (count: number) => string;
  readonly goOn: string;
  readonly saveCopy: string;
  readonly saveAndLeave: string;
  readonly formTitle: string;
  readonly formMeaning: string;
  readonly formRemedy: string;
  readonly screenTitle: string;
  readonly screenMeaning: string;
  readonly screenRemedy: string;
  readonly assertionTitle: string;
  readonly assertionRemedy: string;
  readonly saveTitle: string;
  readonly saveMeaning: string;
  readonly saveRemedy: string;
  readonly syncTitle: string;
  readonly syncRemedy: string;
  readonly signInAgain: string;
  readonly sessionEnded: string;
  /** Closes the dialog and goes on working. */
  readonly later: string;
  /** Faults of a form that opens all the same. */
  readonly faults: (count: number) => string;
  readonly faultsMeaning: string;
  readonly ownerPending: string;
  /** Choosing among the apps of a project. */
  readonly apps: {
    readonly title: string;
    /** Above the apps on the way back. */
    readonly all: string;
    readonly empty: string;
    readonly problem: string;
    readonly notOffered: (id: string) => string;
  };
  /** The app leads to another address. */
  readonly link: {
    readonly title: string;
    readonly leadsTo: (host: string) => string;
    readonly go: string;
    readonly refused: string;
  };
  /** On the first page of an app. */
  readonly appNotes: {
    readonly problems: (count: number) => string;
    readonly practise: string;
    readonly practiceMeaning: string;
    /** While somebody practises. */
    readonly practising: string;
    readonly endPractice: string;
  };
  /** An administrator works as another user. */
  readonly actAs: {
    readonly open: string;
    readonly title: string;
    readonly meaning: string;
    readonly search: string;
    readonly nobody: string;
    /** Under the first of those who were found. */
    readonly more: (count: number) => string;
    readonly unknown: string;
    readonly found: (count: number) => string;
    /** `name` is the administrator's. */
    readonly end: (name: string) => string;
  };
  /** After the names of some: how many others have gone, too. */
  readonly movedMore: (count: number) => string;
  /** On the button under them. */
  readonly movedRead: string;
  readonly moved: (name: string, owner: string | undefined) => string;
}
