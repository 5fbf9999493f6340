import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type {
  FormEntryActor,
  FormEntryContext,
  FormEntryEvent,
} from '../../machines/form-entry.ts';
import { pageAt } from '../../machines/pages.ts';
import { openLoneForm, parseLoneForm } from '../../machines/open-lone-form.ts';
import type {
  FormOwnership,
  LoneForm,
  LoneFormInput,
  LoneSubmission,
} from '../../machines/run-lone-form.ts';
import type { FormDefinition } from '../../xforms/definition/form-definition.ts';
import { formIdOf } from '../../xforms/definition/form-id-of.ts';
import type { FormProblem } from '../../xforms/definition/form-parse-error.ts';
import type { FormInstance } from '../../xforms/form-instance.ts';
import type { Prefill } from '../../xforms/prefill.ts';
import { prefillForm } from '../../xforms/prefill.ts';
import type { ScreenAddress } from '../../xforms/screens.ts';
import type { Refusal } from '../../xforms/transaction.ts';
import type { XfAttachEvent } from '../events/xf-attach-event.ts';
import { XfBeforeSubmitEvent } from '../events/xf-before-submit-event.ts';
import { XfChangeEvent } from '../events/xf-change-event.ts';
import { XfCloseEvent } from '../events/xf-close-event.ts';
import { XfDraftEvent } from '../events/xf-draft-event.ts';
import { XfErrorEvent } from '../events/xf-error-event.ts';
import { XfInvalidEvent } from '../events/xf-invalid-event.ts';
import { XfPageEvent } from '../events/xf-page-event.ts';
import { XfReadyEvent } from '../events/xf-ready-event.ts';
import { XfSentEvent } from '../events/xf-sent-event.ts';
import type { SubmittedInstance } from '../events/xf-submit-event.ts';
import { XfSubmitEvent } from '../events/xf-submit-event.ts';
import type { WorkPlace } from '../events/work-event.ts';
import { StringsController } from '../strings/strings-controller.ts';
import { withMissingParts } from '../../platform/missing-part.ts';
import { platformEnvironment } from '../../platform/platform-environment.ts';
import { fetchElementsOf } from './control-elements.ts';
import { EarlyEvents } from './early-events.ts';
import { formFaults } from './form-faults.ts';
import type { FormStorage } from './form-storage.ts';
import { KeptSession } from './kept-session.ts';
import { prepareControls } from './prepare-controls.ts';

/** The element that is given an address or a text in place of a form. */
export interface HostingElement extends ReactiveControllerHost, HTMLElement, WorkPlace {
  readonly src: string;
  readonly xml: string;
  readonly instances: Readonly<Record<string, string>>;
  readonly draft: string | undefined;
  readonly session: string;
  readonly prefill: Prefill;
  readonly autosave: 'off' | 'local';
  readonly autosaveKey: string;
  readonly storage: FormStorage | undefined;
  readonly submission: ((form: SubmittedInstance) => Promise<unknown>) | undefined;
  readonly language: string;
  readonly caseIds: readonly string[];
  readonly ownership: FormOwnership | undefined;
  readonly mode: 'one-page' | 'one-per-screen';
  page: ScreenAddress | undefined;
  form: FormInstance | undefined;
  actor: { send(event: FormEntryEvent): void } | undefined;
  busy: boolean;
  flush(): void;
}

/** How far a form is that its element runs by itself; `none` when the page brings form and actor. */
export type HostedStage =
  | { readonly kind: 'none' }
  | { readonly kind: 'opening' }
  | { readonly kind: 'failed'; readonly file: string; readonly problems: readonly FormProblem[] }
  | {
      readonly kind: 'entering';
      /** Why it was not taken, or not kept; `''` when all is well. */
      readonly problem: string;
      /** When it was last kept here, in milliseconds since 1970; `undefined` when that is not done, or not yet. */
      readonly savedAt: number | undefined;
    }
  | { readonly kind: 'sent' };

/** Runs a form for an element that has only its address or text: fetches, opens, drives by the form-entry machine, hands over. */
export class FormHost implements ReactiveController {
  readonly #host: HostingElement;
  readonly #words: StringsController;
  readonly #kept: KeptSession;
  #stage: HostedStage = { kind: 'none' };
  #opening: AbortController | undefined;
  #early = new EarlyEvents();
  /** How often the person has tried to finish. */
  #attempts = 0;

  constructor(host: HostingElement) {
    this.#host = host;
    this.#words = new StringsController(host);
    this.#kept = new KeptSession(host);
    host.addController(this);
  }

  get stage(): HostedStage {
    return this.#stage;
  }

  /** What was kept of an earlier time, and whether it is gone on with. */
  get kept(): KeptSession {
    return this.#kept;
  }

  hostConnected(): void {
    this.#host.addEventListener('xf-attach', this.#keepFile);
  }

  hostDisconnected(): void {
    this.#host.removeEventListener('xf-attach', this.#keepFile);
  }

  /** Opens what the element names now, in place of what was open. Tells by an event how that ended; never rejects. */
  async open(): Promise<void> {
    this.#opening?.abort();
    const { signal } = (this.#opening = new AbortController());
    const { src, xml } = this.#host;
    const file = src || 'form.xml';
    this.#takeAway();
    if (src === '' && xml === '') return this.#show({ kind: 'none' });
    this.#show({ kind: 'opening' });
    try {
      const text = await (xml === '' ? fetchText(src, signal) : Promise.resolve(xml));
      if (!signal.aborted) await this.#enter(text, file, signal);
    } catch (error) {
      if (!signal.aborted) this.#fail(file, error);
    }
  }

  /** Begins anew, and puts aside what was gone on with: `goBack` brings it again. */
  async startAgain(): Promise<void> {
    this.#host.flush();
    // What is kept takes its turn: the last answers are there before all of it is put aside.
    this.#host.actor?.send({ type: 'save' });
    await this.#kept.putAside();
    await this.open();
  }

  /** Goes on with what `startAgain` has put aside. */
  async goBack(): Promise<void> {
    const problem = await this.#kept.takeAgain().then(() => '', messageOf);
    await this.open();
    if (problem !== '' && this.#stage.kind === 'entering') this.#showEntering(problem, undefined);
  }

  async #enter(text: string, file: string, signal: AbortSignal): Promise<void> {
    const { ownership } = this.#host;
    const machine = import('../../machines/run-lone-form.ts');
    machine.catch(() => undefined);
    await this.#words.fetched();
    const definition = await withMissingParts(() => parseLoneForm(text, file));
    await this.#kept.find(formIdOf(definition));
    if (signal.aborted) return;
    const { form, refusals } = await withMissingParts(() => this.#openForm(definition));
    await withMissingParts(() => prepareControls(form.controls));
    await fetchElementsOf(form.controls);
    // Who may turn out not to fill it in is shown no question.
    if (ownership !== undefined) await machine;
    if (!signal.aborted) this.#showQuestions(form);
    const { runLoneForm } = await machine;
    if (signal.aborted) return;
    this.#run(runLoneForm(form, this.#destination(ownership)), signal);
    await this.#host.updateComplete;
    if (!signal.aborted) this.#host.dispatchEvent(new XfReadyEvent(refusals));
  }

  #openForm(definition: FormDefinition): { form: FormInstance; refusals: readonly Refusal[] } {
    const { instances, draft, language, prefill } = this.#host;
    const { saved } = this.#kept;
    const begun = saved?.draft ?? draft;
    const form = openLoneForm(definition, {
      ...{ instances, draft: begun, environment: platformEnvironment },
      language: saved?.language || language,
    });
    const isPrefilled = begun === undefined && Object.keys(prefill).length > 0;
    return { form, refusals: isPrefilled ? prefillForm(form, prefill) : [] };
  }

  /** The questions can be read, and what is answered waits for the machine, which is on its way. */
  #showQuestions(form: FormInstance): void {
    this.#attempts = 0;
    this.#host.form = form;
    this.#host.page = this.#asksOneByOne ? pageAt(form, this.#kept.saved?.page ?? '') : undefined;
    this.#host.actor = this.#early = new EarlyEvents();
    this.#show({ kind: 'entering', problem: '', savedAt: undefined });
  }

  #destination(ownership: FormOwnership | undefined): LoneFormInput {
    return {
      ownership,
      oneByOne: this.#asksOneByOne,
      leftAt: this.#kept.saved?.page,
      now: () => platformEnvironment.now(),
      saveDraft: (xml, page) => this.#saveDraft(xml, page),
      submit: (submission) => this.#submit(submission),
    };
  }

  get #asksOneByOne(): boolean {
    return this.#host.mode === 'one-per-screen';
  }

  #run(lone: LoneForm, signal: AbortSignal): void {
    this.#refuseWithoutOwner(lone);
    this.#host.actor = lone.actor;
    this.#follow(lone.actor, signal);
    this.#early.handTo(lone.actor);
  }

  /** It is better to hear of it now than after the last answer. */
  #refuseWithoutOwner({ ownerProblem, actor }: LoneForm): void {
    if (ownerProblem === undefined) return;
    actor.stop();
    const names = {
      user: this.#host.ownership?.user.name ?? '',
      app: '',
      caseTypeLabel: (type: string) => type,
    };
    const { title, why } = this.#words.strings.owner.explain(ownerProblem, names);
    throw new Error(`${title}. ${why}`);
  }

  #follow(actor: FormEntryActor, signal: AbortSignal): void {
    const { form } = actor.getSnapshot().context;
    const show = () => this.#mirror(actor);
    const subscription = actor.subscribe(show);
    const stopTelling = form.onTransaction(({ source, changed }) => {
      if (source === 'user') this.#tellChange(() => [...changed].map(({ ref }) => ref));
    });
    signal.addEventListener('abort', () => {
      subscription.unsubscribe();
      stopTelling();
      actor.stop();
    });
    show();
  }

  #tellChange(refs: () => readonly string[]): void {
    this.#host.dispatchEvent(new XfChangeEvent(refs));
  }

  #mirror(actor: FormEntryActor): void {
    const snapshot = actor.getSnapshot();
    const { page, problem = '', savedAt } = snapshot.context;
    this.#host.busy = !snapshot.matches('entering');
    this.#turnTo(page);
    this.#tellInvalid(snapshot.context);
    if (snapshot.output?.kind === 'submitted') this.#end();
    else if (snapshot.output?.kind === 'left') this.#leave();
    else this.#showEntering(problem, this.#kept.isKept ? savedAt : undefined);
  }

  #turnTo(page: ScreenAddress | undefined): void {
    const before = this.#host.page;
    this.#host.page = page;
    if (page !== undefined && before !== undefined && page !== before)
      this.#host.dispatchEvent(new XfPageEvent(page));
  }

  #tellInvalid({ attempts, invalid }: FormEntryContext): void {
    if (attempts === this.#attempts) return;
    this.#attempts = attempts;
    this.#host.dispatchEvent(new XfInvalidEvent(invalid));
  }

  /** After an answer all is as it was, as a rule: then the form, which may be long, is not rendered anew. */
  #showEntering(problem: string, savedAt: number | undefined): void {
    const stage = this.#stage;
    if (stage.kind === 'entering' && stage.problem === problem && stage.savedAt === savedAt) return;
    this.#show({ kind: 'entering', problem, savedAt });
  }

  #end(): void {
    this.#show({ kind: 'sent' });
    this.#host.dispatchEvent(new XfSentEvent());
  }

  /** The page sent `leave` to the actor: its draft has come by an event. */
  #leave(): void {
    this.#host.dispatchEvent(new XfCloseEvent());
    this.#takeAway();
    this.#show({ kind: 'none' });
  }

  async #saveDraft(xml: string, page: ScreenAddress | undefined): Promise<void> {
    const event = new XfDraftEvent(xml, this.#kept.tokenOf(xml, page));
    this.#host.dispatchEvent(event);
    await Promise.all([event.settled(), this.#kept.keep(xml, page)]);
  }

  async #submit({ xml, names }: LoneSubmission): Promise<void> {
    this.#askBefore();
    const { key } = this.#kept;
    const attachments = [...this.#kept.files]
      .filter(([name]) => names(name))
      .map(([name, file]) => ({ name, file }));
    const event = new XfSubmitEvent({ xml, attachments });
    const { formId, instanceId, sessionId, caseIds } = this.#host.work;
    const submitted = { xml, attachments, formId, instanceId, sessionId, caseIds };
    // The page that does not take the form says itself why.
    if (!this.#host.dispatchEvent(event)) throw new Error('');
    await Promise.all([event.settled(), this.#host.submission?.(submitted)]);
    // The page has it: a draft that is left behind must not make it be sent twice.
    await this.#kept.forget(key).catch(() => undefined);
  }

  #askBefore(): void {
    const event = new XfBeforeSubmitEvent();
    if (!this.#host.dispatchEvent(event)) throw new Error(event.reason);
  }

  /** One that was taken back stays: it goes out no more, but an undo may bring it back. */
  readonly #keepFile = ({ name, file }: XfAttachEvent): void => {
    if (file !== undefined) this.#kept.files.set(name, file);
  };

  #fail(file: string, error: unknown): void {
    const problems = formFaults(error);
    this.#takeAway();
    this.#show({ kind: 'failed', file, problems });
    this.#host.dispatchEvent(new XfErrorEvent(file, problems, error));
  }

  #takeAway(): void {
    this.#host.form = undefined;
    this.#host.actor = undefined;
    this.#host.busy = false;
    this.#host.page = undefined;
  }

  #show(stage: HostedStage): void {
    this.#stage = stage;
    this.#host.requestUpdate();
  }
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

async function fetchText(src: string, signal: AbortSignal): Promise<string> {
  const response = await fetch(src, { signal }).catch((error: unknown) => {
    throw new Error(`${src} cannot be reached. Check the connection and the address.`, {
      cause: error,
    });
  });
  if (response.ok) return response.text();
  throw new Error(`${src}: the server answered ${response.status}. Check the address.`);
}
