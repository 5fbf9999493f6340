/** What decides where a form stands among those that changed the same case. */
export interface TimedForm {
  /** Who sent it. */
  readonly userId: string;
  /** Milliseconds since 1970. */
  readonly receivedAt: number;
  /** When its user changed the case, in milliseconds since 1970; `undefined` when that is not known. */
  readonly changedAt: number | undefined;
}

/** As long after another form of the same user, one may still come late. CommCare's server draws the line at twelve hours. */
export const LATE_WITHIN = 12 * 60 * 60 * 1000;

/**
 * The forms of one case in the order in which they count, from the order of receipt. The form of somebody who works on two
 * devices goes before those of theirs that were received less than {@link LATE_WITHIN} earlier and filled in later; of
 * different people, the last one to arrive has the last word.
 */
export function orderOfForms<Form extends TimedForm>(received: readonly Form[]): Form[] {
  const ordered: Form[] = [];
  for (const form of received) {
    const place = ordered.findIndex((other) => comesBefore(form, other));
    ordered.splice(place < 0 ? ordered.length : place, 0, form);
  }
  return ordered;
}

/** True when `late`, which was received after `other`, was filled in before it by the same user. */
function comesBefore(late: TimedForm, other: TimedForm): boolean {
  if (late.userId !== other.userId || late.receivedAt - other.receivedAt > LATE_WITHIN)
    return false;
  if (late.changedAt === undefined || other.changedAt === undefined) return false;
  return late.changedAt < other.changedAt;
}
