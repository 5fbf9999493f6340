import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { live } from 'lit/directives/live.js';
import type { FormEntryActor } from '../../machines/form-entry.ts';
import type { OpenedForm } from '../../machines/workspace/opened-form.ts';
import { CaseCancelEvent } from '../events/case-cancel-event.ts';
import { CaseQuestionModeEvent } from '../events/case-question-mode-event.ts';
import '../form/xf-form.ts';
import { ActorController } from '../shared/actor-controller.ts';
import { baseStyles } from '../shared/base.styles.ts';
import { buttonStyles } from '../shared/button.styles.ts';
import type { Geocoder } from '../shared/geocoder.ts';
import { messageStyles } from '../shared/message.styles.ts';
import { message } from '../shared/message.ts';
import { caseFormStyles } from './case-form.styles.ts';
import { CasePage } from './case-page.ts';
import { distinctFaults, type FormFault } from './distinct-faults.ts';
import { pageStyles } from './page.styles.ts';
import { renderDraftChanges } from './render-draft-changes.ts';
import { renderHeading } from './render-heading.ts';
import type { MediaSource } from './render-value.ts';
import type { Subject } from './subject.ts';

/**
 * @summary A form that is being filled in: whose it is, what is wrong with it or with saving it, the questions, and the way out.
 * @event {CaseCancelEvent} case-cancel - The user leaves; what was entered stays as a draft.
 * @event {CaseQuestionModeEvent} case-question-mode - The user wants the questions one by one, or all on one page.
 * @event {XfAttachEvent} xf-attach - The user chose a file, or took one back.
 * @csspart base - The form.
 * @csspart heading - The name of the case, or the form's title.
 */
@customElement('case-form')
export class CaseForm extends CasePage {
  static override styles = [baseStyles, buttonStyles, messageStyles, pageStyles, caseFormStyles];

  /** What is being filled in. */
  @property({ attribute: false }) opened: OpenedForm | undefined;

  /** Takes what the person does. */
  @property({ attribute: false }) actor: FormEntryActor | undefined;

  /** The case that the form works on; `undefined` where it works on none. */
  @property({ attribute: false }) subject: Subject | undefined;

  /** Leaves out the form's own choice of language, where the page has one. */
  @property({ type: Boolean, attribute: 'no-languages' }) noLanguages = false;

  /** Where the app's pictures and sounds can be read. */
  @property({ attribute: false }) media: MediaSource = () => undefined;

  /** Looks up what is typed as an address. */
  @property({ attribute: false }) geocoder: Geocoder | undefined;

  constructor() {
    super();
    new ActorController(this, () => this.actor);
  }

  // A press on the button leaves the focus in its box, so the form has not heard of what is typed there.
  private handleLeave(): void {
    this.flush();
    this.dispatchEvent(new CaseCancelEvent());
  }

  /** Hands what is still being typed to the form, as leaving its box does. */
  flush(): void {
    this.renderRoot.querySelector('xf-form')?.flush();
  }

  private readonly handleMode = (): void => {
    this.dispatchEvent(new CaseQuestionModeEvent(this.page === undefined));
  };

  private get page() {
    return this.actor?.getSnapshot().context.page;
  }

  override render(): unknown {
    const { opened, actor } = this;
    if (opened === undefined || actor === undefined) return nothing;
    const entry = actor.getSnapshot();
    return html`<div class="notices">
        ${this.renderSaveProblem(entry.context.problem)} ${this.renderChanges(opened)}
        ${this.renderFaults(distinctFaults(opened.form.problems))}
      </div>
      <xf-form
        part="base"
        .form=${opened.form}
        .actor=${actor}
        .media=${this.media}
        .geocoder=${this.geocoder}
        .page=${entry.context.page}
        .sessionId=${opened.draftId}
        .caseIds=${opened.openedWith.map(({ caseId }) => caseId)}
        .busy=${!entry.matches('entering')}
      >
        <div slot="header" part="heading" class="heading">
          ${renderHeading(opened.title, this.subject, this.localize.strings)}
        </div>
        ${this.renderMode()} ${this.noLanguages ? html`<span slot="language"></span>` : nothing}
        <div slot="footer" class="footer">
          <button class="button quiet leave" type="button" @click=${this.handleLeave}>
            ${this.localize.strings.app.saveAndLeave}
          </button>
          <span class="muted" role="status">${this.savedText(entry.context.savedAt)}</span>
        </div>
      </xf-form>`;
  }

  private renderMode(): TemplateResult {
    return html`<label slot="mode" class="mode small">
      <input type="checkbox" .checked=${live(this.page !== undefined)} @change=${this.handleMode} />
      ${this.localize.strings.form.oneByOne}
    </label>`;
  }

  private renderSaveProblem(problem: string | undefined): unknown {
    if (problem === undefined) return nothing;
    const text = this.localize.strings.app;
    return html`<div role="alert">
      ${message(
        'danger',
        html`<p><strong>${text.saveTitle}</strong></p>
          <p>${text.saveMeaning} ${text.saveRemedy}</p>
          <p>${problem}</p>`,
      )}
    </div>`;
  }

  private renderChanges({ changes, isOldForm, hasNewQuestions }: OpenedForm): unknown {
    if (changes.length === 0 && !isOldForm && !hasNewQuestions) return nothing;
    const { strings } = this.localize;
    return message(
      'note',
      html`<p><strong>${strings.case.drafts.changedTitle}</strong></p>
        ${isOldForm ? html`<p>${strings.case.drafts.oldForm}</p>` : nothing}
        ${hasNewQuestions ? html`<p>${strings.case.drafts.newQuestions}</p>` : nothing}
        ${changes.length === 0 ? nothing : this.renderWhatChanged(changes)}`,
    );
  }

  private renderWhatChanged(changes: OpenedForm['changes']): TemplateResult {
    const { strings } = this.localize;
    return html`<p>${strings.case.drafts.changedMeaning}</p>
      ${renderDraftChanges(changes, strings)}`;
  }

  /** The questions that a fault does not touch work; so it is said calmly, and in words for the person who made the form. */
  private renderFaults(faults: readonly FormFault[]): unknown {
    if (faults.length === 0) return nothing;
    const text = this.localize.strings.app;
    return message(
      'note',
      html`<p><strong>${text.faults(faults.length)}</strong></p>
        <p>${text.faultsMeaning}</p>
        <details class="small">
          <summary>${this.localize.strings.case.problem.details}</summary>
          <ul class="plain" lang="en" dir="ltr">
            ${faults.map(({ place, message: said }) => html`<li><code>${place}</code>: ${said}</li>`)}
          </ul>
        </details>`,
    );
  }

  private savedText(savedAt: number | undefined): string {
    if (savedAt === undefined) return '';
    const time = new Intl.DateTimeFormat(this.localize.lang, { timeStyle: 'short' });
    return this.localize.strings.form.saved(time.format(new Date(savedAt)));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'case-form': CaseForm;
  }
}
