import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import type { OwnerCandidate } from '../../case/ownership/owner-candidate.ts';
import type { OwnerFix } from '../../case/ownership/owner-fixes.ts';
import { ownerFixes } from '../../case/ownership/owner-fixes.ts';
import type { AdminPlace } from '../shared/admin-place.ts';
import type { OwnerChoice, OwnerProblem } from '../../case/ownership/owner-resolution.ts';
import { inShort, mayFillInFirst, problemBehind } from '../../case/ownership/owner-resolution.ts';
import { CaseCancelEvent } from '../events/case-cancel-event.ts';
import { CaseContinueEvent } from '../events/case-continue-event.ts';
import { CaseOwnerChooseEvent } from '../events/case-owner-choose-event.ts';
import { CaseSyncRequestEvent } from '../events/case-sync-request-event.ts';
import { baseStyles } from '../shared/base.styles.ts';
import { buttonStyles } from '../shared/button.styles.ts';
import { fieldStyles } from '../shared/field.styles.ts';
import { icon } from '../shared/icon.ts';
import { messageStyles } from '../shared/message.styles.ts';
import { message } from '../shared/message.ts';
import type { OwnerProblemText } from '../strings/owner-strings.ts';
import { caseOwnerProblemStyles } from './case-owner-problem.styles.ts';
import { CasePage } from './case-page.ts';
import { fixPlace } from './fix-place.ts';
import { caseTypeLabel } from './case-type-label.ts';
import { pageStyles } from './page.styles.ts';

/**
 * @summary Why something cannot be registered yet, with names, and each way on.
 * @event {CaseOwnerChooseEvent} case-owner-choose - The user says to whom it belongs, where the app lets them.
 * @event {CaseSyncRequestEvent} case-sync-request - The supervisor has changed it: fetch the new settings.
 * @event {CaseContinueEvent} case-continue - The user fills the form in first; it waits for its owner.
 * @event {CaseCancelEvent} case-cancel - The user goes back.
 * @csspart base - The page.
 * @csspart report - The text for the supervisor.
 */
@customElement('case-owner-problem')
export class CaseOwnerProblem extends CasePage {
  static override styles = [
    baseStyles,
    buttonStyles,
    fieldStyles,
    messageStyles,
    pageStyles,
    caseOwnerProblemStyles,
  ];

  @query('#report') private report!: HTMLTextAreaElement;
  @query('input[type=radio]') private firstChoice!: HTMLInputElement | null;

  @state() private copied: 'no' | 'yes' | 'refused' = 'no';
  @state() private ownerId = '';
  @state() private choiceMissing = false;

  /** What stands in the way, or what the user has to say. */
  @property({ attribute: false }) problem: OwnerProblem | OwnerChoice | undefined;

  /** The candidate that is proposed: the last one chosen. */
  @property() suggested = '';

  /** Whether the form is filled in already, so that nothing more can be entered first. */
  @property({ type: Boolean, attribute: 'filled-in' }) filledIn = false;

  /** For somebody who may change the settings. */
  @property({ type: Boolean }) administrator = false;

  /** Where an administrator changes the settings of a place; nothing where that cannot be done here. */
  @property({ attribute: false }) settings: (place: AdminPlace) => string | undefined = () =>
    undefined;

  /** The user's id, for the user's own settings. */
  @property({ attribute: 'user-id' }) userId = '';

  /** The user's name, for the text to the supervisor. */
  @property() userName = '';

  /** The app's name, for the text to the supervisor. */
  @property() appName = '';

  /** CommCare's own message, for those who look it up. */
  @property() compatText = '';

  /** What people call a case of a type. */
  @property({ attribute: false }) caseTypeLabel = caseTypeLabel;

  /** While the new settings are fetched. */
  @property({ type: Boolean }) syncing = false;

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('problem')) return;
    this.copied = 'no';
    this.ownerId = this.proposal();
    this.choiceMissing = false;
  }

  private async handleCopy(): Promise<void> {
    try {
      await navigator.clipboard.writeText(this.report.value);
      this.copied = 'yes';
    } catch {
      // No permission, or no secure context: the user copies what is marked.
      this.report.select();
      this.copied = 'refused';
    }
  }

  private handleChoose(event: SubmitEvent): void {
    event.preventDefault();
    this.choiceMissing = this.ownerId === '';
    if (this.choiceMissing) this.firstChoice?.focus();
    else this.dispatchEvent(new CaseOwnerChooseEvent(this.ownerId));
  }

  private handleCheck(): void {
    if (!this.syncing) this.dispatchEvent(new CaseSyncRequestEvent());
  }

  private handleFillIn(): void {
    this.dispatchEvent(new CaseContinueEvent());
  }

  private handleBack(): void {
    this.dispatchEvent(new CaseCancelEvent());
  }

  override render(): unknown {
    if (this.problem === undefined) return nothing;
    const problem = inShort(this.problem);
    const names = { user: this.userName, app: this.appName, caseTypeLabel: this.caseTypeLabel };
    const { explain } = this.localize.strings.owner;
    return problem.kind === 'choice'
      ? this.renderQuestion(problem, explain(problemBehind(problem), names))
      : this.renderProblem(problem, explain(problem, names));
  }

  /** Nothing is proposed that is not there to be chosen. */
  private proposal(): string {
    const candidates = this.problem?.kind === 'choice' ? this.problem.candidates : [];
    return candidates.some(({ id }) => id === this.suggested) ? this.suggested : '';
  }

  /** Where the user may decide, nothing is wrong: it is a question, and the rest is for those who do not know the answer. */
  private renderQuestion(problem: OwnerChoice, text: OwnerProblemText): TemplateResult {
    const { owner } = this.localize.strings;
    const types = [
      ...new Set(problem.creates.map((create) => this.caseTypeLabel(create.caseType))),
    ];
    return html`<div part="base" class="page">
      <h1 id="question" tabindex="-1">${owner.chooseTitle(types)}</h1>
      <p>${text.why} ${owner.chooseHint}</p>
      ${this.renderChoice(problem.candidates)}
      <details class="wide">
        <summary>${owner.dontKnow}</summary>
        <div class="section">${this.renderReport(text)}</div>
      </details>
    </div>`;
  }

  private renderProblem(problem: OwnerProblem, text: OwnerProblemText): TemplateResult {
    return html`<div part="base" class="page">
      <h1 tabindex="-1">${text.title}</h1>
      ${this.filledIn ? message('note', this.localize.strings.app.ownerPending) : nothing}
      <p class="why">${text.why}</p>
      ${this.administrator ? this.renderFixes(problem, text) : this.renderWays(problem, text)}
      ${this.administrator ? nothing : this.renderReport(text)} ${this.renderActions(problem)}
      ${this.renderDetails()}
    </div>`;
  }

  private renderChoice(candidates: readonly OwnerCandidate[]): TemplateResult {
    const { owner } = this.localize.strings;
    return html`<form class="choice wide" novalidate @submit=${this.handleChoose}>
      <div
        role="radiogroup"
        aria-labelledby="question"
        aria-describedby=${this.choiceMissing ? 'choice-error' : nothing}
      >
        ${
          this.choiceMissing
            ? html`<p id="choice-error" class="field-error">
                ${icon('error')}<span>${owner.chooseMissing}</span>
              </p>`
            : nothing
        }
        ${candidates.map((candidate) => this.renderCandidate(candidate))}
      </div>
      <div class="actions">
        <button class="button primary" type="submit">${owner.choose}</button>
        <button class="button" type="button" @click=${this.handleBack}>${owner.back}</button>
      </div>
    </form>`;
  }

  private renderCandidate(candidate: OwnerCandidate): TemplateResult {
    const { owner } = this.localize.strings;
    return html`<label class="candidate">
      <input
        type="radio"
        name="owner"
        .checked=${candidate.id === this.ownerId}
        @change=${() => (this.ownerId = candidate.id)}
      />
      <span dir="auto">${candidate.name}</span>
      <span class="muted small">${owner[candidate.kind]}</span>
    </label>`;
  }

  private renderWays(problem: OwnerProblem, text: OwnerProblemText): TemplateResult {
    const { waysTitle, fillInFirst } = this.localize.strings.owner;
    const ways = this.canFillIn(problem) ? [...text.ways, fillInFirst] : text.ways;
    return renderList(waysTitle, ways);
  }

  /** Whoever may change the settings needs no text to send to somebody. */
  private renderFixes(problem: OwnerProblem, text: OwnerProblemText): TemplateResult {
    const { fixesTitle, fixesHint } = this.localize.strings.owner;
    const fixes = ownerFixes(problem);
    const items = text.fixes.map((words, index) => html`${words} ${this.renderLink(fixes[index])}`);
    return html`${renderList(fixesTitle, items)}
      <p class="muted">${fixesHint}</p>`;
  }

  private renderLink(fix: OwnerFix | undefined): unknown {
    const place = fix && fixPlace(fix, this.userId);
    const address = place && this.settings(place);
    return address === undefined
      ? nothing
      : html`<a href=${address}>${this.localize.strings.owner.settings}</a>`;
  }

  private canFillIn(problem: OwnerProblem): boolean {
    return !this.filledIn && mayFillInFirst(problem);
  }

  private renderReport(text: OwnerProblemText): TemplateResult {
    const { owner } = this.localize.strings;
    const said = { no: '', yes: owner.copied, refused: owner.copyFailed }[this.copied];
    return html`<div class="field wide">
      <label class="label" for="report">${owner.reportTitle}</label>
      <p id="report-hint" class="hint">${owner.reportHint}</p>
      <textarea
        id="report"
        part="report"
        class="control report"
        readonly
        rows=${text.report.split('\n').length + 3}
        aria-describedby="report-hint"
        .value=${text.report}
      ></textarea>
      <div class="copy">
        <button
          class="button ${this.problem?.kind === 'choice' ? '' : 'primary'}"
          type="button"
          @click=${this.handleCopy}
        >
          ${icon('copy')}<span>${owner.copy}</span>
        </button>
        <p role="status" class=${this.copied === 'yes' ? 'copied' : ''}>
          ${this.copied === 'yes' ? icon('tick') : nothing}${said}
        </p>
      </div>
    </div>`;
  }

  private renderActions(problem: OwnerProblem): TemplateResult {
    const { owner } = this.localize.strings;
    return html`<div class="actions">
      <button
        class="button"
        type="button"
        aria-disabled=${String(this.syncing)}
        @click=${this.handleCheck}
      >
        ${icon('sync')}<span>${this.syncing ? owner.checking : owner.checkAgain}</span>
      </button>
      ${
        this.canFillIn(problem)
          ? html`<button class="button fill-in" type="button" @click=${this.handleFillIn}>
              ${owner.fillIn}
            </button>`
          : nothing
      }
      <button class="button" type="button" @click=${this.handleBack}>${owner.back}</button>
    </div>`;
  }

  private renderDetails(): unknown {
    if (this.compatText === '') return nothing;
    return html`<details class="small">
      <summary>${this.localize.strings.owner.details}</summary>
      <p lang="en" dir="ltr">${this.compatText}</p>
    </details>`;
  }
}

function renderList(title: string, items: readonly unknown[]): TemplateResult {
  return html`<div class="section">
    <h2>${title}</h2>
    <ul class="ways">
      ${items.map((item) => html`<li>${item}</li>`)}
    </ul>
  </div>`;
}

declare global {
  interface HTMLElementTagNameMap {
    'case-owner-problem': CaseOwnerProblem;
  }
}
