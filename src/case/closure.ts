import type { Case, CaseId, OwnerId } from './case.ts';

/** As much of a case as decides who holds it. */
export type LinkedCase = Pick<Case, 'caseId' | 'ownerId' | 'status' | 'indices'>;

/**
 * Ids of the cases that a user with these owner ids holds: what he owns and what that needs. One definition for the
 * server's restore and the device's purge, linear in cases and indices:
 * - a case is available when it is open and, if it is an extension, one of its hosts is available;
 * - an owned available case is live; so is everything that a live case points to, whoever owns it, open or closed;
 *   so is every open extension of a live case.
 * Indices to cases that are not there are passed over; cycles do no harm.
 */
export function liveCases(
  cases: Iterable<LinkedCase>,
  ownerIds: ReadonlySet<OwnerId>,
): Set<CaseId> {
  const graph = readGraph(cases);
  const owned = availableCases(graph).filter((of) => ownerIds.has(of.ownerId));
  return spread(owned, (of) => [...targetsOf(of, graph), ...openExtensionsOf(of, graph)]);
}

interface CaseGraph {
  readonly cases: ReadonlyMap<CaseId, LinkedCase>;
  readonly extensions: ReadonlyMap<CaseId, readonly LinkedCase[]>;
}

function readGraph(cases: Iterable<LinkedCase>): CaseGraph {
  const byId = new Map<CaseId, LinkedCase>();
  const extensions = new Map<CaseId, LinkedCase[]>();
  for (const of of cases) {
    byId.set(of.caseId, of);
    for (const host of hostsOf(of)) {
      const known = extensions.get(host);
      if (known === undefined) extensions.set(host, [of]);
      else known.push(of);
    }
  }
  return { cases: byId, extensions };
}

/** Hosts of an extension. Several indices to one target count as one: `child`, if any of them is. */
export function hostsOf(of: LinkedCase): CaseId[] {
  const isChildOf = (target: CaseId): boolean =>
    of.indices.some((index) => index.target === target && index.relationship !== 'extension');
  return of.indices.map((index) => index.target).filter((target) => !isChildOf(target));
}

function availableCases(graph: CaseGraph): LinkedCase[] {
  const roots = [...graph.cases.values()].filter((of) => isOpen(of) && hostsOf(of).length === 0);
  const available = spread(roots, (host) => openExtensionsOf(host, graph));
  return [...available].flatMap((id) => graph.cases.get(id) ?? []);
}

function targetsOf(of: LinkedCase, graph: CaseGraph): LinkedCase[] {
  return of.indices.flatMap((index) => graph.cases.get(index.target) ?? []);
}

function openExtensionsOf(of: LinkedCase, graph: CaseGraph): LinkedCase[] {
  return (graph.extensions.get(of.caseId) ?? []).filter(isOpen);
}

function isOpen(of: LinkedCase): boolean {
  return of.status === 'open';
}

/** Everything that can be reached from `start`, each case visited once. */
function spread(
  start: readonly LinkedCase[],
  next: (of: LinkedCase) => readonly LinkedCase[],
): Set<CaseId> {
  const reached = new Set(start.map((of) => of.caseId));
  const pending = [...start];
  for (let of = pending.pop(); of !== undefined; of = pending.pop()) {
    for (const neighbour of next(of)) {
      if (reached.has(neighbour.caseId)) continue;
      reached.add(neighbour.caseId);
      pending.push(neighbour);
    }
  }
  return reached;
}
