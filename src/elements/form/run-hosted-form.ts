import type { FormEntryActor, FormEntryContext } from '../../machines/form-entry.ts';
import type { LoneForm, LoneFormInput, LoneSubmission } from '../../machines/run-lone-form.ts';
import { runLoneForm } from '../../machines/run-lone-form.ts';
import { platformEnvironment } from '../../platform/platform-environment.ts';
import type { FormInstance } from '../../xforms/form-instance.ts';
import type { ScreenAddress } from '../../xforms/screens.ts';
import { XfBeforeSubmitEvent } from '../events/xf-before-submit-event.ts';
import { XfChangeEvent } from '../events/xf-change-event.ts';
import { XfDraftEvent } from '../events/xf-draft-event.ts';
import { XfInvalidEvent } from '../events/xf-invalid-event.ts';
import { XfPageEvent } from '../events/xf-page-event.ts';
import { XfSubmitEvent } from '../events/xf-submit-event.ts';
import type { StringsController } from '../strings/strings-controller.ts';
import type { HostingElement } from './form-host.ts';
import type { KeptSession } from './kept-session.ts';

/** Who shows what becomes of a running form. */
export interface RunHost {
  readonly element: HostingElement;
  readonly kept: KeptSession;
  readonly words: StringsController;
  /** Why it was not taken, or not kept (`''` when all is well), and when it was last kept here, in milliseconds since 1970. */
  showEntering(problem: string, savedAt: number | undefined): void;
  /** The page has taken it. */
  end(): void;
  /** It was left unfinished. */
  leave(): void;
}

/**
 * Lets a person fill in a form that is shown: drives it by the form-entry machine until `signal` is aborted, tells the page what happens,
 * and hands the finished form over. Returns what takes answers. Throws where nobody could own the cases that the form creates.
 */
export function runHostedForm(
  form: FormInstance,
  host: RunHost,
  signal: AbortSignal,
): FormEntryActor {
  return new HostedRun(host).start(form, signal);
}

class HostedRun {
  readonly #host: HostingElement;
  readonly #kept: KeptSession;
  readonly #shown: RunHost;
  /** How often the person has tried to finish. */
  #attempts = 0;

  constructor(host: RunHost) {
    this.#shown = host;
    this.#host = host.element;
    this.#kept = host.kept;
  }

  start(form: FormInstance, signal: AbortSignal): FormEntryActor {
    const lone = runLoneForm(form, this.#destination());
    this.#refuseWithoutOwner(lone);
    this.#host.actor = lone.actor;
    this.#follow(lone.actor, signal);
    return lone.actor;
  }

  #destination(): LoneFormInput {
    return {
      ownership: this.#host.ownership,
      oneByOne: this.#host.mode === 'one-per-screen',
      leftAt: this.#kept.saved?.page,
      now: () => platformEnvironment.now(),
      saveDraft: (xml, page) => this.#saveDraft(xml, page),
      submit: (submission) => this.#submit(submission),
    };
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
    const { title, why } = this.#shown.words.strings.owner.explain(ownerProblem, names);
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
    if (snapshot.output?.kind === 'submitted') this.#shown.end();
    else if (snapshot.output?.kind === 'left') this.#shown.leave();
    else this.#shown.showEntering(problem, this.#kept.isKept ? savedAt : undefined);
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
}
