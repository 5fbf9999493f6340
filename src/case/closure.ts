import type { Case, CaseId, CaseIndex, OwnerId } from './case.ts';

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
  const live = new Reach(graph);
  for (const of of availableCases(graph)) if (ownerIds.has(of.ownerId)) live.add(of);
  spreadLife(live, graph);
  return live.ids;
}

/** Adds what live cases bring along: what they point to, and their open extensions. */
export function spreadLife(live: Reach, graph: CaseGraph): void {
  live.spread((of) => {
    for (const { target } of of.indices) live.add(graph.cases.get(target));
    addOpenExtensions(of, graph, live);
  });
}

/** Cases by id, and extensions by their host. */
export interface CaseGraph {
  readonly cases: ReadonlyMap<CaseId, LinkedCase>;
  readonly extensions: ReadonlyMap<CaseId, readonly LinkedCase[]>;
}

export function readGraph(cases: Iterable<LinkedCase>): CaseGraph {
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
export function hostsOf(of: LinkedCase): readonly CaseId[] {
  if (!of.indices.some(isExtension)) return NO_HOSTS;
  const targets = new Set(of.indices.filter(isExtension).map((index) => index.target));
  for (const index of of.indices) if (!isExtension(index)) targets.delete(index.target);
  return [...targets];
}

const NO_HOSTS: readonly CaseId[] = [];

function isExtension(index: CaseIndex): boolean {
  return index.relationship === 'extension';
}

/** Open cases that are no extension, or an extension of an available one. */
export function availableCases(graph: CaseGraph): Iterable<LinkedCase> {
  const available = new Reach(graph);
  for (const of of graph.cases.values()) {
    if (isOpen(of) && hostsOf(of).length === 0) available.add(of);
  }
  available.spread((host) => addOpenExtensions(host, graph, available));
  return available.cases();
}

function addOpenExtensions(host: LinkedCase, graph: CaseGraph, to: Reach): void {
  for (const of of graph.extensions.get(host.caseId) ?? []) if (isOpen(of)) to.add(of);
}

function isOpen(of: LinkedCase): boolean {
  return of.status === 'open';
}

/** A growing set of cases; each is followed once, however often it is added. */
export class Reach {
  readonly ids = new Set<CaseId>();
  readonly #graph: CaseGraph;
  readonly #pending: LinkedCase[] = [];

  constructor(graph: CaseGraph) {
    this.#graph = graph;
  }

  add(of: LinkedCase | undefined): void {
    if (of === undefined || this.ids.has(of.caseId)) return;
    this.ids.add(of.caseId);
    this.#pending.push(of);
  }

  /** `follow` adds what one case brings along; it is called until nothing new comes. */
  spread(follow: (of: LinkedCase) => void): void {
    for (let of = this.#pending.pop(); of !== undefined; of = this.#pending.pop()) follow(of);
  }

  *cases(): Iterable<LinkedCase> {
    for (const id of this.ids) yield this.#graph.cases.get(id) as LinkedCase;
  }
}
