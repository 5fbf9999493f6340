import { dateTimeText } from '../../xpath/date-text.ts';
import type { Conversion } from '../../xpath/frame.ts';
import type { XPathDate } from '../../xpath/xpath-date.ts';

/** The time of day as instances hold it: CommCare writes it without an offset. */
export function timeLexical(date: XPathDate, conversion: Conversion): string {
  const time = dateTimeText(date, conversion).split('T')[1] as string;
  return conversion.dialect === 'commcare' ? time.slice(0, '00:00:00.000'.length) : time;
}
