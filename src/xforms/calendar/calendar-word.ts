/** The words by which an appearance asks for another calendar than the Gregorian (ODK XForms, "appearances for dates"). */
const WORDS = ['ethiopian', 'coptic', 'islamic', 'persian', 'bikram-sambat', 'nepali'] as const;

export type CalendarWord = (typeof WORDS)[number];

/** The calendar that an appearance asks for; `undefined` where it says nothing of it. */
export function calendarWord(appearance: readonly string[]): CalendarWord | undefined {
  return WORDS.find((word) => appearance.includes(word));
}
