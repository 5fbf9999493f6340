import { calendarWord } from '../../xforms/calendar/calendar-word.ts';
import { calendarOf, dayNumberOfDate } from '../../xforms/calendar/calendar.ts';
import { datePrecisionOf, type DatePrecision } from '../../xforms/calendar/date-precision.ts';
import type { ControlNode } from '../../xforms/control-node.ts';
import { addressText, asksForAddress } from './address-text.ts';
import { plainWords } from './form-text.ts';

/**
 * The answer of a question as people read it: labels of choices, dates and numbers as `lang` writes them. What cannot be read so
 * stands as it is stored; `''` for no answer.
 */
export function readableAnswer(control: ControlNode, lang: string): string {
  const { lexical, type, owner } = control.node;
  if (lexical === '') return '';
  if (control.choices.length > 0) return chosenLabels(control, lexical, lang);
  if (isSecret(control)) return '••••••';
  if (asksForAddress(control)) return addressText(lexical);
  switch (type) {
    case 'date':
      return dayText(lexical, control.definition.appearance, lang);
    case 'dateTime':
      return dateText(lexical, lexical, lang, {
        dateStyle: 'long',
        timeStyle: 'short',
        timeZone: owner.timeZone,
      });
    case 'time':
      return dateText(`1970-01-01T${lexical.slice(0, 8)}`, lexical, lang, { timeStyle: 'short' });
    case 'decimal':
      return numberText(lexical, lang);
    default:
      return lexical;
  }
}

/** True for an answer that nobody is to read over a shoulder. */
export function isSecret({ kind, definition: { appearance } }: ControlNode): boolean {
  return kind === 'secret' || appearance.includes('masked') || appearance.includes('hidden-answer');
}

/** A date in the calendar of its question, as far as it asks for one. */
function dayText(lexical: string, appearance: readonly string[], lang: string): string {
  const precision = datePrecisionOf(appearance);
  if (calendarWord(appearance) === undefined) {
    return dateText(`${lexical.slice(0, 10)}T00:00:00`, lexical, lang, DATE_STYLES[precision]);
  }
  const calendar = calendarOf(appearance);
  const dayNumber = dayNumberOfDate(lexical);
  const day = dayNumber === undefined ? undefined : calendar.dayAt(dayNumber);
  if (day === undefined) return lexical;
  const month = calendar.monthNames(lang)[day.month - 1] ?? '';
  const parts = { year: [], month: [month], day: [day.day, month] }[precision];
  return [...parts, day.year].join(' ');
}

const DATE_STYLES: Readonly<Record<DatePrecision, Intl.DateTimeFormatOptions>> = {
  year: { year: 'numeric' },
  month: { year: 'numeric', month: 'long' },
  day: { dateStyle: 'long' },
};

/** The labels of the chosen values, joined as the language joins them. A value without a choice stands for itself. */
function chosenLabels(control: ControlNode, lexical: string, lang: string): string {
  const values = control.kind === 'select1' ? [lexical] : lexical.split(/\s+/);
  const labels = new Map(control.choices.map(({ value, label }) => [value, plainWords(label)]));
  const chosen = values.map((value) => labels.get(value) || value);
  return new Intl.ListFormat(lang, { type: 'conjunction' }).format(chosen);
}

function dateText(
  text: string,
  lexical: string,
  lang: string,
  style: Intl.DateTimeFormatOptions,
): string {
  const date = new Date(text);
  return Number.isNaN(date.getTime()) ? lexical : new Intl.DateTimeFormat(lang, style).format(date);
}

// Codes and identifiers are often integers and keep their digits; only a fraction is written the reader's way.
function numberText(lexical: string, lang: string): string {
  const value = Number(lexical);
  const digits = /\.(\d+)$/.exec(lexical)?.[1]?.length ?? 0;
  if (!Number.isFinite(value) || digits > 15) return lexical;
  return new Intl.NumberFormat(lang, { minimumFractionDigits: digits }).format(value);
}
