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

const DATE = /^(\d{4,})-(\d{2})-(\d{2})$/;
const TIME = /^([01]\d|2[0-3]):[0-5]\d(:[0-5]\d(\.\d+)?)?(Z|[+-]\d{2}(:?\d{2})?)?$/;

/** True for a day that exists, as `YYYY-MM-DD`. */
export function isDate(text: string): boolean {
  const match = DATE.exec(text);
  if (match === null) return false;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}

/** True for an ISO 8601 date, alone or with a time behind `T`. */
export function isDateTime(text: string): boolean {
  const [date, time, ...rest] = text.split('T');
  if (rest.length > 0 || !isDate(date ?? '')) return false;
  return time === undefined || TIME.test(time);
}
