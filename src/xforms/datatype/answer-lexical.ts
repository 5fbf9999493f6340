import type { Conversion } from '../../xpath/frame.ts';
import { dateText, dateTimeText, parseDate } from '../../xpath/date-text.ts';
import type { DataType } from './data-type.ts';
import { decimalLexical } from './decimal-lexical.ts';
import { timeLexical } from './time-lexical.ts';

const WHOLE = /^[+-]?\d+$/;
const DECIMAL = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/;
const MAX_INT = 2 ** 31 - 1;

/**
 * The canonical text of an answer that a person gave, or `undefined` when it is none of its type. An empty answer
 * clears the node, whatever the type; text is kept to the letter.
 */
export function answerLexical(
  answer: string,
  type: DataType,
  conversion: Conversion,
): string | undefined {
  if (answer === '') return '';
  switch (type) {
    case 'int':
      return wholeNumber(answer, MAX_INT);
    case 'long':
      return wholeNumber(answer, Number.MAX_SAFE_INTEGER);
    case 'decimal':
      return DECIMAL.test(answer.trim()) ? decimalLexical(Number(answer)) : undefined;
    case 'boolean':
      return booleanText(answer.trim());
    case 'date':
      return dateOnly(answer.trim(), conversion);
    case 'dateTime':
      return dateAndTime(answer.trim(), conversion);
    case 'time':
      return timeOnly(answer.trim(), conversion);
    case 'select':
    case 'rank':
      return answer.trim().split(/\s+/).join(' ');
    case 'geopoint':
      return geopoint(answer.trim());
    default:
      return answer;
  }
}

function wholeNumber(answer: string, limit: number): string | undefined {
  const text = answer.trim();
  const number = Number(text);
  return WHOLE.test(text) && Math.abs(number) <= limit ? String(number) : undefined;
}

function booleanText(text: string): string | undefined {
  if (text === 'true' || text === '1') return '1';
  return text === 'false' || text === '0' ? '0' : undefined;
}

function dateOnly(text: string, conversion: Conversion): string | undefined {
  const date = parseDate(text, conversion.timeZone, conversion.dialect);
  return date && dateText(date, conversion.timeZone);
}

function dateAndTime(text: string, conversion: Conversion): string | undefined {
  const date = parseDate(text, conversion.timeZone, conversion.dialect);
  return date?.hasTime ? dateTimeText(date, conversion) : undefined;
}

/** A time has no day; the offset is the zone's at the beginning of 1970, as JavaRosa writes it. */
function timeOnly(text: string, conversion: Conversion): string | undefined {
  const date = parseDate(`1970-01-01T${text}`, conversion.timeZone, conversion.dialect);
  return date && timeLexical(date, conversion);
}

const LIMITS = [90, 180, Infinity, Infinity];

/** `latitude longitude [altitude [accuracy]]`, in degrees and metres; all four are kept. */
function geopoint(text: string): string | undefined {
  const parts = text.split(/[\s,]+/);
  const valid =
    parts.length >= 2 &&
    parts.length <= 4 &&
    parts.every(
      (part, at) => DECIMAL.test(part) && Math.abs(Number(part)) <= (LIMITS[at] as number),
    );
  if (!valid) return undefined;
  const all = [...parts, '0', '0'].slice(0, 4);
  return all.map((part) => decimalLexical(Number(part))).join(' ');
}
