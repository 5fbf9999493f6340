import { html, nothing, type CSSResultGroup } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { live } from 'lit/directives/live.js';
import { icon } from '../shared/icon.ts';
import { inputStyles } from './xf-input.styles.ts';
import { toLexical } from './lexical-text.ts';
import { XfControl } from './xf-control.ts';
import { boxesStyles } from './boxes.styles.ts';

type Finding = 'idle' | 'finding' | 'failed';

/**
 * @summary A place on earth: two boxes for latitude and longitude, and a button that asks the device.
 *
 * The answer is `latitude longitude altitude accuracy`, in degrees and metres; what is typed has neither altitude nor accuracy.
 *
 * @csspart input - Each of the two boxes.
 * @csspart locate-button - Asks the device where it is.
 */
@customElement('xf-geopoint')
export class XfGeopoint extends XfControl {
  static override styles: CSSResultGroup = [XfControl.styles, inputStyles, boxesStyles];

  protected override get grouped(): boolean {
    return true;
  }

  @state() private finding: Finding = 'idle';

  /** What is in the boxes while one of them is being filled in. */
  @state() private typing: readonly [string, string] | undefined;

  protected override get focusTarget(): HTMLElement | null {
    return this.renderRoot.querySelector<HTMLElement>('input, #text');
  }

  private readonly handleInput = (): void => {
    const [latitude, longitude] = this.renderRoot.querySelectorAll<HTMLInputElement>('input');
    this.typing = [latitude?.value ?? '', longitude?.value ?? ''];
  };

  // Half a place is none yet: the form hears of it when both boxes are filled, or when one leaves them.
  private readonly handleFocusout = (event: FocusEvent): void => {
    const inside = event.currentTarget as HTMLElement;
    if (event.relatedTarget instanceof Node && inside.contains(event.relatedTarget)) return;
    this.finish();
  };

  private readonly handleKeydown = (event: KeyboardEvent): void => {
    if (event.key === 'Enter') this.finish();
  };

  private finish(): void {
    if (this.typing === undefined) return;
    const parts = this.typing.map((text) => toLexical(text, 'decimal', this.words.lang));
    this.typing = undefined;
    this.sayFinally(parts.every((part) => part === '') ? '' : parts.map(orMark).join(' '));
  }

  private readonly handleLocate = (): void => {
    this.finding = 'finding';
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => this.take(coords),
      () => (this.finding = 'failed'),
      { enableHighAccuracy: true, timeout: 20_000 },
    );
  };

  private take({ latitude, longitude, altitude, accuracy }: GeolocationCoordinates): void {
    this.finding = 'idle';
    this.sayFinally([latitude, longitude, altitude ?? 0, accuracy].join(' '));
  }

  private readonly handleClear = (): void => {
    this.sayFinally('');
    this.focus();
  };

  private get parts(): readonly string[] {
    return this.typing ?? this.answer.split(/\s+/).map((part) => (part === MARK ? '' : part));
  }

  protected override renderControl(): unknown {
    const { latitude, longitude } = this.strings;
    return html`<div class="boxes" @focusout=${this.handleFocusout}>
        ${this.renderBox('latitude', latitude, 0)} ${this.renderBox('longitude', longitude, 1)}
      </div>
      <div class="actions">
        <button
          part="locate-button"
          type="button"
          class="button compact"
          ?disabled=${this.disabled}
          @click=${this.handleLocate}
        >
          ${icon('location')}<span>${this.strings.useMyLocation}</span>
        </button>
        ${
          this.answer === '' || this.required
            ? nothing
            : html`<button type="button" class="link-button small" @click=${this.handleClear}>
                ${this.strings.clear}
              </button>`
        }
      </div>
      <div role="status" class="small muted">${this.renderStatus()}</div>`;
  }

  private renderBox(id: string, label: string, at: 0 | 1): unknown {
    return html`<div class="box">
      <label for=${id} class="small">${label}</label>
      <input
        part="input"
        id=${id}
        class="control number"
        type="text"
        inputmode="decimal"
        autocomplete="off"
        aria-invalid=${this.error ? 'true' : nothing}
        .value=${live(this.parts[at] ?? '')}
        @input=${this.handleInput}
        @keydown=${this.handleKeydown}
      />
    </div>`;
  }

  private renderStatus(): unknown {
    if (this.finding === 'finding') return this.strings.findingLocation;
    if (this.finding === 'failed') return this.strings.locationUnavailable;
    const accuracy = Number(this.parts[3] ?? 0);
    if (!(accuracy > 0)) return nothing;
    const metres = new Intl.NumberFormat(this.words.lang, { maximumFractionDigits: 0 });
    return this.strings.accuracy(metres.format(accuracy));
  }
}

/** Stands for an empty box in an answer that the form will refuse, so that the other box keeps its place. */
const MARK = '?';

function orMark(part: string): string {
  return part.trim() === '' ? MARK : part.replaceAll(/\s+/g, '');
}

declare global {
  interface HTMLElementTagNameMap {
    'xf-geopoint': XfGeopoint;
  }
}
