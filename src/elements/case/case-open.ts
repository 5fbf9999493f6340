import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { CaseOpenEvent } from '../events/case-open-event.ts';
import { baseStyles } from '../shared/base.styles.ts';
import { buttonStyles } from '../shared/button.styles.ts';
import { icon } from '../shared/icon.ts';
import { messageStyles } from '../shared/message.styles.ts';
import { message } from '../shared/message.ts';
import { caseOpenStyles } from './case-open.styles.ts';
import { CasePage } from './case-page.ts';
import { addGiven, recognizeFile, type GivenFile } from './given-file.ts';
import type { LoadProblem } from './load-problem.ts';
import { pageStyles } from './page.styles.ts';

/**
 * @summary Takes an app with a restore, or a single form, from files of this computer.
 * @event {CaseOpenEvent} case-open - The user opens what they gave.
 * @slot - Other ways to begin, such as the sample apps.
 * @csspart base - The page.
 * @csspart drop - The zone that files are dropped on.
 */
@customElement('case-open')
export class CaseOpen extends CasePage {
  static override styles = [baseStyles, buttonStyles, messageStyles, pageStyles, caseOpenStyles];

  @query('#app') private appInput!: HTMLInputElement;
  @query('#restore') private restoreInput!: HTMLInputElement;
  @query('.problems') private problemSummary!: HTMLElement | null;

  @state() private given: readonly GivenFile[] = [];
  @state() private over = false;
  @state() private refusal = '';

  /** Why the files could not be opened. */
  @property({ attribute: false }) problems: readonly LoadProblem[] = [];

  /** While the files are being opened. */
  @property({ type: Boolean, reflect: true }) busy = false;

  protected override updated(changed: PropertyValues<this>): void {
    if (changed.has('problems') && this.problems.length > 0) this.problemSummary?.focus();
  }

  private handleDragOver(event: DragEvent): void {
    event.preventDefault();
    this.over = true;
  }

  private handleDragLeave(event: DragEvent): void {
    const inside = event.relatedTarget instanceof Node && this.contains(event.relatedTarget);
    if (!inside) this.over = false;
  }

  private handleDrop(event: DragEvent): void {
    event.preventDefault();
    this.over = false;
    void this.add([...(event.dataTransfer?.files ?? [])]);
  }

  private handleFiles(event: Event): void {
    const input = event.target as HTMLInputElement;
    void this.add([...(input.files ?? [])]);
    // So that the same file can be chosen again after it was corrected.
    input.value = '';
  }

  private handleRemove(given: GivenFile): void {
    this.given = this.given.filter((other) => other !== given);
    this.refusal = '';
    this.problems = [];
    this.focus();
  }

  private handleOpen(): void {
    if (this.busy) return;
    this.refusal = this.refuse();
    if (this.refusal !== '') return;
    const files = this.given.map(({ file }) => file);
    this.dispatchEvent(new CaseOpenEvent(files));
  }

  /** Adds files as if the user had dropped them. */
  async add(files: readonly File[]): Promise<void> {
    this.refusal = '';
    this.problems = [];
    for (const file of files) this.given = addGiven(this.given, await recognizeFile(file));
  }

  private refuse(): string {
    const text = this.localize.strings.case.open;
    const unknown = this.given.find(({ kind }) => kind === 'unknown');
    if (unknown !== undefined) return text.unreadable(unknown.file.name);
    return this.given.every(({ kind }) => kind === 'restore') ? text.needsApp : '';
  }

  override render(): TemplateResult {
    const text = this.localize.strings.case.open;
    return html`<div part="base" class="page">
      <div>
        <h1 tabindex="-1">${text.title}</h1>
        <p class="muted">${text.intro}</p>
      </div>
      ${this.renderProblems()} ${this.renderDrop()} ${this.renderGiven()}
      <p class="visually-hidden" role="status">${this.busy ? text.busy : this.announceGiven()}</p>
      <slot></slot>
    </div>`;
  }

  private announceGiven(): string {
    return this.given
      .map(({ file, kind }) => `${file.name}: ${this.localize.strings.case.open[kind]}`)
      .join('. ');
  }

  private renderProblems(): unknown {
    const { problems } = this;
    const text = this.localize.strings.case.open;
    if (problems.length === 0) return nothing;
    const body = html`<h2>${text.problem(problems.length)}</h2>
      <ul class="plain problem-list">
        ${problems.map(
          (problem) =>
            html`<li>
              <p class="place" dir="auto">${text.place(problem.file, problem.line)}</p>
              <p>${problem.message}</p>
              ${problem.remedy === '' ? nothing : html`<p><strong>${problem.remedy}</strong></p>`}
            </li>`,
        )}
      </ul>`;
    return html`<div class="problems wide" role="alert" tabindex="-1">
      ${message('danger', body)}
    </div>`;
  }

  private renderDrop(): TemplateResult {
    const text = this.localize.strings.case.open;
    return html`<div
      part="drop"
      class="drop wide ${this.over ? 'over' : ''}"
      @dragover=${this.handleDragOver}
      @dragleave=${this.handleDragLeave}
      @drop=${this.handleDrop}
    >
      ${icon('file')}
      <p>${this.over ? text.dropNow : text.drop}</p>
      <div class="choices">
        ${this.renderChoice('app', text.chooseApp, text.appHint, () => this.appInput)}
        ${this.renderChoice('restore', text.chooseRestore, text.restoreHint, () => this.restoreInput)}
      </div>
    </div>`;
  }

  private renderChoice(
    id: 'app' | 'restore',
    words: string,
    hint: string,
    input: () => HTMLInputElement,
  ): TemplateResult {
    return html`<div class="choice">
      <button
        class="button"
        type="button"
        aria-describedby="${id}-hint"
        @click=${() => input().click()}
      >
        ${words}
      </button>
      <p id="${id}-hint" class="muted small">${hint}</p>
      <input
        id=${id}
        type="file"
        hidden
        aria-label=${words}
        accept=${id === 'app' ? '.ccz,.xml,.zip' : '.xml'}
        @change=${this.handleFiles}
      />
    </div>`;
  }

  private renderGiven(): unknown {
    const text = this.localize.strings.case.open;
    // Nothing to open, nothing to press.
    if (this.given.length === 0) return nothing;
    return html`<div class="section">
      <h2>${text.given}</h2>
      <ul class="plain given">
        ${this.given.map((given) => this.renderFile(given))}
      </ul>
      <div class="open-line">
        <button
          class="button primary"
          type="button"
          aria-disabled=${String(this.busy)}
          @click=${this.handleOpen}
        >
          ${this.busy ? text.busy : text.open}
        </button>
        <p class="refusal" role="alert">
          ${this.refusal === '' ? nothing : html`${icon('error')}<span>${this.refusal}</span>`}
        </p>
      </div>
    </div>`;
  }

  private renderFile(given: GivenFile): TemplateResult {
    const text = this.localize.strings.case.open;
    const { file, kind } = given;
    return html`<li class="file ${kind}">
      ${icon(kind === 'unknown' ? 'warning' : 'tick')}
      <div>
        <p class="name" dir="auto">${file.name}</p>
        <p class="muted small">${text[kind]} · ${text.size(file.size)}</p>
      </div>
      <button
        class="button quiet"
        type="button"
        aria-label=${text.remove(file.name)}
        title=${text.remove(file.name)}
        @click=${() => this.handleRemove(given)}
      >
        ${icon('close')}
      </button>
    </li>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'case-open': CaseOpen;
  }
}
