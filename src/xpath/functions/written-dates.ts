import { formatDate } from '../date-format.ts';
import type { Evaluator } from '../evaluator.ts';
import type { Frame } from '../frame.ts';
import { XPathDate } from '../xpath-date.ts';
import type { XPathScalar } from '../xpath-node.ts';
import { toDate } from './dates.ts';
import { textFunction, type FunctionDefinition } from './function-definition.ts';
import { toDateTime } from './odk.ts';

/** Dates in a format of the form's own, of CommCare. */
export const commcareWrittenDates: readonly FunctionDefinition[] = [
  textFunction('format-date', 2, formatDateFunction(toDate)),
];

/** The same of ODK, where an argument may have a time. */
export const odkWrittenDates: readonly FunctionDefinition[] = [
  textFunction('format-date', 2, formatDateFunction(toDateTime)),
  textFunction('format-date-time', 2, formatDateFunction(toDateTime)),
];

/** `format-date(date, format)`; `''` when there is no date. `convert` makes the date of a value. */
function formatDateFunction(convert: (value: XPathScalar, frame: Frame) => XPathScalar) {
  return (value?: Evaluator, format?: Evaluator) =>
    (frame: Frame): string => {
      const date = convert(value!.scalar(frame), frame);
      return date instanceof XPathDate ? formatDate(date, format!.text(frame), frame) : '';
    };
}
