import { XPathEvaluationError } from './xpath-error.ts';

/** A day of another calendar. Months count from 1. */
export interface CalendarDay {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly monthName: string;
}

const ETHIOPIAN_MONTHS = [
  'Mäskäräm',
  'T’ïk’ïmt',
  'Hïdar',
  'Tahsas',
  'T’ïr',
  'Yäkatit',
  'Mägabit',
  'Miyaziya',
  'Gïnbot',
  'Säne',
  'Hämle',
  'Nähäse',
  'P’agume',
];

/** The day number (from 1970-01-01) of 1 Mäskäräm of the year 0, which begins a cycle whose last year is the long one. */
const ETHIOPIAN_START = -716_732;

/** The Ethiopian day of a day number: twelve months of 30 days, and five or six days more. */
export function ethiopianDay(dayNumber: number): CalendarDay {
  const days = dayNumber - ETHIOPIAN_START;
  const inCycle = ((days % 1461) + 1461) % 1461;
  const yearInCycle = Math.min(Math.floor(inCycle / 365), 3);
  const year = 4 * Math.floor(days / 1461) + yearInCycle;
  const inYear = inCycle - 365 * yearInCycle;
  const month = Math.floor(inYear / 30) + 1;
  return { year, month, day: (inYear % 30) + 1, monthName: ETHIOPIAN_MONTHS[month - 1]! };
}

const NEPALI_MONTHS = [
  'Baishakh',
  'Jestha',
  'Ashadh',
  'Shrawan',
  'Bhadra',
  'Ashwin',
  'Kartik',
  'Mangsir',
  'Poush',
  'Magh',
  'Falgun',
  'Chaitra',
];

/** 1 Baishakh 2000, which is 1943-04-14. */
const NEPALI_START = -9759;
const NEPALI_FIRST_YEAR = 2000;

/** Month lengths less 29 of the years from 2000 on, as the calendar committee has set them; no rule gives them. */
const NEPALI_YEARS =
  '132321110102 223222101011 223321101011 232321110012 132321110102 223222101011 223321101011 ' +
  '232321110012 222322011002 223222101011 223321101011 232321110012 222322011011 223222101011 ' +
  '223321101011 232321110012 222322011011 223222101011 232321101011 232321110102 222322101011 ' +
  '223222101011 232321110011 232321110102 222322101011 223222101011 232321110012 132321110102 ' +
  '223222101011 223231101011 232321110012 132321110102 223222101011 223321101011 232321110012 ' +
  '132322011002 223222101011 223321101011 232321110012 222322011011 223222101011 223321101011 ' +
  '232321110012 222322011011 223222101011 232321101011 232321110012 222322101011 223222101011 ' +
  '232321110011 232321110102 222322101011 223222101011 232321110011 232321110102 223222101011 ' +
  '223231101011 232321110012 132321110102 223222101011 223321101011 232321110012 132322010102 ' +
  '223222101011 223321101011 232321110012 222322011002 223222101011 223321101011 232321110012 ' +
  '222322011011 223222101011 232321101011 232321110012 222322101011 223222101011 232321110011 ' +
  '232321110102 222322101011 223222101011 232321110011 223321110102 223222101011 223221110111 ' +
  '223221110111 232312110111 132321110111 223222110111 123312110111 132321110111 132321110111';

/** The Nepali day of a day number. Throws outside the years 2000 to 2090 of that calendar. */
export function nepaliDay(dayNumber: number): CalendarDay {
  let left = dayNumber - NEPALI_START;
  for (const [i, lengths] of left < 0 ? [] : NEPALI_YEARS.split(' ').entries()) {
    for (let month = 0; month < 12; month++) {
      const length = 29 + Number(lengths[month]);
      if (left < length) {
        const monthName = NEPALI_MONTHS[month]!;
        return { year: NEPALI_FIRST_YEAR + i, month: month + 1, day: left + 1, monthName };
      }
      left -= length;
    }
  }
  throw new XPathEvaluationError(
    'The date is outside the years of the Nepali calendar that are known (2000 to 2090)',
  );
}
