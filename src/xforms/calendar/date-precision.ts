/** How much of a date a question asks for; what it does not ask for is stored as 1. */
export type DatePrecision = 'year' | 'month' | 'day';

/** By the appearances `year` and `month-year` (ODK XForms). */
export function datePrecisionOf(appearance: readonly string[]): DatePrecision {
  if (appearance.includes('year')) return 'year';
  return appearance.includes('month-year') ? 'month' : 'day';
}
