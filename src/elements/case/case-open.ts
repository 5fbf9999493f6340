import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { CaseOpenEvent } from '../events/case-open-event.ts';
import { baseStyles } from '../shared/base.styles.ts';
import { buttonStyles } from '../shared/button.styles.ts';
import { fieldStyles } from '../shared/field.styles.ts';
import { icon } from '../shared/icon.ts';
import { messageStyles } from '../shared/message.styles.ts';
import { message } from '../shared/message.ts';
import { caseOpenStyles } from './case-open.styles.ts';
import { CasePage } from './case-page.ts';
import { chosenFolder, droppedFiles, type FileFolder } from './folder-files.ts';
import {
  addGiven,
  givenAddress,
  recognizeFile,
  recognizeFolder,
  type GivenFile,
} from './given-file.ts';
import type { LoadProblem } from './load-problem.ts';
import { loadProblemsStyles } from './load-problems.styles.ts';
import { renderLoadProblems } from './render-load-problems.ts';
import { pageStyles } from './page.styles.ts';

/**
 * @summary Takes an app with a restore, or a single form, from files of this computer or from an address.
 * @event {CaseOpenEvent} case-open - The user opens what they gave.
 * @slot - Other ways to begin, such as the sample apps.
 * @csspart base - The page.
 * @csspart drop - The zone that files are dropped on.
 */
@customElement('case-open')
export class CaseOpen extends CasePage {
  static override styles = [
    baseStyles,
    buttonStyles,
    fieldStyles,
    messageStyles,
    pageStyles,
    loadProblemsStyles,
    caseOpenStyles,
  ];

  @query('#app') private appInput!: HTMLInputElement;
  @query('#restore') private restoreInput!: HTMLInputElement;
  @query('#folder') private folderInput!: HTMLInputElement;
  @query('#address') private addressInput!: HTMLInputElement;
  @query('.problems') private problemSummary!: HTMLElement | null;

  @state() private given: readonly GivenFile[] = [];
  @state() private over = false;
  @state() private refusal = '';
  @state() private badAddress = false;

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
    if (event.dataTransfer !== null) void this.addDropped(event.dataTransfer);
  }

  private handleFiles(event: Event): void {
    const input = event.target as HTMLInputElement;
    void this.add([...(input.files ?? [])]);
    // So that the same file can be chosen again after it was corrected.
    input.value = '';
  }

  private handleFolder(event: Event): void {
    const input = event.target as HTMLInputElement;
    const folder = chosenFolder(input.files ?? []);
    input.value = '';
    if (folder !== undefined) void this.add([folder]);
  }

  private handleAddress(event: SubmitEvent): void {
    event.preventDefault();
    const text = this.addressInput.value.trim();
    const address = URL.parse(text, location.href);
    this.badAddress = text === '' || address === null || !/^https?:$/.test(address.protocol);
    if (this.badAddress || address === null) return this.addressInput.focus();
    this.addressInput.value = '';
    this.forgetProblems();
    this.given = addGiven(this.given, givenAddress(address));
  }

  private handleRemove(given: GivenFile): void {
    this.given = this.given.filter((other) => other !== given);
    this.forgetProblems();
    this.focus();
  }

  private handleOpen(): void {
    if (this.busy) return;
    this.refusal = this.refuse();
    if (this.refusal !== '') return;
    this.dispatchEvent(new CaseOpenEvent(this.given.map(({ source }) => source)));
  }

  /** Adds files and folders as if the user had dropped them. */
  async add(dropped: readonly (File | FileFolder)[]): Promise<void> {
    this.forgetProblems();
    for (const each of dropped) {
      const found =
        each instanceof File ? [await recognizeFile(each)] : await recognizeFolder(each);
      for (const given of found) this.given = addGiven(this.given, given);
    }
  }

  private async addDropped(transfer: DataTransfer): Promise<void> {
    await this.add(await droppedFiles(transfer));
  }

  private forgetProblems(): void {
    this.refusal = '';
    this.badAddress = false;
    this.problems = [];
  }

  private refuse(): string {
    const text = this.localize.strings.case.open;
    const unknown = this.given.find(({ kind }) => kind === 'unknown');
    if (unknown !== undefined) return text.unreadable(unknown.name);
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
      .map(({ name, kind }) => `${name}: ${this.localize.strings.case.open[kind]}`)
      .join('. ');
  }

  private renderProblems(): unknown {
    const { problems } = this;
    const text = this.localize.strings.case.open;
    if (problems.length === 0) return nothing;
    const body = html`<h2>${text.problem(problems.length)}</h2>
      ${renderLoadProblems(problems, this.localize.strings)}`;
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
      <p class="muted small">
        <button class="link-button" type="button" @click=${() => this.folderInput.click()}>
          ${text.chooseFolder}
        </button>
        ${text.folderHint}
      </p>
      <input
        id="folder"
        type="file"
        webkitdirectory
        hidden
        aria-label=${text.chooseFolder}
        @change=${this.handleFolder}
      />
      ${this.renderAddress()}
    </div>`;
  }

  private renderAddress(): TemplateResult {
    const text = this.localize.strings.case.open;
    const { badAddress } = this;
    return html`<form class="field address-form" novalidate @submit=${this.handleAddress}>
      <label class="label" for="address">${text.addressLabel}</label>
      ${
        badAddress
          ? html`<p id="address-error" class="field-error">
              ${icon('error')}<span>${text.addressError}</span>
            </p>`
          : nothing
      }
      <div class="address-line">
        <input
          id="address"
          class="control"
          type="url"
          dir="ltr"
          autocomplete="off"
          placeholder="https://…/profile.ccpr"
          aria-invalid=${String(badAddress)}
          aria-describedby=${badAddress ? 'address-error' : nothing}
        />
        <button class="button" type="submit">${text.addAddress}</button>
      </div>
    </form>`;
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
    const { name, kind, size } = given;
    return html`<li class="file ${kind}">
      ${icon(kind === 'unknown' ? 'warning' : 'tick')}
      <div>
        <p class="name" dir="auto">${name}</p>
        <p class="muted small">${text[kind]}${size === undefined ? '' : ` · ${text.size(size)}`}</p>
      </div>
      <button
        class="button quiet"
        type="button"
        aria-label=${text.remove(name)}
        title=${text.remove(name)}
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
