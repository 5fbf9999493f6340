import { ethiopianDay, nepaliDay, type CalendarDay } from '../calendar.ts';
import { formatCalendarDay } from '../date-format.ts';
import { dayNumber } from '../date-text.ts';
import type { Evaluator } from '../evaluator.ts';
import type { Frame } from '../frame.ts';
import { XPathDate } from '../xpath-date.ts';
import { XPathEvaluationError } from '../xpath-error.ts';
import { toDate } from './dates.ts';
import { textFunction, type FunctionDefinition } from './function-definition.ts';

/** Dates of other calendars, of CommCare. */
export const calendarFunctions: readonly FunctionDefinition[] = [
  textFunction('format-date-for-calendar', [2, 3], formatForCalendar),
];

const CALENDARS: Readonly<Record<string, (dayNumber: number) => CalendarDay>> = {
  ethiopian: ethiopianDay,
  nepali: nepaliDay,
};

function formatForCalendar(value?: Evaluator, calendar?: Evaluator, format?: Evaluator) {
  return (frame: Frame): string => {
    const date = toDate(value!.scalar(frame), frame);
    if (!(date instanceof XPathDate)) return '';
    const name = calendar!.text(frame);
    const convert = Object.hasOwn(CALENDARS, name) ? CALENDARS[name] : undefined;
    if (convert === undefined) {
      throw new XPathEvaluationError(
        `There is no calendar “${name}”, only 'ethiopian' and 'nepali'`,
      );
    }
    const day = convert(dayNumber(date, frame.timeZone));
    return formatCalendarDay(date, day, format?.text(frame) ?? '%e %B %Y', frame);
  };
}
