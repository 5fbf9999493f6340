import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { live } from 'lit/directives/live.js';
import { CaseSignInEvent } from '../events/case-sign-in-event.ts';
import { baseStyles } from '../shared/base.styles.ts';
import { buttonStyles } from '../shared/button.styles.ts';
import { fieldStyles } from '../shared/field.styles.ts';
import { icon } from '../shared/icon.ts';
import { messageStyles } from '../shared/message.styles.ts';
import { message } from '../shared/message.ts';
import { CasePage } from './case-page.ts';
import { caseSignInStyles } from './case-sign-in.styles.ts';
import { pageStyles } from './page.styles.ts';

type FieldName = 'username' | 'password';

/**
 * @summary Signs a user in. Paste and password managers work; nothing is remembered here.
 * @event {CaseSignInEvent} case-sign-in - Both fields are filled and the user sent them.
 * @slot intro - What stands between the heading and the fields, such as the demo users.
 * @csspart base - The form.
 */
@customElement('case-sign-in')
export class CaseSignIn extends CasePage {
  static override styles = [
    baseStyles,
    buttonStyles,
    fieldStyles,
    messageStyles,
    pageStyles,
    caseSignInStyles,
  ];

  @query('#username') private usernameInput!: HTMLInputElement;
  @query('#password') private passwordInput!: HTMLInputElement;
  @query('.summary') private summary!: HTMLElement | null;

  @state() private revealed = false;
  @state() private missing: readonly FieldName[] = [];

  /** While the server is asked: the button says so and takes nothing. */
  @property({ type: Boolean, reflect: true }) busy = false;

  /** Why signing in failed, as a sentence; `''` when it did not. */
  @property() error = '';

  /** The project, shown above the heading. */
  @property() project = '';

  /** A user name to start from, as on signing in again. */
  @property() username = '';

  protected override updated(changed: PropertyValues<this>): void {
    if (changed.has('error') && this.error !== '') this.summary?.focus();
  }

  private handleSubmit(event: SubmitEvent): void {
    event.preventDefault();
    if (this.busy) return;
    this.username = this.usernameInput.value.trim();
    const password = this.passwordInput.value;
    this.missing = missingOf(this.username, password);
    if (this.missing.length === 0) this.dispatchEvent(new CaseSignInEvent(this.username, password));
    else void this.updateComplete.then(() => this.summary?.focus());
  }

  private handleReveal(): void {
    this.revealed = !this.revealed;
  }

  private handleProblem(field: FieldName): void {
    (field === 'username' ? this.usernameInput : this.passwordInput).focus();
  }

  override render(): TemplateResult {
    const { strings } = this.localize;
    const text = strings.case.signIn;
    return html`<form part="base" class="page" novalidate @submit=${this.handleSubmit}>
      <div>
        ${this.project === '' ? nothing : html`<p class="muted">${this.project}</p>`}
        <h1 tabindex="-1">${text.title}</h1>
      </div>
      <slot name="intro"></slot>
      ${this.renderSummary()} ${this.renderUsername()} ${this.renderPassword()}
      <button class="button primary" type="submit" aria-disabled=${String(this.busy)}>
        ${this.busy ? text.busy : text.submit}
      </button>
      <p class="visually-hidden" role="status">${this.busy ? text.busy : ''}</p>
    </form>`;
  }

  private renderSummary(): unknown {
    const text = this.localize.strings.case.signIn;
    if (this.missing.length === 0 && this.error === '') return nothing;
    const problems = this.missing.map(
      (field) =>
        html`<li>
          <button class="link-button" type="button" @click=${() => this.handleProblem(field)}>
            ${field === 'username' ? text.enterUsername : text.enterPassword}
          </button>
        </li>`,
    );
    const body = html`<h2>${text.problem}</h2>
      ${
        problems.length > 0
          ? html`<ul class="plain">
              ${problems}
            </ul>`
          : html`<p>${this.error}</p>`
      }`;
    return html`<div class="summary wide" role="alert" tabindex="-1">
      ${message('danger', body)}
    </div>`;
  }

  private renderUsername(): TemplateResult {
    const text = this.localize.strings.case.signIn;
    return html`<div class="field wide">
      <label class="label" for="username">${text.username}</label>
      ${this.renderError('username', text.enterUsername)}
      <input
        id="username"
        class="control"
        name="username"
        autocomplete="username"
        autocapitalize="none"
        spellcheck="false"
        dir="auto"
        .value=${live(this.username)}
        @input=${() => (this.username = this.usernameInput.value)}
        aria-invalid=${this.missing.includes('username') ? 'true' : nothing}
        aria-describedby=${this.missing.includes('username') ? 'username-error' : nothing}
      />
    </div>`;
  }

  private renderPassword(): TemplateResult {
    const text = this.localize.strings.case.signIn;
    return html`<div class="field wide">
      <label class="label" for="password">${text.password}</label>
      ${this.renderError('password', text.enterPassword)}
      <div class="password">
        <input
          id="password"
          class="control"
          name="password"
          type=${this.revealed ? 'text' : 'password'}
          autocomplete="current-password"
          autocapitalize="none"
          spellcheck="false"
          aria-invalid=${this.missing.includes('password') ? 'true' : nothing}
          aria-describedby=${this.missing.includes('password') ? 'password-error' : nothing}
        />
        <button class="button" type="button" aria-controls="password" @click=${this.handleReveal}>
          ${this.revealed ? text.hidePassword : text.showPassword}
        </button>
      </div>
    </div>`;
  }

  private renderError(field: FieldName, text: string): unknown {
    if (!this.missing.includes(field)) return nothing;
    return html`<p id="${field}-error" class="field-error">
      ${icon('error')}<span>${text}</span>
    </p>`;
  }
}

function missingOf(username: string, password: string): FieldName[] {
  const missing: FieldName[] = [];
  if (username === '') missing.push('username');
  if (password === '') missing.push('password');
  return missing;
}

declare global {
  interface HTMLElementTagNameMap {
    'case-sign-in': CaseSignIn;
  }
}
