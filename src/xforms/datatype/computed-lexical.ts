import type { Conversion } from '../../xpath/frame.ts';
import { toBoolean, toScalar, toText } from '../../xpath/conversions.ts';
import { dateText, dateTimeText } from '../../xpath/date-text.ts';
import { numberText } from '../../xpath/number-text.ts';
import { XPathDate } from '../../xpath/xpath-date.ts';
import type { XPathValue } from '../../xpath/xpath-node.ts';
import type { DataType } from './data-type.ts';
import { timeLexical } from './time-lexical.ts';

/**
 * The text that a computed value has in a node of that type. NaN is no value; a truth value is a digit; a whole number is
 * written without a point, also in a decimal node; a number in an integer loses its fraction. Text is taken as it is.
 */
export function computedLexical(value: XPathValue, type: DataType, conversion: Conversion): string {
  const scalar = toScalar(value, conversion);
  if (scalar === '') return '';
  if (type === 'boolean' || typeof scalar === 'boolean') {
    return toBoolean(scalar, conversion) ? '1' : '0';
  }
  if (typeof scalar === 'number') return numberLexical(scalar, type);
  if (scalar instanceof XPathDate) return dateLexical(scalar, type, conversion);
  return toText(scalar, conversion);
}

const LEAST_INT = -(2 ** 31);
const MOST_INT = 2 ** 31 - 1;

function numberLexical(value: number, type: DataType): string {
  if (Number.isNaN(value)) return '';
  const whole = Math.trunc(value);
  if (type === 'int') return String(Math.min(Math.max(whole, LEAST_INT), MOST_INT));
  if (!Number.isFinite(value)) return numberText(value);
  return type === 'long' || Math.abs(value - whole) < 1e-9
    ? BigInt(whole).toString()
    : numberText(value);
}

/** A moment in a node that is not of a date's type stays one for ODK; CommCare keeps its day. */
function dateLexical(date: XPathDate, type: DataType, conversion: Conversion): string {
  if (type === 'time') return timeLexical(date, conversion);
  const keepsTime = type === 'dateTime' || (type !== 'date' && conversion.dialect === 'odk');
  return keepsTime ? dateTimeText(date, conversion) : dateText(date, conversion.timeZone);
}
