import { CaseCycleError } from './case-cycle-error.ts';
import { CaseGraph, NONE } from './case-graph.ts';
import type { LinkedCase } from './case-graph.ts';
import type { CaseId, OwnerId } from './case.ts';
import { liveSteps, Reach } from './closure.ts';
import { atOnce } from './steps.ts';
import type { Steps } from './steps.ts';

/**
 * Ids of the cases that a device must drop, in their order: those that point, directly or by way of others, to a
 * case that is not there, and those that are not live for these owners. Throws {@link CaseCycleError}.
 */
export function purge(cases: Iterable<LinkedCase>, ownerIds: ReadonlySet<OwnerId>): CaseId[] {
  return atOnce(purgeSteps(new CaseGraph(cases), ownerIds));
}

/** The same step by step, in a graph that somebody has read already. */
export function* purgeSteps(all: CaseGraph, ownerIds: ReadonlySet<OwnerId>): Steps<CaseId[]> {
  const whole = withoutDangling(all);
  yield;
  const cycle = cycleIn(whole);
  if (cycle !== undefined) throw new CaseCycleError(cycle);
  yield;
  const live = yield* liveSteps(whole, ownerIds);
  yield;
  const isLive = (of: LinkedCase, n: number): boolean =>
    live.has(whole === all ? n : whole.numberOf(of.caseId));
  return all.cases.filter((of, n) => !isLive(of, n)).map((of) => of.caseId);
}

/** Leaves out cases with a missing target, and all that hang on them. */
function withoutDangling(graph: CaseGraph): CaseGraph {
  // Nearly always: then nobody has to know who points to whom.
  if (!graph.targets.includes(NONE)) return graph;
  const gone = new Reach(graph);
  for (const [edge, target] of graph.targets.entries()) {
    if (target === NONE) gone.add(graph.carriers[edge] as number);
  }
  gone.spread((n) => {
    for (let edge = graph.firstTo(n); edge !== NONE; edge = graph.nextTo(edge)) {
      gone.add(graph.carriers[edge] as number);
    }
  });
  return new CaseGraph(graph.cases.filter((_, n) => !gone.has(n)));
}

/** The ids along one cycle, or `undefined`. */
export function findCycle(cases: Iterable<LinkedCase>): CaseId[] | undefined {
  return cycleIn(new CaseGraph(cases));
}

function cycleIn(graph: CaseGraph): CaseId[] | undefined {
  const walk = new CycleWalk(graph);
  for (let n = 0; n < graph.cases.length; n += 1) {
    const cycle = graph.hasIndices(n) ? walk.from(n) : undefined;
    if (cycle !== undefined) return cycle.map((step) => (graph.cases[step] as LinkedCase).caseId);
  }
  return undefined;
}

const NEW = 0;
const ON_PATH = 1;
const DONE = 2;

/** Walks depth first with a stack of its own: chains may be longer than the call stack. No case is gone through twice. */
class CycleWalk {
  readonly #graph: CaseGraph;
  readonly #state: Uint8Array;
  /** By case: the edge that is followed next. */
  readonly #next: Int32Array;
  readonly #path: number[] = [];

  constructor(graph: CaseGraph) {
    this.#graph = graph;
    this.#state = new Uint8Array(graph.cases.length);
    this.#next = graph.starts.slice();
  }

  /** The cases along a cycle that can be reached from `start`. */
  from(start: number): number[] | undefined {
    this.#enter(start);
    for (let top = this.#path.at(-1); top !== undefined; top = this.#path.at(-1)) {
      const target = this.#follow(top);
      if (target === undefined) this.#leave(top);
      else if (this.#state[target] === ON_PATH) return this.#path.slice(this.#path.indexOf(target));
      else this.#enter(target);
    }
    return undefined;
  }

  #enter(n: number): void {
    if (n === NONE || this.#state[n] !== NEW) return;
    this.#state[n] = ON_PATH;
    this.#path.push(n);
  }

  #leave(n: number): void {
    this.#state[n] = DONE;
    this.#path.pop();
  }

  /** The next target of a case; `undefined` when it has no more. */
  #follow(n: number): number | undefined {
    const edge = this.#next[n] as number;
    if (edge === this.#graph.starts[n + 1]) return undefined;
    this.#next[n] = edge + 1;
    return this.#graph.targets[edge];
  }
}
