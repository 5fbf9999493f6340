import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import '../case/case-frame.ts';
import '../case/case-sign-in.ts';
import { baseStyles } from '../shared/base.styles.ts';
import { buttonStyles } from '../shared/button.styles.ts';
import { messageStyles } from '../shared/message.styles.ts';
import { message } from '../shared/message.ts';
import { StringsController } from '../strings/strings-controller.ts';
import type { AdminClient } from './admin-client.ts';
import { adminStringsFor } from './admin-language.ts';
import type { AdminPlace } from '../shared/admin-place.ts';
import './admin-project.ts';

/** Who administers. */
export interface Administrator {
  readonly displayName: string;
  readonly project: string;
  readonly isAdministrator: boolean;
}

/**
 * @summary The administration of a project as a page: signing in, and the settings for those who may change them.
 * @event {CaseSignInEvent} case-sign-in - The user signs in; the host does it.
 * @event {Event} admin-sign-out - The user signs out; the host does it.
 * @csspart frame - The frame around every page.
 */
@customElement('admin-app')
export class AdminApp extends LitElement {
  static override styles = [baseStyles, buttonStyles, messageStyles];

  private readonly localize = new StringsController(this);

  /** Nobody is signed in yet where this is undefined. */
  @property({ attribute: false }) user: Administrator | undefined;

  /** Why signing in failed; `''` when it did not. */
  @property() problem = '';

  /** While the password is being checked. */
  @property({ type: Boolean }) busy = false;

  /** The project's server. */
  @property({ attribute: false }) client!: AdminClient;

  /** The page that is shown. */
  @property({ attribute: false }) place: AdminPlace = { section: 'people', id: undefined };

  /** Where the apps are. */
  @property({ attribute: 'app-address' }) appAddress = '/';

  private handleSignOut(): void {
    this.dispatchEvent(new Event('admin-sign-out', { bubbles: true, composed: true }));
  }

  override render(): TemplateResult {
    const text = adminStringsFor(this.localize.lang);
    const { user, place } = this;
    return html`<case-frame
      part="frame"
      .project=${user?.project ?? 'Caseload'}
      .app=${text.title}
      .user=${user?.displayName ?? ''}
      .page=${user === undefined ? 'start' : `${place.section} ${place.id ?? ''}`}
    >
      ${user === undefined ? nothing : this.renderTools()}
      ${user === undefined ? this.renderSignIn() : this.renderProject(user)}
    </case-frame>`;
  }

  private renderTools(): TemplateResult {
    const text = adminStringsFor(this.localize.lang);
    return html`<a slot="user" class="button quiet compact" href=${this.appAddress}
        >${text.toApp}</a
      >
      <button slot="user" class="button quiet compact" type="button" @click=${this.handleSignOut}>
        ${text.signOut}
      </button>`;
  }

  private renderSignIn(): TemplateResult {
    return html`<case-sign-in .busy=${this.busy} .error=${this.problem}></case-sign-in>`;
  }

  private renderProject(user: Administrator): TemplateResult {
    const text = adminStringsFor(this.localize.lang);
    return user.isAdministrator
      ? html`<admin-project .client=${this.client} .place=${this.place}></admin-project>`
      : html`<h1 tabindex="-1">${text.title}</h1>
          ${message('note', html`<p>${text.notAllowed}</p>`)}`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'admin-app': AdminApp;
  }
}
