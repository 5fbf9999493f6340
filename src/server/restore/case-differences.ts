import type { CaseId } from '../../case/case.ts';
import type { CaseNode } from '../sql/cases.ts';

/** What a client holds by its token. Cases that its user changed since then may be on it too. */
export interface HeldCases {
  readonly caseIds: Iterable<CaseId>;
  /** Changes up to this form are known to it. */
  readonly sequence: number;
}

export interface CaseDifferences {
  /** Cases to send, in the order of `cases`. */
  readonly changed: readonly CaseId[];
  /** Cases that it may hold and must not keep. */
  readonly removals: readonly CaseId[];
}

/** What has to be told to a client that holds `held` so that it comes to hold the `live` ones of `cases`. */
export function caseDifferences(
  cases: readonly CaseNode[],
  live: ReadonlySet<CaseId>,
  held: HeldCases | undefined,
): CaseDifferences {
  const holds = new Set(held?.caseIds);
  const sequence = held?.sequence ?? 0;
  const isNews = (node: CaseNode): boolean => !holds.has(node.caseId) || node.sequence > sequence;
  const changed = cases.filter((node) => live.has(node.caseId) && isNews(node));
  return {
    changed: changed.map((node) => node.caseId),
    removals: [...holds].filter((caseId) => !live.has(caseId)),
  };
}
