import type { Conversion } from '../../xpath/frame.ts';
import { toBoolean, toScalar, toText } from '../../xpath/conversions.ts';
import { dateText, dateTimeText } from '../../xpath/date-text.ts';
import { numberText } from '../../xpath/number-text.ts';
import { XPathDate } from '../../xpath/xpath-date.ts';
import type { XPathValue } from '../../xpath/xpath-node.ts';
import type { DataType } from './data-type.ts';

/**
 * The text that a computed value has in a node of that type. NaN is no value; a date loses its time unless the type
 * keeps it; a number in an integer loses its fraction. Text is taken as it is.
 */
export function computedLexical(value: XPathValue, type: DataType, conversion: Conversion): string {
  const scalar = toScalar(value, conversion);
  if (scalar === '') return '';
  if (type === 'boolean') return toBoolean(scalar, conversion) ? '1' : '0';
  if (typeof scalar === 'number') return numberLexical(scalar, type);
  if (scalar instanceof XPathDate) return dateLexical(scalar, type, conversion);
  return toText(scalar, conversion);
}

function numberLexical(value: number, type: DataType): string {
  if (Number.isNaN(value)) return '';
  return numberText(type === 'int' || type === 'long' ? Math.trunc(value) : value);
}

function dateLexical(date: XPathDate, type: DataType, conversion: Conversion): string {
  if (type === 'dateTime') return dateTimeText(date, conversion);
  if (type === 'time') return dateTimeText(date, conversion).split('T')[1] as string;
  return dateText(date, conversion.timeZone);
}
