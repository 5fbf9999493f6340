import type { CaseId, OwnerId } from '../../case/case.ts';
import { liveCases } from '../../case/closure.ts';
import { selectCaseNodes, selectCasesTouchedUnder } from '../sql/cases.ts';
import type { CaseNode } from '../sql/cases.ts';
import type { Queries } from '../sql/database.ts';
import type { SyncTokenRow } from '../sql/sync-tokens.ts';
import { caseStateHash } from './case-state-hash.ts';

/**
 * Whether a device holds what it should: what its token stands for, with what its own forms have done since. Some devices purge
 * after each form and some do not, so both states are right.
 */
export async function stateMatches(
  queries: Queries,
  projectId: number,
  base: SyncTokenRow,
  ownerIds: ReadonlySet<OwnerId>,
  state: string,
): Promise<boolean> {
  if (caseStateHash(base.caseIds) === state) return true;
  const touched = await selectCasesTouchedUnder(queries, projectId, base.token);
  const all = [...new Set([...base.caseIds, ...touched])];
  if (caseStateHash(all) === state) return true;
  const nodes = await selectCaseNodes(queries, projectId, all);
  return caseStateHash(purgedByDevice(nodes, base, new Set(touched), ownerIds)) === state;
}

/** The device does not know yet what others have done: to it such a case is as it was, and its own. */
function purgedByDevice(
  nodes: readonly CaseNode[],
  { sequence }: SyncTokenRow,
  touched: ReadonlySet<CaseId>,
  ownerIds: ReadonlySet<OwnerId>,
): ReadonlySet<CaseId> {
  const [own = ''] = ownerIds;
  const known = nodes.map((node) =>
    node.sequence <= sequence || touched.has(node.caseId)
      ? node
      : { ...node, status: 'open' as const, ownerId: own },
  );
  return liveCases(known, ownerIds);
}
