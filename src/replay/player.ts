import type { RecordingLine } from './format/line-shapes.ts';
import type { Recording } from './format/recording.ts';
import { Divergence } from './play/divergence.ts';
import { NotOfferedError } from './play/hand.ts';
import { playLine } from './play/play-line.ts';
import type { ReplayHost } from './play/stage.ts';
import { Stage } from './play/stage.ts';

/** Plays a recording line by line, as fast as whoever holds it wants; {@link replay} plays it at one go. */
export class ReplayPlayer {
  readonly stage: Stage;
  /** The first line that did not go as it says; nothing is played after it. */
  divergence: Divergence | undefined;
  #played = 0;
  /** The lines that went as they say while a form was open, by the id of its draft: that stays where the form is left and opened again. */
  readonly #playedIn = new Map<string, RecordingLine[]>();

  constructor(
    readonly recording: Recording,
    host: ReplayHost,
  ) {
    this.stage = new Stage(recording, host);
  }

  /** How many lines went as they say. */
  get played(): number {
    return this.#played;
  }

  /** Those of them that were played in the form that is open now; none where there is none. */
  get playedInForm(): readonly RecordingLine[] {
    return this.#playedIn.get(this.#draftId ?? '') ?? [];
  }

  /** The line that comes next; `undefined` at the end and after a divergence. */
  get next(): RecordingLine | undefined {
    return this.divergence === undefined ? this.recording.lines[this.#played] : undefined;
  }

  /**
   * Plays the next line; false when there was none, or it went another way. Rejects for what keeps the recording from being played at all,
   * such as an app that cannot be opened.
   */
  async step(): Promise<boolean> {
    const { next } = this;
    if (next === undefined) return false;
    const draftId = this.#draftId;
    try {
      await playLine(this.stage, next);
    } catch (error) {
      this.divergence = divergenceOf(error, next);
      return false;
    }
    this.#played += 1;
    if (draftId !== undefined) this.#note(next, draftId);
    return true;
  }

  /** Stops the machines of all devices. */
  end(): void {
    this.stage.end();
  }

  get #draftId(): string | undefined {
    const device = this.stage.current;
    if (!device?.hasApp || device.form === undefined) return undefined;
    return device.session.getSnapshot().context.opened?.draftId;
  }

  #note(line: RecordingLine, draftId: string): void {
    const lines = this.#playedIn.get(draftId);
    if (lines === undefined) this.#playedIn.set(draftId, [line]);
    else lines.push(line);
  }
}

function divergenceOf(error: unknown, { place }: RecordingLine): Divergence {
  if (error instanceof Divergence) return error;
  if (!(error instanceof NotOfferedError)) throw error;
  return new Divergence({ place, expected: 'that the page offers it', actual: error.message });
}
