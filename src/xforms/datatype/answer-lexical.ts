import type { Conversion } from '../../xpath/frame.ts';
import { dateText, dateTimeText, parseDate } from '../../xpath/date-text.ts';
import type { DataType } from './data-type.ts';
import { decimalLexical } from './decimal-lexical.ts';
import { geopointLexical, geopointsLexical } from './geo-lexical.ts';
import { timeLexical } from './time-lexical.ts';

const WHOLE = /^[+-]?\d+$/;
const DECIMAL = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/;
const INT_BITS = 32;
const LONG_BITS = 64;

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
      return wholeNumber(answer.trim(), INT_BITS);
    case 'long':
      return wholeNumber(answer.trim(), LONG_BITS);
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
      return geopointLexical(answer, conversion);
    case 'geotrace':
    case 'geoshape':
      return geopointsLexical(answer, conversion);
    default:
      return answer;
  }
}

/** Digits are kept as they are: a long has more of them than a number of this language. */
function wholeNumber(text: string, bits: number): string | undefined {
  if (!WHOLE.test(text)) return undefined;
  const number = BigInt(text);
  return BigInt.asIntN(bits, number) === number ? number.toString() : undefined;
}

function booleanText(text: string): string | undefined {
  if (text === 'true' || text === '1') return '1';
  return text === 'false' || text === '0' ? '0' : undefined;
}

function dateOnly(text: string, conversion: Conversion): string | undefined {
  const date = parseDate(text, conversion.timeZone, conversion.dialect);
  return date && withLongYear(dateText(date, conversion.timeZone));
}

function dateAndTime(text: string, conversion: Conversion): string | undefined {
  const date = parseDate(text, conversion.timeZone, conversion.dialect);
  return date?.hasTime ? withLongYear(dateTimeText(date, conversion)) : undefined;
}

/** Expressions write the year 202 with three digits, as commcare-core does; who answers in a date box finds it again with four only. */
function withLongYear(text: string): string {
  return text.replace(/^\d+/, (year) => year.padStart(4, '0'));
}

/** A time has no day; the offset is the zone's at the beginning of 1970, as JavaRosa writes it. */
function timeOnly(text: string, conversion: Conversion): string | undefined {
  const date = parseDate(`1970-01-01T${text}`, conversion.timeZone, conversion.dialect);
  return date && timeLexical(date, conversion);
}
