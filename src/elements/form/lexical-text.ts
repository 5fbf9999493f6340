import type { DataType } from '../../xforms/datatype/data-type.ts';

/** The kinds of native input that a lexical value fits into. */
export type NativeInput = 'text' | 'password' | 'date' | 'time' | 'datetime-local';

/** The native input for a datatype. A stored value that it could not show (`2026-13-77`) gets a text box, so that it is seen. */
export function nativeInput(type: DataType, lexical: string): NativeInput {
  const native = NATIVE[type];
  if (native === undefined) return 'text';
  return lexical === '' || toNative(lexical, type, 'UTC') !== '' ? native : 'text';
}

const NATIVE: Readonly<Partial<Record<DataType, NativeInput>>> = {
  date: 'date',
  time: 'time',
  dateTime: 'datetime-local',
};

/** The lexical value as the native input takes it, a moment as the clock of `timeZone` shows it; `''` for what it cannot show. */
export function toNative(lexical: string, type: DataType, timeZone: string): string {
  switch (type) {
    case 'date':
      return /^(\d{4,6}-\d\d-\d\d)/.exec(lexical)?.[1] ?? '';
    case 'time':
      return shortTime(lexical);
    case 'dateTime':
      return localDateTime(lexical, timeZone);
    default:
      return lexical;
  }
}

/**
 * What was typed, in the lexical space of the datatype: digits of any script and a decimal comma where `lang` writes one become
 * what XML Schema knows. What cannot be read is handed on as it is, for the form to refuse.
 */
export function toLexical(text: string, type: DataType, lang: string): string {
  switch (type) {
    case 'int':
    case 'long':
      return withPlainDigits(text.trim());
    case 'decimal':
      return withDecimalPoint(withPlainDigits(text.trim()), lang);
    default:
      return text.trim() === '' ? '' : text;
  }
}

function shortTime(lexical: string): string {
  const [, time = '', seconds = ''] = /^(\d\d:\d\d)(:\d\d(?:\.\d+)?)?/.exec(lexical) ?? [];
  return /^:00(\.0+)?$/.test(seconds) ? time : `${time}${seconds.slice(0, 3)}`;
}

function localDateTime(lexical: string, timeZone: string): string {
  // Without a zone it is the clock's own time already, as when half an answer was refused.
  if (/^[\d-]{10,}T\d\d:\d\d(:\d\d(\.\d+)?)?$/.test(lexical)) return lexical;
  const moment = new Date(lexical);
  if (lexical === '' || Number.isNaN(moment.getTime())) return '';
  // Swedish writes dates and times as ISO 8601 does.
  const format = new Intl.DateTimeFormat('sv', {
    timeZone,
    dateStyle: 'short',
    timeStyle: 'medium',
  });
  const [date = '', time = ''] = format.format(moment).split(' ');
  return `${date}T${shortTime(time)}`;
}

/** Digits of any script as 0 to 9. Each script has its ten in a row, so the distance to its zero is the value. */
function withPlainDigits(text: string): string {
  return text.replace(/\p{Nd}/gu, (digit) => String(valueOfDigit(digit)));
}

function valueOfDigit(digit: string): number {
  const code = digit.codePointAt(0) ?? 0;
  let zero = code;
  while (code - zero < 9 && /\p{Nd}/u.test(String.fromCodePoint(zero - 1))) zero -= 1;
  return (code - zero) % 10;
}

function withDecimalPoint(text: string, lang: string): string {
  if (!/^[+-]?\d*[,٫]\d+$/u.test(text)) return text;
  const separator = text.includes('٫') ? '٫' : decimalSeparator(lang);
  return text.replace(separator, '.');
}

function decimalSeparator(lang: string): string {
  const parts = new Intl.NumberFormat(lang === '' ? 'en' : lang).formatToParts(1.5);
  return parts.find(({ type }) => type === 'decimal')?.value ?? '.';
}
