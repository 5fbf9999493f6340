import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, query } from 'lit/decorators.js';
import type { AppSessionActor } from '../../machines/app-session.ts';
import type { SyncActor } from '../../machines/sync.ts';
import { baseStyles } from '../shared/base.styles.ts';
import { buttonStyles } from '../shared/button.styles.ts';
import { saveFile } from '../shared/save-file.ts';
import { StringsController } from '../strings/strings-controller.ts';
import { devStyles } from './dev.styles.ts';
import { LiveRecording } from './live-recording.ts';
import { devStringsFor } from './strings/dev-strings-for.ts';

/** @summary Writes down what the person does, to be played again: started, stopped, looked at and saved. About nobody, unless one says so. */
@customElement('dev-recording')
export class DevRecording extends LitElement {
  static override styles = [baseStyles, buttonStyles, devStyles];

  private readonly localize = new StringsController(this);

  @query('#keep') private keepBox!: HTMLInputElement;

  /** Whose acts are recorded. */
  @property({ attribute: false }) session!: AppSessionActor;

  /** Sends and fetches; `undefined` where nothing is sent anywhere. */
  @property({ attribute: false }) sync: SyncActor | undefined;

  /** Another object whenever something may have happened. */
  @property({ attribute: false }) moment: unknown;

  private get text() {
    return devStringsFor(this.localize.lang).recording;
  }

  private handleStart(): void {
    LiveRecording.start(this.session, this.sync, !this.keepBox.checked);
    this.requestUpdate();
  }

  private handleStop(): void {
    LiveRecording.of(this.session)?.stop();
    this.requestUpdate();
  }

  private handleSave(): void {
    const text = LiveRecording.of(this.session)?.text ?? '';
    saveFile('recording.jsonl', 'application/jsonl', text);
  }

  override render(): TemplateResult {
    const recording = LiveRecording.of(this.session);
    return html`<div class="stack">
      ${recording?.isRunning ? this.renderRunning() : this.renderStart()}
      ${recording?.failure ? this.renderFailure(recording.failure) : nothing}
      ${recording === undefined ? nothing : this.renderLines(recording)}
    </div>`;
  }

  private renderStart(): TemplateResult {
    const { text } = this;
    return html`<p>${text.about}</p>
      <div class="line">
        <button class="button primary compact" type="button" @click=${this.handleStart}>
          ${text.start}
        </button>
        <label><input id="keep" type="checkbox" /> ${text.keep}</label>
      </div>`;
  }

  private renderRunning(): TemplateResult {
    const { text } = this;
    return html`<div class="line">
      <button class="button primary compact" type="button" @click=${this.handleStop}>
        ${text.stop}
      </button>
      <p role="status">${text.running}</p>
    </div>`;
  }

  private renderFailure({ message }: Error): TemplateResult {
    return html`<p class="wrong" role="alert">${this.text.failed(message)}</p>`;
  }

  private renderLines({ text: written, isRunning }: LiveRecording): TemplateResult {
    const { text } = this;
    if (written === '') return html`<p class="muted">${text.nothingYet}</p>`;
    return html`<pre class="code" dir="ltr" tabindex="0" aria-label=${text.lines}>${written}</pre>
      ${
        isRunning
          ? nothing
          : html`<div>
              <button class="button compact" type="button" @click=${this.handleSave}>
                ${text.save}
              </button>
            </div>`
      }`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'dev-recording': DevRecording;
  }
}
