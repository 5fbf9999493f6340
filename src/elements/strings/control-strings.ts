/** What the controls say that few forms have, and which keys there are. */
export interface ControlStrings {
  readonly close: string;
  /** Below a rating: how many of how many. */
  readonly outOf: (value: string, greatest: string) => string;
  readonly oneMore: string;
  readonly oneLess: string;
  /** Beside an answer that is not shown. */
  readonly keptUnseen: string;
  /** On a button that goes through the choices, one after the other. */
  readonly nextChoice: string;

  readonly draw: string;
  readonly drawn: string;
  readonly drawOn: string;
  readonly clearDrawing: string;
  readonly undoStroke: string;
  /** For those who cannot draw. */
  readonly givePicture: string;

  readonly stopRecording: string;
  readonly recording: (time: string) => string;
  readonly cannotRecord: string;
  /** A recording ended by itself. */
  readonly recordedTillFull: string;
  readonly scan: string;
  readonly scanning: string;
  readonly cannotScan: string;
  readonly scanned: (code: string) => string;

  /** What the person did last was taken back; before the way to do it again. */
  readonly undone: string;
  readonly redo: string;

  readonly address: {
    /** Where nothing looks addresses up. */
    readonly none: string;
    readonly looking: string;
    readonly failed: string;
    readonly nothing: string;
    readonly found: string;
  };

  readonly keys: {
    readonly title: string;
    readonly next: string;
    readonly choose: string;
    readonly tick: string;
    readonly list: string;
    readonly clear: string;
    readonly turn: string;
    readonly turnAnywhere: string;
    readonly finish: string;
    readonly undo: string;
    readonly redo: string;
    readonly show: string;
  };
}
