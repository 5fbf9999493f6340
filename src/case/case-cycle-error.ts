import type { CaseId } from './case.ts';

/** Cases whose indices lead back to where they started: nobody can say who holds them. A new restore may help. */
export class CaseCycleError extends Error {
  override readonly name = 'CaseCycleError';

  constructor(readonly cycle: readonly CaseId[]) {
    super(`Invalid data sandbox, cycle detected: ${[...cycle, cycle[0]].join(' → ')}`);
  }
}
