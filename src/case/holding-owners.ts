import { carriersByTarget } from './carriers.ts';
import type { CaseId, OwnerId } from './case.ts';
import { availableCases, hostsOf, readGraph, Reach } from './closure.ts';
import type { CaseGraph, LinkedCase } from './closure.ts';

/**
 * The owner ids by which somebody holds a case: `liveCases` read backwards, for the question "who sees this case?".
 * Whoever has one of them has the case, and nobody else. Empty for a case that nobody holds or that is not there.
 */
export function holdingOwners(caseId: CaseId, cases: Iterable<LinkedCase>): Set<OwnerId> {
  const all = [...cases];
  const graph = readGraph(all);
  const bringers = new Reach(graph);
  const carriers = carriersByTarget(all);
  bringers.add(graph.cases.get(caseId));
  bringers.spread((of) => addBringers(of, carriers, graph, bringers));
  const owners = new Set<OwnerId>();
  for (const of of availableCases(graph)) {
    if (bringers.ids.has(of.caseId)) owners.add(of.ownerId);
  }
  return owners;
}

/** A case comes with those that point to it and, while it is open, with its hosts. */
function addBringers(
  of: LinkedCase,
  carriers: ReadonlyMap<CaseId, readonly LinkedCase[]>,
  graph: CaseGraph,
  to: Reach,
): void {
  for (const carrier of carriers.get(of.caseId) ?? []) to.add(carrier);
  if (of.status === 'closed') return;
  for (const host of hostsOf(of)) to.add(graph.cases.get(host));
}
