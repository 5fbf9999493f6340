import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { CaseActAsEvent } from '../events/case-act-as-event.ts';
import { baseStyles } from '../shared/base.styles.ts';
import { buttonStyles } from '../shared/button.styles.ts';
import { fieldStyles } from '../shared/field.styles.ts';
import { StringsController } from '../strings/strings-controller.ts';
import { caseSignInAgainStyles } from './case-sign-in-again.styles.ts';
import { caseActAsStyles } from './case-act-as.styles.ts';
import type { PeopleToActAs, PersonToActAs } from './people-to-act-as.ts';

/**
 * @summary Lets an administrator work as another user, to see what that user sees; and ends it.
 * @event {CaseActAsEvent} case-act-as - The administrator has named the user, or ends it.
 * @csspart base - The button.
 */
@customElement('case-act-as')
export class CaseActAs extends LitElement {
  static override styles = [
    baseStyles,
    buttonStyles,
    fieldStyles,
    caseSignInAgainStyles,
    caseActAsStyles,
  ];

  private readonly localize = new StringsController(this);

  @query('dialog') private dialog!: HTMLDialogElement;
  @query('input') private input!: HTMLInputElement;

  /** `undefined` while the first answer is being waited for. */
  @state() private found: PeopleToActAs | 'unknown' | undefined;

  /** What was searched for when `found` was found. */
  private foundFor = '';

  /** What the administrator who works as somebody else just now is called; `''` when nobody does. */
  @property({ attribute: 'acted-by' }) actedBy = '';

  /** Finds people by a part of their name or place; resolves with `undefined` when the server cannot be asked. */
  @property({ attribute: false }) people: (search: string) => Promise<PeopleToActAs | undefined> =
    async () => undefined;

  private handleOpen(): void {
    this.dialog.showModal();
    this.input.value = '';
    void this.search();
  }

  private readonly handleInput = (): void => {
    void this.search();
  };

  private handleClose(): void {
    this.dialog.close();
  }

  private handleEnd(): void {
    this.dispatchEvent(new CaseActAsEvent(undefined));
  }

  /** The only one who is left is meant. */
  private handleSubmit(event: SubmitEvent): void {
    event.preventDefault();
    const found = this.foundFor === this.input.value ? this.found : undefined;
    const [first, ...others] = found === undefined || found === 'unknown' ? [] : found.people;
    if (first !== undefined && others.length === 0) this.begin(first.username);
  }

  private begin(username: string): void {
    this.dialog.close();
    this.dispatchEvent(new CaseActAsEvent(username));
  }

  /** What was typed meanwhile has a search of its own, and only the last one counts. */
  private async search(): Promise<void> {
    const text = this.input.value;
    const found = await this.people(text.trim());
    if (this.input.value !== text) return;
    this.found = found ?? 'unknown';
    this.foundFor = text;
  }

  override render(): TemplateResult {
    const text = this.localize.strings.app.actAs;
    if (this.actedBy !== '') {
      return html`<button part="base" class="button compact" type="button" @click=${this.handleEnd}>
        ${text.end(this.actedBy)}
      </button>`;
    }
    return html`<button
        part="base"
        class="button quiet compact"
        type="button"
        @click=${this.handleOpen}
      >
        ${text.open}
      </button>
      ${this.renderDialog()}`;
  }

  private renderDialog(): TemplateResult {
    const text = this.localize.strings.app.actAs;
    return html`<dialog aria-labelledby="title">
      <h2 id="title">${text.title}</h2>
      <p>${text.meaning}</p>
      <form class="field" @submit=${this.handleSubmit}>
        <label class="label" for="search">${text.search}</label>
        <input
          id="search"
          class="control"
          type="search"
          autocomplete="off"
          autocapitalize="none"
          spellcheck="false"
          dir="auto"
          @input=${this.handleInput}
        />
      </form>
      ${this.renderFound()}
      <button class="button" type="button" @click=${this.handleClose}>
        ${this.localize.strings.app.later}
      </button>
    </dialog>`;
  }

  private renderFound(): TemplateResult {
    const text = this.localize.strings.app.actAs;
    const { found } = this;
    if (found === undefined) return html`<p role="status"></p>`;
    if (found === 'unknown') return html`<p role="status">${text.unknown}</p>`;
    const { people, more } = found;
    return html`<p role="status" class=${people.length > 0 ? 'visually-hidden' : ''}>
        ${people.length === 0 ? text.nobody : text.found(people.length + more)}
      </p>
      <ul class="plain people">
        ${people.map((person) => this.renderPerson(person))}
      </ul>
      ${more === 0 ? nothing : html`<p class="muted small">${text.more(more)}</p>`}`;
  }

  private renderPerson({ username, displayName, places }: PersonToActAs): TemplateResult {
    return html`<li>
      <button type="button" @click=${() => this.begin(username)}>
        <span class="name" dir="auto">${displayName}</span>
        <span class="muted small" dir="auto">${[username, ...places].join(' · ')}</span>
      </button>
    </li>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'case-act-as': CaseActAs;
  }
}
