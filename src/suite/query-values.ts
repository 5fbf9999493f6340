/** Between the values of one answer of several. CommCare, case search. */
export const SEVERAL = '#,#';

/** The values of an answer; none for a blank one. */
export function queryValues(answer: string): string[] {
  return answer === '' ? [] : answer.split(SEVERAL);
}

const RANGE = /^__range__(.*)__(.*)$/;

/** The first and last day of a range, each `''` where it is open; `undefined` for an answer that is no range. */
export function queryRange(answer: string): readonly [string, string] | undefined {
  const match = RANGE.exec(answer);
  return match === null ? undefined : [match[1] ?? '', match[2] ?? ''];
}

/** The answer that means all days from `first` to `last`; `''` when both are open. */
export function rangeAnswer(first: string, last: string): string {
  return first === '' && last === '' ? '' : `__range__${first}__${last}`;
}
