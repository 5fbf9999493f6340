import { html, nothing, type CSSResultGroup } from 'lit';
import { customElement } from 'lit/decorators.js';
import { live } from 'lit/directives/live.js';
import {
  calendarOf,
  dateOfDayNumber,
  dayNumberOf,
  dayNumberOfDate,
  isGregorian,
  type Calendar,
} from '../../xforms/calendar/calendar.ts';
import { datePrecisionOf, type DatePrecision } from '../../xforms/calendar/date-precision.ts';
import { boxesStyles } from './boxes.styles.ts';
import { toLexical } from './lexical-text.ts';
import { marked, unmarked, XfBoxes } from './xf-boxes.ts';
import { XfControl } from './xf-control.ts';
import { dateStyles } from './xf-date.styles.ts';
import { inputStyles } from './xf-input.styles.ts';

/** What stands in the boxes: text, and the month by its number. */
interface Boxes {
  readonly year: string;
  readonly month: string;
  readonly day: string;
}

const BLANK: Boxes = { year: '', month: '', day: '' };

const BOXES: Readonly<Record<DatePrecision, readonly (keyof Boxes)[]>> = {
  year: ['year'],
  month: ['month', 'year'],
  day: ['day', 'month', 'year'],
};

/**
 * @summary A date in boxes: of another calendar than the browser's own (Ethiopian, Coptic, Islamic, Persian, Nepali), or of which only
 * the month and year, or the year, is asked for.
 *
 * The answer is a date of the Gregorian calendar (`2026-09-11`), which is shown beside the boxes of another one. What is not asked for
 * is the first month or day.
 *
 * @csspart input - Each of the boxes, and the list of months.
 */
@customElement('xf-date')
export class XfDate extends XfBoxes<Boxes> {
  static override styles: CSSResultGroup = [XfControl.styles, inputStyles, boxesStyles, dateStyles];

  private readonly handleInput = (event: Event): void => {
    const { id, value } = event.currentTarget as HTMLInputElement | HTMLSelectElement;
    this.change({ ...this.boxes, [id]: value });
  };

  protected override hand(typed: Boxes): void {
    this.sayFinally(this.answerOf(typed));
  }

  /** The date, `''` for empty boxes, or what is there of a date, for the form to refuse. */
  private answerOf(boxes: Boxes): string {
    const asked = this.asked.map((part) => toLexical(boxes[part], 'int', this.words.lang));
    if (asked.every((text) => text === '')) return '';
    const [year = '', month = '1', day = '1'] = [...asked].reverse();
    const wanted = { year: Number(year), month: Number(month), day: Number(day) };
    const found = asked.includes('') ? undefined : dayNumberOf(this.calendar, wanted);
    return found === undefined
      ? [...asked].reverse().map(marked).join(' ')
      : dateOfDayNumber(found);
  }

  private get boxes(): Boxes {
    return this.typing ?? boxesOf(this.answer, this.calendar);
  }

  private get calendar(): Calendar {
    return calendarOf(this.node.definition.appearance);
  }

  private get asked(): readonly (keyof Boxes)[] {
    return BOXES[datePrecisionOf(this.node.definition.appearance)];
  }

  protected override renderControl(): unknown {
    const { boxes } = this;
    return html`<div class="boxes" @focusout=${this.handleFocusout}>
        ${this.asked.map((part) =>
          part === 'month' ? this.renderMonth(boxes.month) : this.renderBox(part, boxes[part]),
        )}
      </div>
      <div role="status" class="small muted">${this.renderStored()}</div>`;
  }

  private renderBox(part: 'year' | 'day', value: string): unknown {
    return html`<div class="box">
      <label for=${part} class="small">${this.strings[part]}</label>
      <input
        part="input"
        id=${part}
        class="control number ${part}"
        type="text"
        inputmode="numeric"
        autocomplete="off"
        aria-invalid=${this.error ? 'true' : nothing}
        ?disabled=${this.disabled}
        .value=${live(value)}
        @input=${this.handleInput}
        @keydown=${this.handleKeydown}
      />
    </div>`;
  }

  private renderMonth(value: string): unknown {
    const names = this.calendar.monthNames(this.words.lang);
    return html`<div class="box">
      <label for="month" class="small">${this.strings.month}</label>
      <select
        part="input"
        id="month"
        class="control month"
        aria-invalid=${this.error ? 'true' : nothing}
        ?disabled=${this.disabled}
        @change=${this.handleInput}
      >
        <option value="" .selected=${live(value === '')}></option>
        ${names.map(
          (name, at) =>
            html`<option value=${at + 1} .selected=${live(value === String(at + 1))}>
              ${name}
            </option>`,
        )}
      </select>
    </div>`;
  }

  /** The date as it is stored, where the boxes count another way. */
  private renderStored(): unknown {
    const day = dayNumberOfDate(this.answer);
    if (day === undefined || isGregorian(this.calendar)) return nothing;
    const format = new Intl.DateTimeFormat(this.words.lang, {
      ...{ calendar: 'gregory', dateStyle: 'long', timeZone: 'UTC' },
    });
    return this.strings.inGregorian(format.format(day * 86_400_000));
  }
}

function boxesOf(answer: string, calendar: Calendar): Boxes {
  const dayNumber = dayNumberOfDate(answer);
  const found = dayNumber === undefined ? undefined : calendar.dayAt(dayNumber);
  if (found === undefined) return partsOf(answer);
  return { year: String(found.year), month: String(found.month), day: String(found.day) };
}

/** What was there of a date that the form did not take. */
function partsOf(answer: string): Boxes {
  if (answer === '') return BLANK;
  const [year = '', month = '', day = ''] = answer.split(' ').map(unmarked);
  return { year, month, day };
}

declare global {
  interface HTMLElementTagNameMap {
    'xf-date': XfDate;
  }
}
