import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { FormEntryActor, FormEntryEvent } from '../../machines/form-entry.ts';
import { pageAt } from '../../machines/pages.ts';
import { openLoneForm } from '../../machines/open-lone-form.ts';
import type {
  FormOwnership,
  LoneForm,
  LoneFormInput,
  LoneSubmission,
} from '../../machines/run-lone-form.ts';
import type { FormProblem } from '../../xforms/definition/form-parse-error.ts';
import type { FormInstance } from '../../xforms/form-instance.ts';
import type { ScreenAddress } from '../../xforms/screens.ts';
import type { XfAttachEvent } from '../events/xf-attach-event.ts';
import { XfDraftEvent } from '../events/xf-draft-event.ts';
import { XfErrorEvent } from '../events/xf-error-event.ts';
import { XfReadyEvent } from '../events/xf-ready-event.ts';
import { XfSubmitEvent } from '../events/xf-submit-event.ts';
import { StringsController } from '../strings/strings-controller.ts';
import { withMissingParts } from '../../platform/missing-part.ts';
import { platformEnvironment } from '../../platform/platform-environment.ts';
import { fetchElementsOf } from './control-elements.ts';
import { EarlyEvents } from './early-events.ts';
import { formFaults } from './form-faults.ts';
import { prepareControls } from './prepare-controls.ts';

/** The element that is given an address or a text in place of a form. */
export interface HostingElement extends ReactiveControllerHost, HTMLElement {
  readonly src: string;
  readonly xml: string;
  readonly instances: Readonly<Record<string, string>>;
  readonly draft: string | undefined;
  readonly ownership: FormOwnership | undefined;
  readonly mode: 'one-page' | 'one-per-screen';
  page: ScreenAddress | undefined;
  form: FormInstance | undefined;
  actor: { send(event: FormEntryEvent): void } | undefined;
  busy: boolean;
}

/** How far a form is that its element runs by itself; `none` when the page brings form and actor. */
export type HostedStage =
  | { readonly kind: 'none' }
  | { readonly kind: 'opening' }
  | { readonly kind: 'failed'; readonly file: string; readonly problems: readonly FormProblem[] }
  /** `problem`: why it was not taken; `''` when all is well. */
  | { readonly kind: 'entering'; readonly problem: string }
  | { readonly kind: 'sent' };

/** Runs a form for an element that has only its address or text: fetches, opens, drives by the form-entry machine, hands over. */
export class FormHost implements ReactiveController {
  readonly #host: HostingElement;
  readonly #words: StringsController;
  readonly #files = new Map<string, File>();
  #stage: HostedStage = { kind: 'none' };
  #opening: AbortController | undefined;
  #early = new EarlyEvents();

  constructor(host: HostingElement) {
    this.#host = host;
    this.#words = new StringsController(host);
    host.addController(this);
  }

  get stage(): HostedStage {
    return this.#stage;
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

  async #enter(text: string, file: string, signal: AbortSignal): Promise<void> {
    const { instances, draft, ownership } = this.#host;
    this.#files.clear();
    const machine = import('../../machines/run-lone-form.ts');
    machine.catch(() => undefined);
    await this.#words.fetched();
    const form = await withMissingParts(() =>
      openLoneForm({ text, file, instances, draft, environment: platformEnvironment }),
    );
    await withMissingParts(() => prepareControls(form.controls));
    await fetchElementsOf(form.controls);
    // Who may turn out not to fill it in is shown no question.
    if (ownership !== undefined) await machine;
    if (!signal.aborted) this.#showQuestions(form);
    const { runLoneForm } = await machine;
    if (signal.aborted) return;
    this.#run(runLoneForm(form, this.#destination(ownership)), signal);
    await this.#host.updateComplete;
    if (!signal.aborted) this.#host.dispatchEvent(new XfReadyEvent());
  }

  /** The questions can be read, and what is answered waits for the machine, which is on its way. */
  #showQuestions(form: FormInstance): void {
    this.#host.form = form;
    this.#host.page = this.#asksOneByOne ? pageAt(form, '') : undefined;
    this.#host.actor = this.#early = new EarlyEvents();
    this.#show({ kind: 'entering', problem: '' });
  }

  #destination(ownership: FormOwnership | undefined): LoneFormInput {
    return {
      ownership,
      oneByOne: this.#asksOneByOne,
      now: () => platformEnvironment.now(),
      saveDraft: (xml) => void this.#host.dispatchEvent(new XfDraftEvent(xml)),
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
    const show = () => this.#mirror(actor);
    const subscription = actor.subscribe(show);
    signal.addEventListener('abort', () => {
      subscription.unsubscribe();
      actor.stop();
    });
    show();
  }

  #mirror(actor: FormEntryActor): void {
    const snapshot = actor.getSnapshot();
    this.#host.busy = !snapshot.matches('entering');
    this.#host.page = snapshot.context.page;
    if (snapshot.output?.kind === 'submitted') this.#show({ kind: 'sent' });
    else if (snapshot.output?.kind === 'left') this.#leave();
    else this.#showEntering(snapshot.context.problem ?? '');
  }

  /** After an answer all is as it was, as a rule: then the form, which may be long, is not rendered anew. */
  #showEntering(problem: string): void {
    const stage = this.#stage;
    if (stage.kind === 'entering' && stage.problem === problem) return;
    this.#show({ kind: 'entering', problem });
  }

  /** The page sent `leave` to the actor: its draft has come by an event. */
  #leave(): void {
    this.#takeAway();
    this.#show({ kind: 'none' });
  }

  async #submit({ xml, instanceId, formId, names }: LoneSubmission): Promise<void> {
    const attachments = [...this.#files]
      .filter(([name]) => names(name))
      .map(([name, file]) => ({ name, file }));
    const event = new XfSubmitEvent({ xml, instanceId, formId, attachments });
    // The page that does not take the form says itself why.
    if (!this.#host.dispatchEvent(event)) throw new Error('');
    await event.settled();
  }

  readonly #keepFile = ({ name, file }: XfAttachEvent): void => {
    if (file === undefined) this.#files.delete(name);
    else this.#files.set(name, file);
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

async function fetchText(src: string, signal: AbortSignal): Promise<string> {
  const response = await fetch(src, { signal }).catch((error: unknown) => {
    throw new Error(`${src} cannot be reached. Check the connection and the address.`, {
      cause: error,
    });
  });
  if (response.ok) return response.text();
  throw new Error(`${src}: the server answered ${response.status}. Check the address.`);
}
