import { html, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { CaseCancelEvent } from '../events/case-cancel-event.ts';
import { CaseLeaveEvent } from '../events/case-leave-event.ts';
import { baseStyles } from '../shared/base.styles.ts';
import { buttonStyles } from '../shared/button.styles.ts';
import { messageStyles } from '../shared/message.styles.ts';
import { message } from '../shared/message.ts';
import { caseErrorStyles } from './case-error.styles.ts';
import { CasePage } from './case-page.ts';
import { pageStyles } from './page.styles.ts';

/**
 * @summary The app leads to another address. Nobody is taken there without having seen where it is.
 * @event {CaseLeaveEvent} case-leave - The user goes there; cancelled, the browser does not.
 * @event {CaseCancelEvent} case-cancel - The user goes back.
 * @csspart base - The page.
 */
@customElement('case-link')
export class CaseLink extends CasePage {
  static override styles = [baseStyles, buttonStyles, messageStyles, pageStyles, caseErrorStyles];

  /** Where the app leads. */
  @property() url = '';

  private handleLeave(event: Event): void {
    if (!this.dispatchEvent(new CaseLeaveEvent(this.url))) event.preventDefault();
  }

  private handleBack(): void {
    this.dispatchEvent(new CaseCancelEvent());
  }

  override render(): TemplateResult {
    const { app, case: texts } = this.localize.strings;
    const address = webAddress(this.url);
    return html`<div part="base" class="page">
      <h1 tabindex="-1">${app.link.title}</h1>
      ${
        address === undefined
          ? message('danger', html`<p>${app.link.refused}</p>`)
          : html`<p>${app.link.leadsTo(address.host)}</p>`
      }
      <div class="actions">
        ${
          address === undefined
            ? ''
            : html`<a class="button primary" href=${address.href} @click=${this.handleLeave}
                >${app.link.go}</a
              >`
        }
        <button class="button" type="button" @click=${this.handleBack}>
          ${texts.problem.back}
        </button>
      </div>
      <pre class="small" dir="ltr">${this.url}</pre>
    </div>`;
  }
}

/** The address when it is one of the web: an app may not make the page run something (`javascript:`). */
function webAddress(url: string): URL | undefined {
  const address = URL.canParse(url, location.href) ? new URL(url, location.href) : undefined;
  return address && /^https?:$/.test(address.protocol) ? address : undefined;
}

declare global {
  interface HTMLElementTagNameMap {
    'case-link': CaseLink;
  }
}
