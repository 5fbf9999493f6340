import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { FormEntryEvent } from '../../machines/form-entry.ts';
import { pageAt } from '../../machines/pages.ts';
import { openLoneForm, parseLoneForm } from '../../machines/open-lone-form.ts';
import type { FormOwnership } from '../../machines/run-lone-form.ts';
import type { FormDefinition } from '../../xforms/definition/form-definition.ts';
import { formIdOf } from '../../xforms/definition/form-id-of.ts';
import type { FormProblem } from '../../xforms/definition/form-parse-error.ts';
import type { FormInstance } from '../../xforms/form-instance.ts';
import type { Prefill } from '../../xforms/prefill.ts';
import { prefillForm } from '../../xforms/prefill.ts';
import type { ScreenAddress } from '../../xforms/screens.ts';
import type { Refusal } from '../../xforms/transaction.ts';
import type { XfAttachEvent } from '../events/xf-attach-event.ts';
import { XfCloseEvent } from '../events/xf-close-event.ts';
import { XfErrorEvent } from '../events/xf-error-event.ts';
import { XfReadyEvent } from '../events/xf-ready-event.ts';
import { XfSentEvent } from '../events/xf-sent-event.ts';
import type { SubmittedInstance } from '../events/xf-submit-event.ts';
import type { WorkPlace } from '../events/work-event.ts';
import { StringsController } from '../strings/strings-controller.ts';
import { fetchAnsweringParts, withMissingParts } from '../../platform/missing-part.ts';
import { platformEnvironment } from '../../platform/platform-environment.ts';
import { fetchElementsOf } from './control-elements.ts';
import { EarlyEvents } from './early-events.ts';
import { formFaults } from './form-faults.ts';
import type { FormStorage } from './form-storage.ts';
import { KeptSession } from './kept-session.ts';
import { prepareControls } from './prepare-controls.ts';
import type { runHostedForm, RunHost } from './run-hosted-form.ts';

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
    const machine = fetchAnswering();
    machine.catch(() => undefined);
    await this.#words.fetched();
    const definition = await withMissingParts(() => parseLoneForm(text, file));
    await this.#kept.find(formIdOf(definition));
    if (signal.aborted) return;
    const { form, refusals } = await withMissingParts(() => this.#openForm(definition));
    await withMissingParts(() => prepareControls(form.controls));
    await fetchElementsOf(form.controls);
    // Who may turn out not to fill it in is shown no question; and a form of the page may be sent at once.
    if (ownership !== undefined || this.#host.closest('form') !== null) await machine;
    const page = await withMissingParts(() => this.#firstPage(form));
    if (!signal.aborted) this.#showQuestions(form, page);
    const { runHostedForm } = await machine;
    if (signal.aborted) return;
    this.#early.handTo(runHostedForm(form, this.#runHost, signal));
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

  #firstPage(form: FormInstance): ScreenAddress | undefined {
    return this.#asksOneByOne ? pageAt(form, this.#kept.saved?.page ?? '') : undefined;
  }

  /** The questions can be read, and what is answered waits for the machine, which is on its way. */
  #showQuestions(form: FormInstance, page: ScreenAddress | undefined): void {
    this.#host.form = form;
    this.#host.page = page;
    this.#host.actor = this.#early = new EarlyEvents();
    this.#show({ kind: 'entering', problem: '', savedAt: undefined });
  }

  get #runHost(): RunHost {
    return {
      ...{ element: this.#host, kept: this.#kept, words: this.#words },
      showEntering: (problem, savedAt) => this.#showEntering(problem, savedAt),
      end: () => this.#end(),
      leave: () => this.#leave(),
    };
  }

  get #asksOneByOne(): boolean {
    return this.#host.mode === 'one-per-screen';
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

/** What runs a form that is shown, with all that answers call for. */
async function fetchAnswering(): Promise<{ runHostedForm: typeof runHostedForm }> {
  const [run] = await Promise.all([import('./run-hosted-form.ts'), fetchAnsweringParts()]);
  return run;
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
