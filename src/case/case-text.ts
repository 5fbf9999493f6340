/** The highest number of UTF-16 units in a case type, case name, owner id or external id. */
export const MAX_LENGTH = 255;

/** Cuts characters up to U+0020 off both ends, and no others: a no-break space stays. */
export function trimControl(text: string): string {
  let start = 0;
  let end = text.length;
  while (start < end && text.charCodeAt(start) <= 0x20) start += 1;
  while (end > start && text.charCodeAt(end - 1) <= 0x20) end -= 1;
  return text.slice(start, end);
}

const DATE = /^\d{4,5}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/;
const DATE_TIME =
  /^\d{4,5}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])(?:T(?:[01]\d|2[0-3]):[0-5]\d(?::[0-5]\d(?:\.\d+)?)?(?:Z|[+-]\d{2}(?::?\d{2})?)?)?$/;

/** True for a day that exists, as `YYYY-MM-DD`. */
export function isDate(text: string): boolean {
  return DATE.test(text) && isInMonth(text);
}

/** True for an ISO 8601 date, alone or with a time behind `T`. */
export function isDateTime(text: string): boolean {
  return DATE_TIME.test(text) && isInMonth(text);
}

/** Whether the month of a text that begins as a date has so many days. Every restore asks it of every case. */
function isInMonth(text: string): boolean {
  const dash = text.indexOf('-');
  const day = Number(text.slice(dash + 4, dash + 6));
  if (day <= 28) return true;
  const [year, month] = [Number(text.slice(0, dash)), Number(text.slice(dash + 1, dash + 3))];
  return day <= new Date(Date.UTC(year, month, 0)).getUTCDate();
}
