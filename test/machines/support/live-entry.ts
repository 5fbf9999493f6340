import { setImmediate } from 'node:timers/promises';
import type { AnyEventObject, InspectionEvent } from 'xstate';
import { createActor, SimulatedClock } from 'xstate';
import type { Draft } from '../../../src/sync/draft.ts';
import { MemoryUserStore } from '../../../src/sync/memory-user-store.ts';
import type { OutboxItem } from '../../../src/sync/outbox-item.ts';
import { submitForm } from '../../../src/sync/submit-form.ts';
import { UserSandbox } from '../../../src/sync/user-sandbox.ts';
import type {
  DraftState,
  FormEntryEvent,
  FormEntryInput,
  FormKeeper,
} from '../../../src/machines/form-entry.ts';
import { formEntryMachine } from '../../../src/machines/form-entry.ts';
import type { FinishedWork } from '../../../src/machines/workspace/opened-form.ts';
import type { FormInstance } from '../../../src/xforms/form-instance.ts';

const NOW = Date.UTC(2026, 2, 15, 12);
const DRAFT = 'draft';

/**
 * A form that is being filled in on a device: the real machine, engine, reducer and store. Only time passes when the test says
 * so, and the store answers, or fails, when the test lets it.
 */
export class LiveEntry {
  readonly #clock = new SimulatedClock();
  readonly actor;
  /** The form as it was opened. */
  readonly untouched: string;

  private constructor(
    readonly form: FormInstance,
    private readonly sandbox: UserSandbox,
    private readonly keeper: SlowKeeper,
    input: Omit<FormEntryInput, 'keeper'>,
    inspect: (event: InspectionEvent) => void,
  ) {
    const options = { input: { ...input, keeper }, clock: this.#clock, inspect };
    this.actor = createActor(formEntryMachine, options).start();
    this.untouched = form.draftXml();
  }

  static async open(
    input: Omit<FormEntryInput, 'keeper'>,
    inspect: (event: InspectionEvent) => void,
  ): Promise<LiveEntry> {
    const sandbox = await UserSandbox.open(new MemoryUserStore(), input.user.userId);
    const keeper = new SlowKeeper(sandbox, input.form);
    return new LiveEntry(input.form, sandbox, keeper, input, inspect);
  }

  /** Lets happen what the model says: a person's act, the end of a wait, or an answer of what the machine has started. */
  async happen(event: AnyEventObject): Promise<void> {
    const { type } = event;
    const { autosaveDelay } = this.actor.getSnapshot().context;
    if (type.startsWith('xstate.after.')) this.#clock.increment(autosaveDelay);
    else if (type.endsWith('.caseManagement')) this.#agree();
    else if (type.startsWith('xstate.done.')) this.keeper.answer();
    else if (type.startsWith('xstate.error.')) this.keeper.answer(event.error as Error);
    else this.actor.send(event as FormEntryEvent);
    await setImmediate();
  }

  draft(): Promise<Draft | undefined> {
    return this.sandbox.store.readDraft(DRAFT);
  }

  outbox(): Promise<readonly OutboxItem[]> {
    return this.sandbox.store.readOutbox();
  }

  /** The step has ended by itself, or waits for somebody to agree. */
  #agree(): void {
    if (this.actor.getSnapshot().matches('managingCases'))
      this.actor.send({ type: 'owner.confirm' });
  }
}

/** A store that works in turn, each piece when it is let. */
class SlowKeeper implements FormKeeper {
  readonly #waiting: ((failure: Error | undefined) => void)[] = [];

  constructor(
    private readonly sandbox: UserSandbox,
    private readonly form: FormInstance,
  ) {}

  async saveDraft({ ownerPending }: DraftState): Promise<number> {
    const texts = { formKey: 'registration', instanceXml: this.form.draftXml(), title: 'Mother' };
    await this.#turn();
    const rest = { caseName: '', savedAt: NOW, datums: {}, ownerPending };
    await this.sandbox.store.saveDraft({ id: DRAFT, ...texts, ...rest });
    return NOW;
  }

  async submit(): Promise<FinishedWork> {
    const [instanceId, xml] = ['i1', this.form.submissionXml()];
    await this.#turn();
    const submission = { instanceId, xml, attachments: [] };
    const finished = { submission, formName: 'Mother', endedDrafts: [DRAFT] };
    const outcome = await submitForm(this.sandbox, finished, NOW);
    if (outcome.kind === 'refused') throw new Error(outcome.message);
    return { formName: 'Mother', xml, instanceId, outcome };
  }

  /** What was asked for first is done first; the last one fails with `failure`. */
  answer(failure?: Error): void {
    const last = this.#waiting.pop();
    for (const begin of this.#waiting.splice(0)) begin(undefined);
    last?.(failure);
  }

  #turn(): Promise<void> {
    return new Promise((resolve, reject) => {
      this.#waiting.push((failure) => (failure === undefined ? resolve() : reject(failure)));
    });
  }
}
