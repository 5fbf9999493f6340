import type { Conversion } from '../../xpath/frame.ts';
import { toBoolean, toScalar, toText } from '../../xpath/conversions.ts';
import { dateText, dateTimeText } from '../../xpath/date-text.ts';
import { numberText } from '../../xpath/number-text.ts';
import { XPathDate } from '../../xpath/xpath-date.ts';
import type { XPathScalar, XPathValue } from '../../xpath/xpath-node.ts';
import type { DataType } from './data-type.ts';
import { decimalLexical } from './decimal-lexical.ts';
import { timeLexical } from './time-lexical.ts';

/**
 * The text that a computed value has in a node of that type. NaN is no value; a date loses its time unless the type
 * keeps it; a number in an integer loses its fraction. Text is taken as it is.
 */
export function computedLexical(value: XPathValue, type: DataType, conversion: Conversion): string {
  const scalar = toScalar(value, conversion);
  if (scalar === '') return '';
  if (type === 'boolean' || isStoredAsDigit(scalar, conversion)) {
    return toBoolean(scalar, conversion) ? '1' : '0';
  }
  if (typeof scalar === 'number') return numberLexical(scalar, type);
  if (scalar instanceof XPathDate) return dateLexical(scalar, type, conversion);
  return toText(scalar, conversion);
}

/** CommCare keeps a truth value as a digit, whatever the type of its node. */
function isStoredAsDigit(scalar: XPathScalar, { dialect }: Conversion): boolean {
  return typeof scalar === 'boolean' && dialect === 'commcare';
}

function numberLexical(value: number, type: DataType): string {
  if (Number.isNaN(value)) return '';
  if (type === 'decimal') return decimalLexical(value);
  return numberText(type === 'int' || type === 'long' ? Math.trunc(value) : value);
}

function dateLexical(date: XPathDate, type: DataType, conversion: Conversion): string {
  if (type === 'dateTime') return dateTimeText(date, conversion);
  if (type === 'time') return timeLexical(date, conversion);
  return dateText(date, conversion.timeZone);
}
