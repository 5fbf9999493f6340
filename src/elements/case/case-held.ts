import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { CaseMovedReadEvent } from '../events/case-moved-read-event.ts';
import { CaseShowHeldEvent, type HeldKind } from '../events/case-show-held-event.ts';
import { baseStyles } from '../shared/base.styles.ts';
import { buttonStyles } from '../shared/button.styles.ts';
import { messageStyles } from '../shared/message.styles.ts';
import { message } from '../shared/message.ts';
import { StringsController } from '../strings/strings-controller.ts';
import { caseHeldStyles } from './case-held.styles.ts';
import { emptyDevice, type DeviceState, type MovedCase } from './device-state.ts';

/** Cases that are named; the others are counted. */
const TOLD_AT_MOST = 5;

/**
 * @summary What wants attention before one chooses something new: what could not be fetched, cases that have gone, and the forms that
 * are not sent or not finished. It takes no room when there is nothing.
 * @event {CaseShowHeldEvent} case-show-held - The user wants to see these forms.
 * @event {CaseMovedReadEvent} case-moved-read - The user has read which cases have gone.
 * @csspart base - Everything.
 */
@customElement('case-held')
export class CaseHeld extends LitElement {
  static override styles = [baseStyles, buttonStyles, messageStyles, caseHeldStyles];

  private readonly localize = new StringsController(this);

  /** What lies in the store. */
  @property({ attribute: false }) device: DeviceState = emptyDevice;

  /** What people call an owner; `undefined` for one that nobody here knows. */
  @property({ attribute: false }) ownerName: (ownerId: string) => string | undefined = () =>
    undefined;

  /** Why nothing new could be fetched, as a sentence; `''` when it could. */
  @property() problem = '';

  private handleShow(kind: HeldKind): void {
    this.dispatchEvent(new CaseShowHeldEvent(kind));
  }

  private handleRead(): void {
    this.dispatchEvent(new CaseMovedReadEvent(this.device.moved.map(({ caseId }) => caseId)));
  }

  override render(): unknown {
    const { moved, unsent, drafts } = this.device;
    if (moved.length + unsent.length + drafts.length === 0 && this.problem === '') return nothing;
    return html`<div part="base" class="held">
      ${this.renderProblem()} ${moved.length === 0 ? nothing : this.renderAllMoved(moved)}
      ${unsent.length + drafts.length === 0 ? nothing : this.renderLinks()}
    </div>`;
  }

  private renderProblem(): unknown {
    const { syncTitle, syncRemedy } = this.localize.strings.app;
    if (this.problem === '') return nothing;
    return html`<div role="alert">
      ${message(
        'danger',
        html`<p><strong>${syncTitle}</strong></p>
          <p>${this.problem}</p>
          <p>${syncRemedy}</p>`,
      )}
    </div>`;
  }

  private renderAllMoved(moved: readonly MovedCase[]): TemplateResult {
    const text = this.localize.strings.app;
    const rest = moved.length - TOLD_AT_MOST;
    return message(
      'note',
      html`${moved.slice(0, TOLD_AT_MOST).map((each) => this.renderMoved(each))}
        ${rest > 0 ? html`<p>${text.movedMore(rest)}</p>` : nothing}
        <button class="link-button" type="button" @click=${() => this.handleRead()}>
          ${text.movedRead}
        </button>`,
    );
  }

  private renderMoved({ name, newOwner }: MovedCase): TemplateResult {
    const owner = newOwner === undefined ? undefined : this.ownerName(newOwner);
    return html`<p>${this.localize.strings.app.moved(name, owner)}</p>`;
  }

  private renderLinks(): TemplateResult {
    const text = this.localize.strings.app;
    const { unsent, drafts } = this.device;
    return html`<div class="links">
      ${unsent.length === 0 ? nothing : this.renderLink('outbox', text.unsent(unsent.length))}
      ${drafts.length === 0 ? nothing : this.renderLink('drafts', text.drafts(drafts.length))}
    </div>`;
  }

  private renderLink(kind: HeldKind, words: string): TemplateResult {
    return html`<button
      class="link-button ${kind}"
      type="button"
      @click=${() => this.handleShow(kind)}
    >
      ${words}
    </button>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'case-held': CaseHeld;
  }
}
