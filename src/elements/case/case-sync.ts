import { LitElement, html, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { CaseShowRejectedEvent } from '../events/case-show-rejected-event.ts';
import { CaseSyncRequestEvent } from '../events/case-sync-request-event.ts';
import { baseStyles } from '../shared/base.styles.ts';
import { buttonStyles } from '../shared/button.styles.ts';
import { icon, type IconName } from '../shared/icon.ts';
import type { CaseStrings } from '../strings/case-strings.ts';
import { StringsController } from '../strings/strings-controller.ts';
import { caseSyncStyles } from './case-sync.styles.ts';
import type { SyncStatus } from './sync-status.ts';
import { fullTime, timeAgo } from './time-ago.ts';

interface Sentence {
  readonly kind: 'sent' | 'waiting';
  readonly icon: IconName;
  readonly text: string;
}

/**
 * @summary Whether everything is sent, as a sentence.
 * @event {CaseSyncRequestEvent} case-sync-request - The user asks to sync now.
 * @event {CaseShowRejectedEvent} case-show-rejected - The user wants to see what was not accepted.
 * @csspart base - The line.
 * @csspart status - The sentence.
 * @csspart rejected - The link to what was not accepted.
 * @csspart button - Sync now.
 */
@customElement('case-sync')
export class CaseSync extends LitElement {
  static override styles = [baseStyles, buttonStyles, caseSyncStyles];

  private readonly localize = new StringsController(this);

  /** What is known. */
  @property({ attribute: false }) status: SyncStatus | undefined;

  private handleSync(): void {
    if (!this.status?.syncing) this.dispatchEvent(new CaseSyncRequestEvent());
  }

  private handleRejected(): void {
    this.dispatchEvent(new CaseShowRejectedEvent());
  }

  override render(): unknown {
    const { status } = this;
    if (status === undefined) return nothing;
    const sentence = sentenceFor(status, this.localize.strings.case.sync);
    return html`<div part="base" class="line">
      <span part="status" class="status ${sentence?.kind ?? ''}" role="status">
        ${sentence === undefined ? nothing : html`${icon(sentence.icon)}<span>${sentence.text}</span>`}
      </span>
      ${this.renderRejected(status)} ${this.renderButton(status)}
    </div>`;
  }

  private renderRejected(status: SyncStatus): unknown {
    if (status.rejected === 0) return nothing;
    return html`<button
      part="rejected"
      class="link-button danger"
      type="button"
      @click=${this.handleRejected}
    >
      ${icon('error')}<span>${this.localize.strings.case.sync.rejected(status.rejected)}</span>
    </button>`;
  }

  private renderButton(status: SyncStatus): TemplateResult {
    const { strings } = this.localize;
    const text = strings.case.sync;
    const { lastSync } = status;
    const last =
      lastSync === undefined ? text.never : text.last(timeAgo(lastSync, new Date(), strings));
    return html`<button
        part="button"
        class="button quiet compact"
        type="button"
        aria-disabled=${String(status.syncing)}
        aria-describedby="last"
        title=${lastSync === undefined ? last : text.last(fullTime(lastSync, strings))}
        @click=${this.handleSync}
      >
        ${icon(status.signInNeeded ? 'user' : 'sync')}<span
          >${status.signInNeeded ? text.signIn : text.now}</span
        ></button
      ><span id="last" hidden>${last}</span>`;
  }
}

/** The one thing to know: that nothing can be sent before that something waits, and that before all being well. */
function sentenceFor(status: SyncStatus, text: CaseStrings['sync']): Sentence | undefined {
  const { pending } = status;
  if (status.signInNeeded)
    return { kind: 'waiting', icon: 'warning', text: signedOut(pending, text) };
  if (status.offline) {
    return {
      kind: 'waiting',
      icon: 'offline',
      text: pending === 0 ? text.offline : text.offlineWaiting(pending),
    };
  }
  if (status.syncing) return { kind: 'waiting', icon: 'clock', text: text.syncing };
  if (pending > 0) return { kind: 'waiting', icon: 'clock', text: text.waiting(pending) };
  // "All sent" would be untrue beside a form that was not accepted: the link to it says what there is to say.
  if (status.rejected > 0) return undefined;
  return { kind: 'sent', icon: 'check', text: text.allSent };
}

/** What waits is more to know than why: the button beside it says what to do. */
function signedOut(pending: number, text: CaseStrings['sync']): string {
  return pending === 0 ? text.signedOut : text.waiting(pending);
}

declare global {
  interface HTMLElementTagNameMap {
    'case-sync': CaseSync;
  }
}
