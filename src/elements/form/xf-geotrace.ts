import { html, nothing, type CSSResultGroup } from 'lit';
import { customElement } from 'lit/decorators.js';
import { live } from 'lit/directives/live.js';
import { icon } from '../shared/icon.ts';
import { boxesStyles } from './boxes.styles.ts';
import { toLexical } from './lexical-text.ts';
import { LocationFinder } from './location-finder.ts';
import { marked, unmarked, XfBoxes } from './xf-boxes.ts';
import { XfControl } from './xf-control.ts';
import { geotraceStyles } from './xf-geotrace.styles.ts';
import { inputStyles } from './xf-input.styles.ts';

/** A point as it stands in its two boxes; `rest` is the altitude and accuracy that a device has measured. */
interface Point {
  readonly latitude: string;
  readonly longitude: string;
  readonly rest: string;
}

const BLANK: Point = { latitude: '', longitude: '', rest: '' };

/** Points that a line and an area need at least (ODK XForms, geotrace and geoshape; an area without its closing point). */
const LEAST = { geotrace: 2, geoshape: 3 } as const;

/**
 * @summary A line or an area on earth, point by point: typed, or from where the device is, as one walks along it.
 *
 * The answer is a list of places (`latitude longitude altitude accuracy`) with a semicolon between them. An area is closed by
 * itself: its first point is repeated as the last in the answer, not on the page.
 *
 * @csspart point - A point with its boxes.
 * @csspart input - Each of the boxes.
 * @csspart add-button - Adds an empty point.
 * @csspart locate-button - Adds the place where the device is.
 */
@customElement('xf-geotrace')
export class XfGeotrace extends XfBoxes<readonly Point[]> {
  static override styles: CSSResultGroup = [
    XfControl.styles,
    inputStyles,
    boxesStyles,
    geotraceStyles,
  ];

  private readonly finder = new LocationFinder(this, (coords) => this.take(coords));

  private handleInput(at: number, part: 'latitude' | 'longitude', event: Event): void {
    const { value } = event.currentTarget as HTMLInputElement;
    this.change(this.points.with(at, { ...(this.points[at] ?? BLANK), [part]: value, rest: '' }));
  }

  private readonly handleAdd = (): void => {
    this.change([...this.points, BLANK]);
    void this.updateComplete.then(() => this.focusPoint(this.points.length - 1));
  };

  /** The focus goes to the point that took the place, or to the one before, or to the button that adds one. */
  private handleRemove(at: number): void {
    this.change(this.points.toSpliced(at, 1));
    void this.updateComplete.then(() => this.focusPoint(Math.min(at, this.points.length - 1)));
  }

  private take({ latitude, longitude, altitude, accuracy }: GeolocationCoordinates): void {
    const rest = `${altitude ?? 0} ${accuracy}`;
    const point = { latitude: String(latitude), longitude: String(longitude), rest };
    this.change([...this.points.filter((each) => !isBlank(each)), point]);
    // Whoever walks along a line never enters a box.
    if (!this.matches(':focus-within')) this.finish();
  }

  protected override hand(typed: readonly Point[]): void {
    const points = typed.filter((point) => !isBlank(point));
    const least = LEAST[this.isArea ? 'geoshape' : 'geotrace'];
    const value = this.textOf(points);
    if (points.length > 0 && points.length < least) {
      const message = this.strings.morePoints(least);
      this.context.noteUnreadable(this.instance, { reason: 'badValue', message, value });
      this.context.touch(this.instance);
    } else {
      this.context.noteUnreadable(this.instance, undefined);
      this.sayFinally(value);
    }
  }

  private textOf(points: readonly Point[]): string {
    const [first] = points;
    const all = this.isArea && first !== undefined ? [...points, first] : points;
    return all.map((point) => this.placeOf(point)).join('; ');
  }

  private placeOf({ latitude, longitude, rest }: Point): string {
    const [north, east] = [latitude, longitude].map((text) =>
      marked(toLexical(text, 'decimal', this.words.lang)),
    );
    return `${north} ${east} ${rest}`.trim();
  }

  private get isArea(): boolean {
    return this.instance.type === 'geoshape';
  }

  private get points(): readonly Point[] {
    return this.typing ?? pointsOf(this.answer, this.isArea);
  }

  private focusPoint(at: number): void {
    const row = this.renderRoot.querySelectorAll('li')[at];
    const target = row?.querySelector('input') ?? this.renderRoot.querySelector('.add');
    (target as HTMLElement | null)?.focus();
  }

  protected override renderControl(): unknown {
    return html`<div class="points" @focusout=${this.handleFocusout}>
        <ol class="plain">
          ${this.points.map((point, at) => this.renderPoint(point, at))}
        </ol>
        <div class="actions">
          <button
            part="add-button"
            type="button"
            class="button compact add"
            ?disabled=${this.disabled}
            @click=${this.handleAdd}
          >
            ${icon('plus')}<span>${this.strings.addPoint}</span>
          </button>
          <button
            part="locate-button"
            type="button"
            class="button compact"
            ?disabled=${this.disabled}
            @click=${this.finder.locate}
          >
            ${icon('location')}<span>${this.strings.addMyLocation}</span>
          </button>
        </div>
      </div>
      <div role="status" class="small muted">${this.renderStatus()}</div>`;
  }

  private renderPoint(point: Point, at: number): unknown {
    const { latitude, longitude, removePoint } = this.strings;
    return html`<li part="point" class="boxes">
      <span class="place" aria-hidden="true">${at + 1}</span>
      ${this.renderBox('latitude', latitude, point.latitude, at)}
      ${this.renderBox('longitude', longitude, point.longitude, at)}
      <button
        type="button"
        class="button quiet compact"
        aria-label=${removePoint(at + 1)}
        ?disabled=${this.disabled}
        @click=${() => this.handleRemove(at)}
      >
        ${icon('trash')}
      </button>
    </li>`;
  }

  private renderBox(
    part: 'latitude' | 'longitude',
    label: string,
    value: string,
    at: number,
  ): unknown {
    return html`<div class="box">
      <label for="${part}-${at}" class="small">
        <span class="visually-hidden">${at + 1}</span> ${label}
      </label>
      <input
        part="input"
        id="${part}-${at}"
        class="control number"
        type="text"
        inputmode="decimal"
        autocomplete="off"
        aria-invalid=${this.error ? 'true' : nothing}
        ?disabled=${this.disabled}
        .value=${live(value)}
        @input=${(event: Event) => this.handleInput(at, part, event)}
      />
    </div>`;
  }

  private renderStatus(): unknown {
    const finding = this.finder.status(this.strings);
    if (finding !== undefined) return finding;
    return this.points.length === 0 ? this.strings.noAnswer : nothing;
  }
}

function pointsOf(answer: string, isArea: boolean): readonly Point[] {
  const places = answer.split(';').map((place) => place.trim());
  const points = places.filter((place) => place !== '').map(pointOf);
  const isClosed = points.length > 1 && places[0] === places.at(-1);
  return isArea && isClosed ? points.slice(0, -1) : points;
}

function pointOf(place: string): Point {
  const [latitude = '', longitude = '', ...rest] = place.split(/\s+/);
  return { latitude: unmarked(latitude), longitude: unmarked(longitude), rest: rest.join(' ') };
}

function isBlank({ latitude, longitude }: Point): boolean {
  return latitude.trim() === '' && longitude.trim() === '';
}

declare global {
  interface HTMLElementTagNameMap {
    'xf-geotrace': XfGeotrace;
  }
}
