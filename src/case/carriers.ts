import type { CaseId } from './case.ts';
import type { LinkedCase } from './closure.ts';

/** The cases that point to each id, whether or not there is a case of that id. */
export function carriersByTarget(cases: Iterable<LinkedCase>): Map<CaseId, LinkedCase[]> {
  const carriers = new Map<CaseId, LinkedCase[]>();
  for (const of of cases) {
    for (const { target } of of.indices) {
      const known = carriers.get(target);
      if (known === undefined) carriers.set(target, [of]);
      else known.push(of);
    }
  }
  return carriers;
}
