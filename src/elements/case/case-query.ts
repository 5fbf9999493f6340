import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { classMap } from 'lit/directives/class-map.js';
import type { QueryAnswers } from '../../suite/query-datum.ts';
import type { QueryField, QueryScreen } from '../../suite/screen.ts';
import type { RemoteProblem } from '../../machines/app-session.ts';
import { parseMarkdown } from '../../xforms/markdown/parse-markdown.ts';
import { CaseAnswerPromptsEvent } from '../events/case-answer-prompts-event.ts';
import { CaseCancelEvent } from '../events/case-cancel-event.ts';
import { CaseSearchEvent } from '../events/case-search-event.ts';
import { baseStyles } from '../shared/base.styles.ts';
import { buttonStyles } from '../shared/button.styles.ts';
import { fieldStyles } from '../shared/field.styles.ts';
import { icon } from '../shared/icon.ts';
import { addressesStyles } from '../shared/addresses.styles.ts';
import { AddressFinder } from '../shared/address-finder.ts';
import { addressMessage, type AddressMessage } from '../shared/address-message.ts';
import type { FoundAddress, Geocoder } from '../shared/geocoder.ts';
import { messageStyles } from '../shared/message.styles.ts';
import { message } from '../shared/message.ts';
import { renderAddresses } from '../shared/render-addresses.ts';
import { renderRichText } from '../shared/render-rich-text.ts';
import { richTextStyles } from '../shared/rich-text.styles.ts';
import { CasePage } from './case-page.ts';
import { caseQueryStyles } from './case-query.styles.ts';
import { pageStyles } from './page.styles.ts';
import {
  isGroupOfControls,
  renderQueryControl,
  textAnswer,
  type QueryControl,
} from './query-control.ts';
import { emptiedAnswers, receivedAnswers } from './received-answers.ts';
import { TypedWords } from './typed-words.ts';
import { renderRemoteProblem } from './render-remote-problem.ts';

const ADDRESS = 'address';

/** In milliseconds: who types on has not answered yet. */
const TYPING_PAUSE = 300;

/**
 * @summary What a search server is to be asked: the app's prompts, and why it cannot be asked just now.
 * @event {CaseAnswerPromptsEvent} case-answer-prompts - The user answered; choices and checks of the other prompts may follow.
 * @event {CaseSearchEvent} case-search - The user asks the server.
 * @event {CaseCancelEvent} case-cancel - The user goes back, or gives up waiting.
 * @csspart base - The page.
 * @csspart prompt - One prompt.
 */
@customElement('case-query')
export class CaseQuery extends CasePage {
  static override styles = [
    baseStyles,
    buttonStyles,
    fieldStyles,
    messageStyles,
    richTextStyles,
    pageStyles,
    addressesStyles,
    caseQueryStyles,
  ];

  @query('.summary') private summary!: HTMLElement | null;

  /** True once the user has tried to search: from then on it is said what is missing. */
  @state() private attempted = false;

  /** The prompts with their answers. */
  @property({ attribute: false }) screen: QueryScreen | undefined;

  /** True while the server is being asked. */
  @property({ type: Boolean }) busy = false;

  /** Looks up what is typed as an address. */
  @property({ attribute: false }) geocoder: Geocoder | undefined;

  /** Why the server did not answer. */
  @property({ attribute: false }) problem: RemoteProblem | undefined;

  private readonly typed = new TypedWords();

  private readonly finder = new AddressFinder(this);

  /** The addresses that were chosen, by prompt. */
  private readonly chosen = new Map<string, AddressMessage>();

  /** The prompt whose address is being looked up. */
  private sought = '';

  private pause: ReturnType<typeof setTimeout> | undefined;

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.pause);
    this.finder.stop();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('screen')) return;
    const before = changed.get('screen');
    this.typed.follow(before, this.screen);
    if (before?.datum === this.screen?.datum) return;
    this.attempted = false;
    this.forgetEntered();
  }

  private readonly handleSubmit = (event: Event): void => {
    event.preventDefault();
    this.attempted = true;
    if (this.faulty.length === 0) this.dispatchEvent(new CaseSearchEvent());
    else void this.updateComplete.then(() => this.summary?.focus());
  };

  private readonly handleClear = (): void => {
    const keys = this.screen?.prompts.map(({ key }) => [key, ''] as const) ?? [];
    this.attempted = false;
    this.forgetEntered();
    this.dispatchEvent(new CaseAnswerPromptsEvent(Object.fromEntries(keys)));
    if (this.screen?.datum?.searchOnClear === true) this.dispatchEvent(new CaseSearchEvent());
  };

  private readonly handleCancel = (): void => {
    this.dispatchEvent(new CaseCancelEvent());
  };

  private handleType(field: QueryField, words: string): void {
    this.typed.note(field, words);
    clearTimeout(this.pause);
    this.pause = setTimeout(() => this.handlePause(field, words), TYPING_PAUSE);
  }

  private handlePause(field: QueryField, words: string): void {
    if (field.input === ADDRESS) this.lookUp(field, words);
    if (this.screen?.datum?.dynamicSearch === true) this.answerTyped();
  }

  private lookUp({ key }: QueryField, words: string): void {
    this.sought = key;
    void this.finder.look(this.geocoder, words, this.localize.lang);
  }

  private handleAnswer(field: QueryField, value: string): void {
    this.typed.forget(field.key);
    const emptied = field.input === ADDRESS ? this.emptied(field, value) : {};
    this.dispatchEvent(new CaseAnswerPromptsEvent({ ...emptied, [field.key]: value }));
  }

  private handleAddress(field: QueryField, address: FoundAddress): void {
    clearTimeout(this.pause);
    this.finder.stop();
    const message = addressMessage(address);
    const answers = this.typed.answers(this.screen?.prompts ?? []);
    const received = receivedAnswers(field.key, this.screen?.prompts ?? [], message);
    this.chosen.set(field.key, message);
    for (const key of [field.key, ...Object.keys(received)]) this.typed.forget(key);
    const chosen = { [field.key]: textAnswer(field, address.text) };
    this.dispatchEvent(new CaseAnswerPromptsEvent({ ...answers, ...received, ...chosen }));
    this.focusPrompt(this.screen?.prompts.indexOf(field) ?? -1);
  }

  /** Another address than the one that was chosen takes with it what came from that. */
  private emptied(field: QueryField, value: string): QueryAnswers {
    const { key } = field;
    const former = this.chosen.get(key);
    if (former === undefined || textAnswer(field, String(former['full'])) === value) return {};
    this.chosen.delete(key);
    return emptiedAnswers(key, this.screen?.prompts ?? [], former);
  }

  private answerTyped(): void {
    const answers = this.typed.answers(this.screen?.prompts ?? []);
    if (Object.keys(answers).length > 0) this.dispatchEvent(new CaseAnswerPromptsEvent(answers));
  }

  private forgetEntered(): void {
    clearTimeout(this.pause);
    this.typed.clear();
    this.chosen.clear();
    this.finder.stop();
  }

  private focusPrompt(index: number): void {
    const prompt = this.renderRoot.querySelector(`[data-index="${index}"]`);
    prompt?.querySelector<HTMLElement>('input, select')?.focus();
  }

  private get faulty(): readonly QueryField[] {
    return this.screen?.prompts.filter(({ problem }) => problem !== undefined) ?? [];
  }

  override render(): unknown {
    const { screen, busy, problem } = this;
    if (screen === undefined) return nothing;
    const text = this.localize.strings.case.query;
    const status = screen.isFound === false ? text.earlier : '';
    return html`<form
      part="base"
      class=${classMap({ page: true, beside: this.isBeside })}
      novalidate
      @submit=${this.handleSubmit}
    >
      <h1 tabindex="-1" aria-level=${this.isBeside ? '2' : nothing}>
        ${screen.title || text.title}
      </h1>
      ${this.renderDescription(screen)} ${this.renderSummary()}
      ${problem === undefined || busy ? nothing : renderRemoteProblem(problem, this.localize.strings)}
      ${screen.prompts.map((field, index) => this.renderPrompt(screen, field, index))}
      ${this.renderActions(screen)}
      <p class="muted status" role="status">${busy ? text.busy : status}</p>
    </form>`;
  }

  /** The list of what was found is the page then. */
  private get isBeside(): boolean {
    return this.screen?.isFound !== undefined;
  }

  private renderDescription({ description }: QueryScreen): unknown {
    if (description.trim() === '') return nothing;
    return html`<div class="rich-text">${renderRichText(parseMarkdown(description))}</div>`;
  }

  private renderSummary(): unknown {
    if (!this.attempted || this.faulty.length === 0) return nothing;
    const text = this.localize.strings.case.query;
    const prompts = this.screen?.prompts ?? [];
    const items = this.faulty.map(
      (field) =>
        html`<li>
          <button
            class="link-button"
            type="button"
            @click=${() => this.focusPrompt(prompts.indexOf(field))}
          >
            ${field.text}: ${this.faultOf(field)}
          </button>
        </li>`,
    );
    const body = html`<h2>${text.faulty}</h2>
      <ul class="plain">
        ${items}
      </ul>`;
    return html`<div class="summary wide" role="alert" tabindex="-1">
      ${message('danger', body)}
    </div>`;
  }

  private renderPrompt(screen: QueryScreen, field: QueryField, index: number): TemplateResult {
    const before = screen.prompts[index - 1]?.group ?? '';
    const heading = field.group !== '' && field.group !== before;
    const level = this.isBeside ? '3' : nothing;
    return html`${heading ? html`<h2 class="group" aria-level=${level}>${field.group}</h2>` : nothing}
      <div part="prompt" class="prompt" data-index=${index}>
        ${
          isGroupOfControls(field)
            ? this.renderFieldset(field, index)
            : this.renderField(field, index)
        }
      </div>`;
  }

  private renderField(field: QueryField, index: number): TemplateResult {
    return html`<div class="field">
      <label class="label" for="prompt-${index}"
        ><span dir="auto">${field.text}</span> ${this.renderRequired(field)}</label
      >
      ${this.renderNotes(field, index)} ${renderQueryControl(this.controlOf(field, index))}
      ${field.input === ADDRESS ? this.renderAddressSearch(field) : nothing}
    </div>`;
  }

  private renderAddressSearch(field: QueryField): unknown {
    const text = this.localize.strings.control.address;
    if (this.geocoder === undefined) return html`<p class="hint">${text.none}</p>`;
    const search = this.sought === field.key ? this.finder.search : { kind: 'none' as const };
    return renderAddresses(search, text, (address) => this.handleAddress(field, address));
  }

  private renderFieldset(field: QueryField, index: number): TemplateResult {
    const { describedBy } = this.controlOf(field, index);
    return html`<fieldset class="field" aria-describedby=${describedBy || nothing}>
      <legend class="label">
        <span dir="auto">${field.text}</span> ${this.renderRequired(field)}
      </legend>
      ${this.renderNotes(field, index)} ${renderQueryControl(this.controlOf(field, index))}
    </fieldset>`;
  }

  private renderRequired({ required }: QueryField): unknown {
    if (!required) return nothing;
    return html`<span class="required">${this.localize.strings.case.query.required}</span>`;
  }

  private renderNotes(field: QueryField, index: number): TemplateResult {
    const fault = this.shownFault(field);
    return html`${
      field.hint === ''
        ? nothing
        : html`<p id="hint-${index}" class="hint" dir="auto">${field.hint}</p>`
    }${
      fault === ''
        ? nothing
        : html`<p id="error-${index}" class="field-error">${icon('error')}<span>${fault}</span></p>`
    }`;
  }

  private controlOf(field: QueryField, index: number): QueryControl {
    const invalid = this.shownFault(field) !== '';
    const notes = [field.hint === '' ? '' : `hint-${index}`, invalid ? `error-${index}` : ''];
    return {
      field,
      id: `prompt-${index}`,
      describedBy: notes.filter(Boolean).join(' '),
      text: this.localize.strings.case.query,
      invalid,
      typed: this.typed.of(field),
      onType: (words) => this.handleType(field, words),
      onAnswer: (value) => this.handleAnswer(field, value),
    };
  }

  /** What is missing is said after a try only; what is wrong, at once. */
  private shownFault(field: QueryField): string {
    return this.attempted || field.problem?.kind === 'invalid' ? this.faultOf(field) : '';
  }

  private faultOf({ problem }: QueryField): string {
    const text = this.localize.strings.case.query;
    if (problem === undefined) return '';
    return problem.text || (problem.kind === 'required' ? text.missing : text.invalid);
  }

  private renderActions({ prompts }: QueryScreen): TemplateResult {
    const text = this.localize.strings.case.query;
    return html`<div class="actions">
      <button class="button primary" type="submit" aria-disabled=${String(this.busy)}>
        ${icon('search')} ${text.search}
      </button>
      ${
        prompts.length === 0
          ? nothing
          : html`<button class="button" type="button" @click=${this.handleClear}>
              ${text.clear}
            </button>`
      }
      ${this.isBeside && !this.busy ? nothing : this.renderCancel()}
    </div>`;
  }

  private renderCancel(): TemplateResult {
    const text = this.localize.strings.case.query;
    return html`<button class="button quiet" type="button" @click=${this.handleCancel}>
      ${this.busy ? text.stop : text.back}
    </button>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'case-query': CaseQuery;
  }
}
