/** What filling in a form says. */
export interface FormStrings {
  readonly required: string;
  readonly optional: string;
  readonly readonly: string;
  readonly next: string;
  readonly back: string;
  readonly finish: string;
  readonly send: string;
  readonly saveDraft: string;
  readonly discard: string;
  readonly stay: string;
  readonly cancel: string;
  readonly loading: string;
  readonly language: string;
  readonly missingTranslation: string;
  readonly questions: string;
  readonly outline: string;
  readonly navigation: string;
  readonly empty: string;
  readonly progress: (done: number, total: number) => string;
  readonly toCheck: (count: number) => string;
  readonly saving: string;
  readonly saved: (time: string) => string;
  readonly notSaved: string;
  readonly unsaved: { readonly title: string; readonly body: string };

  readonly errorSummary: (count: number) => string;
  readonly error: string;
  readonly missing: string;
  readonly notAllowed: string;
  readonly badInput: {
    readonly integer: string;
    readonly decimal: string;
    readonly date: string;
    readonly time: string;
    readonly dateTime: string;
    readonly location: string;
    readonly barcode: string;
    readonly other: string;
  };

  readonly clear: string;
  readonly choose: string;
  readonly chosen: (count: number) => string;
  readonly filterChoices: string;
  readonly showChoices: string;
  readonly choicesFound: (count: number) => string;
  readonly noChoices: string;
  readonly noAnswer: string;
  readonly acknowledge: string;
  readonly acknowledged: string;

  readonly year: string;
  readonly month: string;
  readonly day: string;
  /** Beside a date in another calendar: the same day in the Gregorian one. */
  readonly inGregorian: (date: string) => string;
  readonly hour: string;
  readonly minute: string;

  readonly chooseFile: string;
  readonly changeFile: string;
  readonly removeFile: string;
  readonly takePhoto: string;
  readonly recordAudio: string;
  readonly recordVideo: string;
  readonly file: (name: string, size: string) => string;
  readonly noFile: string;
  readonly fileTooLarge: (limit: string) => string;
  /** In the way of going on while a photo is made smaller. */
  readonly filePreparing: string;
  readonly wrongFileKind: (accepted: string) => string;
  readonly preview: (name: string) => string;
  readonly mediaMissing: (name: string) => string;
  readonly playAudio: string;
  readonly stopAudio: string;
  readonly sign: string;
  readonly signed: string;
  readonly clearSignature: string;

  readonly useMyLocation: string;
  readonly findingLocation: string;
  readonly locationUnavailable: string;
  readonly latitude: string;
  readonly longitude: string;
  readonly altitude: string;
  readonly accuracy: (metres: string) => string;
  /** For a line or an area, which has several places. */
  readonly addPoint: string;
  readonly addMyLocation: string;
  readonly removePoint: (position: number) => string;
  readonly morePoints: (least: number) => string;

  /** `label` is the repeat's own label, or `''`. */
  readonly repeatItem: (label: string, position: number, total: number) => string;
  /** Where there are so many that their number is not told with each. */
  readonly repeatItemAlone: (label: string, position: number) => string;
  readonly addRepeat: (label: string) => string;
  readonly removeRepeat: (label: string, position: number) => string;
  readonly removed: (label: string) => string;
  readonly undo: string;
  readonly noRepeats: (label: string) => string;

  readonly moveUp: (label: string) => string;
  readonly moveDown: (label: string) => string;
  readonly formFault: string;
  readonly formFaultRemedy: string;
  readonly formFaultDetails: string;
  readonly tryAgain: string;
  readonly sent: string;

  readonly help: string;
  /** In place of a control that cannot be used in a browser. */
  readonly unsupported: string;
  /** Before what will be lost when an item is removed. */
  readonly willBeRemoved: string;
  /** Below a list that is too long to show. */
  readonly moreChoices: (count: number) => string;
  readonly digitsOnly: string;
  /** In place of choices that depend on another answer. */
  readonly nothingToChoose: string;
  /** Confirms an order in which nothing was moved. */
  readonly keepOrder: string;
  /** Beside a section: what is left to do in it. */
  readonly nothingLeft: string;
  readonly left: (count: number) => string;

  /** Heading of the last screen of a form that is gone through page by page. */
  readonly checkAnswers: string;
  readonly change: string;
  readonly changeAnswer: (label: string) => string;
  /** On a button that stays pressed. */
  readonly oneByOne: string;

  /** Answers that were kept here are in the form again. */
  readonly goneOn: (when: string) => string;
  readonly startAgain: string;
  /** Before the way to undo that. */
  readonly startedAgain: string;
  /** What was kept here cannot be read. */
  readonly keptDamaged: string;
}
