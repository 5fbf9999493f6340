import type { OwnerPlan } from '../../case/ownership/owner-resolution.ts';
import type { FormInstance } from '../../xforms/form-instance.ts';
import type { RecordingLine } from '../format/line-shapes.ts';
import type { Recording } from '../format/recording.ts';
import type { Unplaced } from '../format/write-recording.ts';
import type { Device } from '../play/device.ts';
import { Divergence } from '../play/divergence.ts';
import { perform } from '../play/perform.ts';
import { unsoundCases } from '../play/play-expect-sound.ts';
import { playLine } from '../play/play-line.ts';
import type { ReplayHost } from '../play/stage.ts';
import { Stage } from '../play/stage.ts';
import type { Flaw } from './flaw.ts';

type Line = Unplaced<RecordingLine>;

/** Ends a walk: there is nothing sensible to do after it. */
export class FlawError extends Error {
  constructor(readonly flaw: Flaw) {
    super(flaw.message);
  }
}

/**
 * One story that is made up as it goes: each act is a line of a recording, is played at once, and is written down with what became of
 * it. After each, what must always hold is looked after; {@link FlawError} where it does not.
 */
export class Walk {
  readonly stage: Stage;
  /** What was done so far, without the lines that set up the world. */
  readonly lines: Line[] = [];

  private constructor(
    private readonly world: Recording,
    host: ReplayHost,
  ) {
    this.stage = new Stage(world, host);
  }

  /** Sets up the world of a recording; whatever else it has is left out by the caller. */
  static async begin(world: Recording, host: ReplayHost): Promise<Walk> {
    const walk = new Walk(world, host);
    for (const line of world.lines) await playLine(walk.stage, line);
    return walk;
  }

  get device(): Device {
    const { current } = this.stage;
    if (current === undefined) throw new RangeError('A walk begins with somebody');
    return current;
  }

  get form(): FormInstance | undefined {
    return this.stage.current?.form;
  }

  /** Does it, whatever comes of it. Returns the line as it went; `undefined` when it could not be done. */
  async do(line: Line): Promise<Line | undefined> {
    const before = this.#beforeSubmitting(line);
    const { line: done, divergence } = await this.#perform(line);
    if (line.kind === 'reopen' && divergence !== undefined && this.form !== undefined)
      throw new FlawError({
        kind: 'reopened',
        about: this.#openForm,
        message: divergence.message,
        line,
      });
    if (divergence !== undefined) return undefined;
    this.lines.push(done);
    this.#checkTaken(done, line);
    if (before !== undefined) this.#checkOwners(before, done);
    if (line.kind === 'sync') this.#checkSound();
    return done;
  }

  end(): void {
    this.stage.end();
  }

  get #openForm(): string {
    return this.form?.definition.xmlns ?? '';
  }

  async #perform(line: Line) {
    const placed = { ...line, place: this.world.header.place } as RecordingLine;
    try {
      return await perform(this.stage, placed);
    } catch (error) {
      if (error instanceof Divergence) throw error;
      const message = messageOf(error);
      throw new FlawError({ kind: 'thrown', about: message, message, line });
    }
  }

  #checkTaken(done: Line, line: Line): void {
    const wasNotTaken = 'outcome' in done && done.outcome === 'notTaken';
    if (wasNotTaken) {
      this.lines.pop();
      const problem = this.device.formEntry?.getSnapshot().context.problem ?? '';
      const message = `A valid form was not taken: ${problem}`;
      throw new FlawError({ kind: 'notTaken', about: this.#openForm, message, line });
    }
    if (done.kind !== 'sync' || done.rejected === undefined) return;
    this.lines.pop();
    const about = done.rejected.join(', ');
    const message = `The server refuses what the device took: ${about}`;
    throw new FlawError({ kind: 'rejected', about, message, line });
  }

  #checkSound(): void {
    const [first] = unsoundCases(this.stage);
    if (first === undefined) return;
    const { caseName, caseType } = first.case;
    const message = `The case “${caseName}”: ${first.fault}`;
    const line: Line = { kind: 'expectSound', subject: true };
    throw new FlawError({ kind: 'unsound', about: caseType, message, line });
  }

  #beforeSubmitting({ kind }: Line): Submitting | undefined {
    const entry = this.stage.current?.formEntry?.getSnapshot().context;
    if (entry === undefined || !SUBMITTING.has(kind)) return undefined;
    return { form: entry.form, plans: entry.plans };
  }

  /** What the app leaves to us goes to nobody but the person and who could own it. */
  #checkOwners({ form, plans }: Submitting, done: Line): void {
    if ('outcome' in done && done.outcome !== undefined) return;
    const { candidates, user } = this.device.workspace;
    const allowed = new Set([user.userId, ...candidates.map(({ id }) => id)]);
    for (const { ref, source } of plans) {
      if (source !== 'shared' && source !== 'user') continue;
      for (const { lexical, relevant } of form.nodesOf(`${ref}/create/owner_id`)) {
        if (!relevant || lexical === '' || allowed.has(lexical)) continue;
        const name = form.nodesOf(`${ref}/create/case_name`)[0]?.lexical ?? '';
        const line: Line = { kind: 'expectCase', subject: name, owner: [...allowed].at(-1) ?? '' };
        const message = `The owner ${lexical} of “${name}” is none of those who could own it`;
        throw new FlawError({ kind: 'foreignOwner', about: ref, message, line });
      }
    }
  }
}

interface Submitting {
  readonly form: FormInstance;
  readonly plans: readonly OwnerPlan[];
}

const SUBMITTING: ReadonlySet<string> = new Set(['submit', 'chooseOwner', 'confirmOwner']);

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
