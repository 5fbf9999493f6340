import { dateOfTime, dateText, parseDate } from '../xpath/date-text.ts';
import type { XPathDate } from '../xpath/xpath-date.ts';

/** A day of a case as XPath reads it: its text and its typed value, both `''` when there is none. */
export interface CaseDay {
  readonly text: string;
  readonly value: XPathDate | '';
}

/** The day on which an ISO 8601 date or date with time falls in a zone: casedb shows days and no times. */
export function caseDay(text: string, timeZone: string): CaseDay {
  const date = parseDate(text, timeZone);
  if (date === undefined) return NO_DAY;
  const day = date.hasTime ? dateOfTime(date.time, timeZone) : date;
  return { text: dateText(day, timeZone), value: day };
}

const NO_DAY: CaseDay = { text: '', value: '' };
