import type { Strings } from '../strings/strings.ts';

/** How long ago something was, in the interface's language: `3 hours ago`. What lies ahead (a wrong clock) counts as now. */
export function timeAgo(when: Date, now: Date, strings: Strings): string {
  return strings.case.ago(Math.max(0, (now.getTime() - when.getTime()) / 1000));
}

/** Date and time in full, for a title: in the interface's language and the reader's time zone. */
export function fullTime(when: Date, strings: Strings): string {
  return new Intl.DateTimeFormat(strings.code, { dateStyle: 'full', timeStyle: 'short' }).format(
    when,
  );
}
