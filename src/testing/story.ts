import type { Case } from '../case/case.ts';
import type { LineKind, LineOf, Place } from '../replay/format/line-shapes.ts';
import { parseRecording } from '../replay/format/parse-recording.ts';
import { playLine } from '../replay/play/play-line.ts';
import type { ReplayHost } from '../replay/play/stage.ts';
import { Stage } from '../replay/play/stage.ts';
import type { SeenSide } from './case-subject.ts';
import { CaseSubject } from './case-subject.ts';
import { PersonSubject } from './person-subject.ts';
import { QuestionSubject } from './question-subject.ts';

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
 * a recording, with the real engine and machines, and rejects with a `Divergence` when it does not go so. What `question`, `case` and
 * `person` give is for the matchers: it says how things are when it is asked.
 */
export class Story {
  readonly #stage: Stage;
  readonly #file: string;
  #count = 0;

  /** `app` and `file`, which stands for the story in messages, are names that the host knows. */
  protected constructor(
    host: ReplayHost,
    app: string,
    file: string,
    pinned: Omit<ScenarioOptions, 'world'>,
  ) {
    const header = { recording: 1, app, now: NOW, seed: 1, ...pinned };
    this.#stage = new Stage(parseRecording(JSON.stringify(header), file), host);
    this.#file = file;
  }

  /** Plays lines as they stand in a recording, one after the other. Rejects with `RecordingError` for what is no line. */
  async play(...lines: readonly ScenarioLine[]): Promise<void> {
    for (const line of lines) {
      this.#count += 1;
      const text = `{"recording":1}\n${JSON.stringify(line)}`;
      const [parsed] = parseRecording(text, this.#place.file).lines;
      if (parsed !== undefined) await playLine(this.#stage, parsed);
    }
  }

  asUser(user: string, said: Said<'asUser'> = {}): Promise<void> {
    return this.play({ asUser: user, ...said });
  }

  /** Down the menus by their texts; `case` names what lists on the way ask for. */
  open(way: string | readonly string[], said: Said<'open'> = {}): Promise<void> {
    return this.play({ open: way, ...said });
  }

  select(name: string | readonly string[]): Promise<void> {
    return this.play({ select: name });
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

  removeRepeat(ref: string): Promise<void> {
    return this.play({ removeRepeat: ref });
  }

  submit(said: Said<'submit'> = {}): Promise<void> {
    return this.play({ submit: true, ...said });
  }

  chooseOwner(owner: string, said: Said<'chooseOwner'> = {}): Promise<void> {
    return this.play({ chooseOwner: owner, ...said });
  }

  sync(said: Said<'sync'> = {}): Promise<void> {
    return this.play({ sync: true, ...said });
  }

  /** The clock goes on to this instant (ISO 8601). */
  setNow(now: string): Promise<void> {
    return this.play({ setNow: now });
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

  /** A question, group or repeat of the open form, by its path. */
  question(ref: string): QuestionSubject {
    return new QuestionSubject(this.#stage, ref, this.#place);
  }

  /** A case by its name or id: on the device in use, else on the server. */
  case(name: string, on?: SeenSide): CaseSubject {
    return new CaseSubject(this.#stage, name, on, this.#place);
  }

  /** Somebody of the story, by the id of the user; whoever is at the device when left out. */
  person(user?: string): PersonSubject {
    return new PersonSubject(this.#stage, user, this.#place);
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

  get #place(): Place {
    return { file: `${this.#file}, step ${this.#count}`, line: 1 };
  }
}
