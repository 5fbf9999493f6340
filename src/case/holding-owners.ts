import { CaseGraph, NONE } from './case-graph.ts';
import type { LinkedCase } from './case-graph.ts';
import type { CaseId, OwnerId } from './case.ts';
import { availableCases, Reach } from './closure.ts';

/**
 * The owner ids by which somebody holds a case: `liveCases` read backwards, for the question "who sees this case?".
 * Whoever has one of them has the case, and nobody else. Empty for a case that nobody holds or that is not there.
 */
export function holdingOwners(caseId: CaseId, cases: Iterable<LinkedCase>): Set<OwnerId> {
  const graph = new CaseGraph(cases);
  const bringers = new Reach(graph);
  bringers.add(graph.numberOf(caseId));
  bringers.spread((n) => addBringers(n, graph, bringers));
  const available = availableCases(graph);
  const owners = new Set<OwnerId>();
  for (const [n, { ownerId }] of graph.cases.entries()) {
    if (bringers.has(n) && available.has(n)) owners.add(ownerId);
  }
  return owners;
}

/** A case comes with those that point to it and, while it is open, with its hosts. */
function addBringers(n: number, graph: CaseGraph, to: Reach): void {
  for (let edge = graph.firstTo(n); edge !== NONE; edge = graph.nextTo(edge)) {
    to.add(graph.carriers[edge] as number);
  }
  if ((graph.cases[n] as LinkedCase).status === 'closed') return;
  const end = graph.starts[n + 1] as number;
  for (let edge = graph.starts[n] as number; edge < end; edge += 1) {
    if (graph.leadsToHost[edge] === 1) to.add(graph.targets[edge] as number);
  }
}
