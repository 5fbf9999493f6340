import { CaseGraph, NONE } from './case-graph.ts';
import type { LinkedCase } from './case-graph.ts';
import type { CaseId, OwnerId } from './case.ts';
import { atOnce } from './steps.ts';
import type { Steps } from './steps.ts';

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
  return liveIn(new CaseGraph(cases), ownerIds).ids();
}

/** The same in a graph that somebody has read already. */
export function liveIn(graph: CaseGraph, ownerIds: ReadonlySet<OwnerId>): Reach {
  return atOnce(liveSteps(graph, ownerIds));
}

/** The same step by step. */
export function* liveSteps(graph: CaseGraph, ownerIds: ReadonlySet<OwnerId>): Steps<Reach> {
  const available = availableCases(graph);
  yield;
  const live = new Reach(graph);
  for (let n = 0; n < graph.cases.length; n += 1) {
    if (available.has(n) && ownerIds.has((graph.cases[n] as LinkedCase).ownerId)) live.add(n);
  }
  yield;
  spreadLife(live, graph);
  return live;
}

/** Adds what live cases bring along: what they point to, and their open extensions. */
export function spreadLife(live: Reach, graph: CaseGraph): void {
  if (graph.targets.length === 0) return;
  live.spread((n) => {
    const end = graph.starts[n + 1] as number;
    for (let edge = graph.starts[n] as number; edge < end; edge += 1) {
      live.add(graph.targets[edge] as number);
    }
    addOpenExtensions(n, graph, live);
  });
}

/** Open cases that are no extension, or an extension of an available one. */
export function availableCases(graph: CaseGraph): Reach {
  const available = new Reach(graph);
  for (let n = 0; n < graph.cases.length; n += 1) {
    if (graph.isExtension[n] === 0 && graph.isOpen[n] === 1) available.add(n);
  }
  if (!graph.leadsToHost.includes(1)) return available;
  available.spread((host) => addOpenExtensions(host, graph, available));
  return available;
}

/** Adds the open extensions of one case. */
export function addOpenExtensions(host: number, graph: CaseGraph, to: Reach): void {
  for (let edge = graph.firstTo(host); edge !== NONE; edge = graph.nextTo(edge)) {
    const carrier = graph.carriers[edge] as number;
    if (graph.leadsToHost[edge] === 1 && graph.isOpen[carrier] === 1) to.add(carrier);
  }
}

/** A growing set of cases; each is followed once, however often it is added. */
export class Reach {
  readonly #graph: CaseGraph;
  readonly #reached: Uint8Array;
  readonly #pending: number[] = [];

  constructor(graph: CaseGraph) {
    this.#graph = graph;
    this.#reached = new Uint8Array(graph.cases.length);
  }

  has(n: number): boolean {
    return this.#reached[n] === 1;
  }

  add(n: number): void {
    if (n === NONE || this.#reached[n] === 1) return;
    this.#reached[n] = 1;
    this.#pending.push(n);
  }

  /** `follow` adds what one case brings along; it is called until nothing new comes. */
  spread(follow: (n: number) => void): void {
    for (let n = this.#pending.pop(); n !== undefined; n = this.#pending.pop()) follow(n);
  }

  ids(): Set<CaseId> {
    const ids = new Set<CaseId>();
    for (let n = 0; n < this.#reached.length; n += 1) {
      if (this.#reached[n] === 1) ids.add((this.#graph.cases[n] as LinkedCase).caseId);
    }
    return ids;
  }
}
