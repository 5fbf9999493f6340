/** Between the values of one answer of several. CommCare, case search. */
export const SEVERAL = '#,#';

/** The values of an answer; none for a blank one. Among them is `''` where also what has no value is looked for. */
export function queryValues(answer: string): string[] {
  if (answer === SEVERAL) return [''];
  return answer === '' ? [] : answer.split(SEVERAL);
}

/** The answer of these values. */
export function queryAnswer(values: readonly string[]): string {
  const isBlankAlone = values.length === 1 && values[0] === '';
  return isBlankAlone ? SEVERAL : values.join(SEVERAL);
}

/** True for an answer that also looks for what has no value. */
export function includesBlank(answer: string): boolean {
  return queryValues(answer).includes('');
}

/** The answer without what has no value, or with it. */
export function withBlank(answer: string, isIncluded: boolean): string {
  const values = queryValues(answer).filter((value) => value !== '');
  return queryAnswer(isIncluded ? ['', ...values] : values);
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
