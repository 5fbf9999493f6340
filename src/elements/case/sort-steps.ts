import type { Steps } from '../../case/steps.ts';

/** The values in order, step by step; equal ones keep theirs. */
export function* sortSteps<Value>(
  values: readonly Value[],
  compare: Compare<Value>,
): Steps<Value[]> {
  let runs: Value[][] = [];
  for (let start = 0; start < values.length; start += RUN) {
    runs.push(values.slice(start, start + RUN).sort(compare));
    yield;
  }
  while (runs.length > 1) runs = yield* mergedPairs(runs, compare);
  return runs[0] ?? [];
}

type Compare<Value> = (one: Value, other: Value) => number;

/** So many texts are sorted in some milliseconds. */
const RUN = 500;

function* mergedPairs<Value>(runs: readonly Value[][], compare: Compare<Value>): Steps<Value[][]> {
  const merged: Value[][] = [];
  for (let n = 0; n < runs.length; n += 2) {
    const [one, other] = [runs[n]!, runs[n + 1]];
    merged.push(other === undefined ? one : yield* merge(one, other, compare));
  }
  return merged;
}

/** What of `one` is not above all of `other` stays where it is: what was nearly in order costs hardly anything. */
function* merge<Value>(one: Value[], other: Value[], compare: Compare<Value>): Steps<Value[]> {
  let at = firstAbove(one, other[0]!, compare);
  const merged = one.slice(0, at);
  let next = 0;
  while (at < one.length && next < other.length) {
    const takesOther = compare(one[at]!, other[next]!) > 0;
    merged.push(takesOther ? other[next++]! : one[at++]!);
    if (merged.length % RUN === 0) yield;
  }
  return merged.concat(one.slice(at), other.slice(next));
}

/** How many values of a sorted run are not above this one. */
function firstAbove<Value>(run: readonly Value[], value: Value, compare: Compare<Value>): number {
  let [low, high] = [0, run.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (compare(run[middle]!, value) > 0) high = middle;
    else low = middle + 1;
  }
  return low;
}
