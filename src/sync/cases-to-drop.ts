import { CaseCycleError } from '../case/case-cycle-error.ts';
import type { CaseId, OwnerId } from '../case/case.ts';
import { liveIn } from '../case/closure.ts';
import type { CaseGraph } from '../case/case-graph.ts';
import { purgeSteps } from '../case/purge.ts';
import type { Steps } from '../case/steps.ts';

/** Which cases a device may not keep, and what was wrong with them, if anything was. */
export interface CasesToDrop {
  readonly ids: readonly CaseId[];
  /** A sentence, or `undefined`. */
  readonly problem: string | undefined;
}

/**
 * The purge, made bearable: a cycle among the cases is told, and those of its cases that can be owned are kept, so
 * that one broken index does not take all cases from a user.
 */
export function* casesToDrop(cases: CaseGraph, ownerIds: ReadonlySet<OwnerId>): Steps<CasesToDrop> {
  try {
    return { ids: yield* purgeSteps(cases, ownerIds), problem: undefined };
  } catch (error) {
    if (!(error instanceof CaseCycleError)) throw error;
    const live = liveIn(cases, ownerIds).ids();
    const ids = cases.cases.map((of) => of.caseId).filter((id) => !live.has(id));
    return { ids, problem: error.message };
  }
}
