import { resolve } from 'node:path';
import { FileHost, readRecording } from './cli/replay/file-host.ts';
import { findRecordings } from './cli/replay/find-recordings.ts';
import type { Case } from './case/case.ts';
import type { LineKind, LineOf } from './replay/format/line-shapes.ts';
import { parseRecording } from './replay/format/parse-recording.ts';
import { Divergence } from './replay/play/divergence.ts';
import { playLine } from './replay/play/play-line.ts';
import { Stage } from './replay/play/stage.ts';
import { replay } from './replay/replay.ts';

// The entry for other people's tests: `import { Scenario } from 'caseload/testing'`. It needs no test runner of its own kind:
// what does not go as it should is thrown as an error that says what was expected, what is, and why.

export { Divergence };

/** A line of a recording as it is written: `{ answer: '/data/age', value: '7' }`. */
export type ScenarioLine = Readonly<Record<string, unknown>>;

export interface ScenarioOptions {
  /** People, groups, places and cases, as lines of a recording. */
  readonly world?: readonly ScenarioLine[];
  /** ISO 8601; pinned, so that a test says the same tomorrow. */
  readonly now?: string;
  readonly timeZone?: string;
  readonly language?: string;
  readonly seed?: number;
}

type Said<K extends LineKind> = Omit<LineOf<K>, 'kind' | 'subject' | 'place'>;

const NOW = '2026-06-15T08:00:00Z';

/**
 * One story in an app: people with a device each, the project between them, and what has to be true. Every method plays one line of
 * a recording, with the real engine and machines, and rejects with a {@link Divergence} when it does not go so.
 */
export class Scenario {
  readonly #stage: Stage;
  readonly #file: string;
  #count = 0;

  private constructor(stage: Stage, file: string) {
    this.#stage = stage;
    this.#file = file;
  }

  /** Opens an app: a folder with `app.json` or `profile.ccpr`, a `.ccz`, or a single XForm. */
  static async load(
    app: string,
    { world = [], ...pinned }: ScenarioOptions = {},
  ): Promise<Scenario> {
    const file = resolve('scenario');
    const header = { recording: 1, app: resolve(app), now: NOW, seed: 1, ...pinned };
    const recording = parseRecording(JSON.stringify(header), file);
    const scenario = new Scenario(new Stage(recording, new FileHost({ update: false })), file);
    await scenario.play(...world);
    return scenario;
  }

  /** Plays lines as they stand in a recording, one after the other. Rejects with `RecordingError` for what is no line. */
  async play(...lines: readonly ScenarioLine[]): Promise<void> {
    for (const line of lines) {
      this.#count += 1;
      const text = `{"recording":1}\n${JSON.stringify(line)}`;
      const [parsed] = parseRecording(text, `${this.#file}, step ${this.#count}`).lines;
      if (parsed !== undefined) await playLine(this.#stage, parsed);
    }
  }

  asUser(user: string): Promise<void> {
    return this.play({ asUser: user });
  }

  /** Down the menus by their texts; `case` names what lists on the way ask for. */
  open(way: string | readonly string[], said: Said<'open'> = {}): Promise<void> {
    return this.play({ open: way, ...said });
  }

  answer(
    ref: string,
    value: string | readonly string[],
    said: Omit<Said<'answer'>, 'value'> = {},
  ): Promise<void> {
    return this.play({ answer: ref, value, ...said });
  }

  clear(ref: string, said: Said<'clear'> = {}): Promise<void> {
    return this.play({ clear: ref, ...said });
  }

  addRepeat(ref: string): Promise<void> {
    return this.play({ addRepeat: ref });
  }

  submit(said: Said<'submit'> = {}): Promise<void> {
    return this.play({ submit: true, ...said });
  }

  sync(said: Said<'sync'> = {}): Promise<void> {
    return this.play({ sync: true, ...said });
  }

  expectQuestion(ref: string, said: Said<'expect'>): Promise<void> {
    return this.play({ expect: ref, ...said });
  }

  expectCase(name: string, said: Said<'expectCase'> = {}): Promise<void> {
    return this.play({ expectCase: name, ...said });
  }

  expectCases(names: readonly string[]): Promise<void> {
    return this.play({ expectCases: names });
  }

  expectScreen(
    kind: LineOf<'expectScreen'>['subject'],
    said: Said<'expectScreen'> = {},
  ): Promise<void> {
    return this.play({ expectScreen: kind, ...said });
  }

  /** The value of a question in the open form; `undefined` where the form has nothing there. */
  value(ref: string): string | undefined {
    return this.#stage.current?.form?.node(ref)?.lexical;
  }

  /** The XML that was submitted last; `undefined` before the first. */
  get submission(): string | undefined {
    return this.#stage.finished?.xml;
  }

  /** All cases of the project, as its server has them. */
  get cases(): readonly Case[] {
    return [...this.#stage.server.cases.cases()];
  }

  /** Stops the devices: call it when the test is over. */
  end(): void {
    this.#stage.end();
  }
}

/** The recordings below these folders, for a test each. */
export function recordings(...paths: readonly string[]): Promise<readonly string[]> {
  return findRecordings(paths);
}

/** Plays a recording. Rejects with a {@link Divergence} that begins with file and line, and says why. */
export async function playRecording(file: string): Promise<void> {
  const { divergence } = await replay(await readRecording(file), new FileHost({ update: false }));
  if (divergence === undefined) return;
  const { place, message, why } = divergence;
  divergence.message = [`${place.file}:${place.line}: ${message}`, ...why].join('\n');
  throw divergence;
}
