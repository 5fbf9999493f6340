import { dateOfDay, dateOfTime, parseDate } from '../date-text.ts';
import type { Frame } from '../frame.ts';
import { XPathDate } from '../xpath-date.ts';
import { excerpt, XPathEvaluationError } from '../xpath-error.ts';
import type { XPathScalar, XPathValue } from '../xpath-node.ts';
import { anyFunction, type FunctionDefinition } from './function-definition.ts';

/** Dates of both dialects. */
export const dateFunctions: readonly FunctionDefinition[] = [
  anyFunction('now', 0, () => (frame) => new XPathDate(frame.scope.environment.now(), true), {
    volatileArity: Infinity,
  }),
  anyFunction(
    'today',
    0,
    () => (frame) => dateOfTime(frame.scope.environment.now(), frame.timeZone),
    {
      volatileArity: Infinity,
    },
  ),
  anyFunction('date', 1, (value) => (frame) => wholeDate(value!.scalar(frame), frame)),
];

/** `date()`: of a date with time the day; a text keeps the time that it has, as in JavaRosa. */
function wholeDate(value: XPathScalar, frame: Frame): XPathScalar {
  return value instanceof XPathDate ? dateOfTime(value.time, frame.timeZone) : toDate(value, frame);
}

/**
 * The date of a value: of a number (days since 1970-01-01), of a text, or the date itself. An empty text and NaN have
 * none and stay as they are. Throws for anything else.
 */
export function toDate(value: XPathScalar, frame: Frame): XPathDate | '' | number {
  if (value instanceof XPathDate) return value;
  if (typeof value === 'number') return dateOfNumber(value, frame);
  if (value === '') return value;
  if (typeof value === 'boolean') throw notADate(value);
  const date = parseDate(value, frame.timeZone, frame.dialect);
  if (date === undefined) throw notADate(value);
  return date;
}

function dateOfNumber(day: number, frame: Frame): XPathDate | number {
  if (Number.isNaN(day)) return day;
  // Both engines count days with integers of 32 bits.
  if (Math.trunc(day) !== (day | 0))
    throw new XPathEvaluationError(`${day} days from 1970 is out of range`);
  return dateOfDay(day, frame.timeZone);
}

function notADate(value: XPathValue): XPathEvaluationError {
  return new XPathEvaluationError(
    `“${excerpt(String(value))}” is no date; write it as 2026-03-15, or as a number of days since 1970-01-01`,
  );
}
