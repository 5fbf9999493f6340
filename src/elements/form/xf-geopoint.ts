import { html, nothing, type CSSResultGroup } from 'lit';
import { customElement } from 'lit/decorators.js';
import { live } from 'lit/directives/live.js';
import { icon } from '../shared/icon.ts';
import { inputStyles } from './xf-input.styles.ts';
import { toLexical } from './lexical-text.ts';
import { LocationFinder } from './location-finder.ts';
import { marked, unmarked, XfBoxes } from './xf-boxes.ts';
import { XfControl } from './xf-control.ts';
import { boxesStyles } from './boxes.styles.ts';

type Typed = readonly [latitude: string, longitude: string];

/**
 * @summary A place on earth: two boxes for latitude and longitude, and a button that asks the device.
 *
 * The answer is `latitude longitude altitude accuracy`, in degrees and metres; what is typed has neither altitude nor accuracy.
 *
 * @csspart input - Each of the two boxes.
 * @csspart locate-button - Asks the device where it is.
 */
@customElement('xf-geopoint')
export class XfGeopoint extends XfBoxes<Typed> {
  static override styles: CSSResultGroup = [XfControl.styles, inputStyles, boxesStyles];

  private readonly finder = new LocationFinder(this, (coords) => this.take(coords));

  private readonly handleInput = (): void => {
    const [latitude, longitude] = this.renderRoot.querySelectorAll<HTMLInputElement>('input');
    this.change([latitude?.value ?? '', longitude?.value ?? '']);
  };

  protected override hand(typed: Typed): void {
    const parts = typed.map((text) => toLexical(text, 'decimal', this.words.lang));
    this.sayFinally(parts.every((part) => part === '') ? '' : parts.map(marked).join(' '));
  }

  private take({ latitude, longitude, altitude, accuracy }: GeolocationCoordinates): void {
    this.sayFinally([latitude, longitude, altitude ?? 0, accuracy].join(' '));
  }

  private readonly handleClear = (): void => {
    this.sayFinally('');
    this.focus();
  };

  private get parts(): readonly string[] {
    return this.typing ?? this.answer.split(/\s+/).map(unmarked);
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
          @click=${this.finder.locate}
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
    const finding = this.finder.status(this.strings);
    if (finding !== undefined) return finding;
    const accuracy = Number(this.parts[3] ?? 0);
    if (!(accuracy > 0)) return nothing;
    const metres = new Intl.NumberFormat(this.words.lang, { maximumFractionDigits: 0 });
    return this.strings.accuracy(metres.format(accuracy));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'xf-geopoint': XfGeopoint;
  }
}
