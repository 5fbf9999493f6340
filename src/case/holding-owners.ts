import { CaseGraph, hostsOf } from './case-graph.ts';
import type { LinkedCase } from './case-graph.ts';
import type { CaseId, OwnerId } from './case.ts';
import type { ChangedCases } from './changed-cases.ts';
import { availableCases } from './closure.ts';

/**
 * The owner ids by which somebody holds a case, each with the nearest case that brings it along: the case itself, one that points
 * to it, its host, and so on. It is `liveCases` read backwards, for the question "who sees this case?": whoever has one of these
 * ids has the case, and nobody else. Empty for a case that nobody holds or that is not there. Looks only at what hangs together
 * with the case.
 */
export function holdingOwners(caseId: CaseId, cases: ChangedCases): Map<OwnerId, CaseId> {
  const bringers = new CaseGraph(bringersOf(caseId, cases));
  // What an open case hangs on brings it along, and is therefore here.
  const available = availableCases(bringers);
  const owners = new Map<OwnerId, CaseId>();
  for (const [n, of] of bringers.cases.entries()) {
    if (available.has(n) && !owners.has(of.ownerId)) owners.set(of.ownerId, of.caseId);
  }
  return owners;
}

/** A case comes with those that point to it and, while it is open, with its hosts. The nearest ones first. */
function bringersOf(caseId: CaseId, cases: ChangedCases): Iterable<LinkedCase> {
  const found = new Map<CaseId, LinkedCase>();
  const pending = [caseId];
  for (const id of pending) {
    const of = found.has(id) ? undefined : cases.get(id);
    if (of === undefined) continue;
    found.set(id, of);
    pending.push(...cases.carriersOf(id), ...(of.status === 'open' ? hostsOf(of) : []));
  }
  return found.values();
}
