import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { OfferedApp } from '../../machines/project.ts';
import { CaseChooseEvent } from '../events/case-choose-event.ts';
import { baseStyles } from '../shared/base.styles.ts';
import { icon } from '../shared/icon.ts';
import { messageStyles } from '../shared/message.styles.ts';
import { message } from '../shared/message.ts';
import { caseMenuStyles } from './case-menu.styles.ts';
import { CasePage } from './case-page.ts';
import { pageStyles } from './page.styles.ts';

/**
 * @summary The apps of the project, for the user to choose one.
 * @event {CaseChooseEvent} case-choose - The user chose an app.
 * @slot notices - Between the heading and the apps.
 * @csspart base - The page.
 * @csspart choice - One app.
 */
@customElement('case-apps')
export class CaseApps extends CasePage {
  static override styles = [baseStyles, messageStyles, pageStyles, caseMenuStyles];

  /** In the order in which they are shown. */
  @property({ attribute: false }) apps: readonly OfferedApp[] = [];

  /** Why the app that was chosen last could not be opened, as a sentence; `''` when it could. */
  @property() problem = '';

  /** Id of an app that an address named and that is not among these; `''` for none. */
  @property({ attribute: 'not-offered' }) notOffered = '';

  private handleChoose(id: string): void {
    this.dispatchEvent(new CaseChooseEvent(id));
  }

  override render(): TemplateResult {
    const text = this.localize.strings.app.apps;
    return html`<div part="base" class="page">
      <div class="wide">
        <h1 tabindex="-1">${text.title}</h1>
        <slot name="notices"></slot>
      </div>
      ${this.renderProblem()}
      ${
        this.apps.length === 0
          ? html`<p class="empty">${text.empty}</p>`
          : html`<ul class="plain wide choices">
              ${this.apps.map((app) => this.renderApp(app))}
            </ul>`
      }
    </div>`;
  }

  private renderProblem(): unknown {
    const text = this.localize.strings.app.apps;
    if (this.problem !== '') {
      const body = html`<p><strong>${text.problem}</strong></p>
        <p>${this.problem}</p>`;
      return html`<div role="alert">${message('danger', body)}</div>`;
    }
    return this.notOffered === ''
      ? nothing
      : message('note', html`<p>${text.notOffered(this.notOffered)}</p>`);
  }

  private renderApp({ id, name }: OfferedApp): TemplateResult {
    return html`<li part="choice" class="choice">
      <button type="button" @click=${() => this.handleChoose(id)}>
        <span class="text" dir="auto">${name}</span>${icon('chevron')}
      </button>
    </li>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'case-apps': CaseApps;
  }
}
