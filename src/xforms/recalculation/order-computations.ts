import type { FormReader } from '../definition/form-reader.ts';
import type { NodeDefinition } from '../definition/node-definition.ts';
import { NONE, withOneMore } from '../growing-list.ts';
import type { Reader } from './build-dependency-graph.ts';

/**
 * Orders computations so that each comes after those that it reads; repeats are counted when all else is known. What nothing reads (readonly, required, display)
 * comes last. Members of a cycle are noted as one problem and keep their places.
 */
export function orderComputations(readers: readonly Reader[], reader: FormReader): Reader[] {
  const order = new Ordering(readers);
  for (const cycle of order.cycles) reportCycle(cycle, reader);
  const counts = order.result.filter(isCount);
  const values = order.result.filter((each) => !isCount(each));
  return [...values, ...counts, ...readers.filter((each) => !isRead(each))];
}

const CONDITIONAL = ['coalesce', 'once', 'if', 'cond'];

/**
 * What reads its own node sees the old value. That is no cycle for a relevant, nor for a calculate that keeps the old
 * value under a condition; `. + 1` would never come to rest.
 */
function settles({ computation: { kind, expression } }: Reader): boolean {
  if (kind !== 'calculate') return true;
  return CONDITIONAL.some((name) => expression?.functions.has(name));
}

function isCount({ computation }: Reader): boolean {
  return computation.kind === 'count';
}

function isRead({ computation }: Reader): boolean {
  return (
    computation.kind === 'calculate' ||
    computation.kind === 'relevant' ||
    computation.kind === 'count'
  );
}

/** Depth-first, without recursion: a chain of 5,000 calculates is ordinary. */
class Ordering {
  readonly result: Reader[] = [];
  readonly cycles: Reader[][] = [];
  readonly #byTarget = new Map<NodeDefinition, readonly Reader[]>();
  readonly #state = new Map<Reader, 'open' | 'done'>();

  constructor(readers: readonly Reader[]) {
    const read = readers.filter(isRead);
    for (const each of read) {
      const { target } = each.computation;
      this.#byTarget.set(target, withOneMore(this.#byTarget.get(target) ?? NONE, each));
    }
    for (const each of read) this.#visit(each);
  }

  #visit(start: Reader): void {
    if (this.#state.has(start)) return;
    const path = [this.#enter(start)];
    for (let top = path.at(-1); top !== undefined; top = path.at(-1)) {
      const next = top.before[top.visited++];
      if (next === undefined) {
        this.#leave(top.reader);
        path.pop();
      } else if (!this.#state.has(next)) {
        path.push(this.#enter(next));
      } else if (this.#state.get(next) === 'open') {
        this.#noteCycle(
          path.map(({ reader }) => reader),
          next,
        );
      }
    }
  }

  #enter(reader: Reader): { reader: Reader; before: readonly Reader[]; visited: number } {
    this.#state.set(reader, 'open');
    return { reader, before: this.#readBy(reader), visited: 0 };
  }

  #leave(reader: Reader): void {
    this.#state.set(reader, 'done');
    this.result.push(reader);
  }

  #noteCycle(path: readonly Reader[], back: Reader): void {
    this.cycles.push(path.slice(path.indexOf(back)));
  }

  /** The computations that must come first: of each node read, and of the relevance of all above it. */
  #readBy(reader: Reader): Reader[] {
    const found: Reader[] = [];
    const above = new Set<NodeDefinition>();
    for (const { definition } of reader.readings) {
      this.#addComputing(reader, definition, found);
      this.#addRelevanceAbove(definition, above, found);
    }
    return found;
  }

  #addComputing(reader: Reader, target: NodeDefinition, found: Reader[]): void {
    for (const each of this.#byTarget.get(target) ?? NONE) {
      // A count comes after what it reads, and what reads its repeat is computed once more when there are other items.
      if (each.computation.kind === 'count') continue;
      if (each !== reader || !settles(reader)) found.push(each);
    }
  }

  #addRelevanceAbove(definition: NodeDefinition, seen: Set<NodeDefinition>, found: Reader[]): void {
    for (let node = definition.parent; node !== undefined && !seen.has(node); node = node.parent) {
      seen.add(node);
      for (const each of this.#byTarget.get(node) ?? NONE) {
        if (each.computation.kind === 'relevant') found.push(each);
      }
    }
  }
}

function reportCycle(cycle: readonly Reader[], reader: FormReader): void {
  const names = cycle.map(({ computation }) => `${computation.target.ref} (${computation.kind})`);
  reader.problems.push({
    message: `these depend on each other in a circle: ${[...names, names[0]].join(' → ')}. Take one of them out.`,
    ref: cycle[0]?.computation.target.ref,
    line: cycle[0]?.line ?? 0,
  });
}
