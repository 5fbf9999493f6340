import type { FormReader } from '../definition/form-reader.ts';
import type { NodeDefinition } from '../definition/node-definition.ts';
import { NONE, withOneMore } from '../growing-list.ts';
import type { Reader, Reading } from './build-dependency-graph.ts';

/**
 * Orders computations so that each comes after those that it reads. What no expression reads (readonly, required, display)
 * comes after what they read, counts of repeats come last: items are made when all else is known. Members of a cycle are
 * noted as one problem and keep their places.
 */
export function orderComputations(readers: readonly Reader[], reader: FormReader): Reader[] {
  const acceptsOwnValue = reader.dialect === 'odk';
  const order = new Ordering(readers.filter(isRead), acceptsOwnValue);
  const cycles = [...order.cycles, ...(acceptsOwnValue ? circularConditions(readers) : [])];
  for (const cycle of cycles) reportCycle(cycle, reader);
  const others = readers.filter((each) => !isRead(each) && !isCount(each));
  return [...order.result, ...others, ...readers.filter(isCount).sort(innermostFirst)];
}

function isRead({ computation: { kind } }: Reader): boolean {
  return kind === 'calculate' || kind === 'relevant';
}

function isCount({ computation }: Reader): boolean {
  return computation.kind === 'count';
}

/** An item is complete, with the items in it, before the next one comes. */
function innermostFirst(a: Reader, b: Reader): number {
  return b.computation.target.depth - a.computation.target.depth;
}

/** JavaRosa counts a node whose `readonly` or `required` reads the node itself as circular; commcare-core does not. */
function circularConditions(readers: readonly Reader[]): Reader[][] {
  return readers
    .filter(({ computation: { kind } }) => kind === 'readonly' || kind === 'required')
    .filter(({ computation, readings }) =>
      readings.some(
        ({ definition, structural }) => !structural && definition === computation.target,
      ),
    )
    .map((each) => [each]);
}

/**
 * A calculate may read its own old value where that comes to rest, says ODK Web Forms; `. + 1` never would. To
 * commcare-core each reading of itself is a circle.
 */
function comesToRest({ computation, readings }: Reader): boolean {
  return (
    computation.kind === 'calculate' &&
    readings.every(({ definition, settles }) => settles || definition !== computation.target)
  );
}

/** Depth-first, without recursion: a chain of 5,000 calculates is ordinary. */
class Ordering {
  readonly result: Reader[] = [];
  readonly cycles: Reader[][] = [];
  readonly #byTarget = new Map<NodeDefinition, readonly Reader[]>();
  readonly #state = new Map<Reader, 'open' | 'done'>();

  constructor(
    readers: readonly Reader[],
    private readonly acceptsOwnValue: boolean,
  ) {
    for (const each of readers) {
      const { target } = each.computation;
      this.#byTarget.set(target, withOneMore(this.#byTarget.get(target) ?? NONE, each));
    }
    for (const each of readers) this.#visit(each);
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
    for (const reading of reader.readings) {
      this.#addComputing(reader, reading, found);
      this.#addRelevanceAbove(reading.definition, above, found);
    }
    return found;
  }

  #addComputing(reader: Reader, reading: Reading, found: Reader[]): void {
    for (const each of this.#byTarget.get(reading.definition) ?? NONE) {
      if (each !== reader || !this.#restsWith(reader, reading)) found.push(each);
    }
  }

  /** True where a computation that reads its own node is no circle. */
  #restsWith(reader: Reader, { structural, settles }: Reading): boolean {
    if (structural) return settles || reader.computation.kind === 'calculate';
    return this.acceptsOwnValue && comesToRest(reader);
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
  const names = cycle.map(
    ({ computation, line }) => `${computation.target.ref} (${computation.kind}, line ${line})`,
  );
  reader.problems.push({
    message: `these depend on each other in a circle: ${[...names, names[0]].join(' → ')}. Take one of them out.`,
    ref: cycle[0]?.computation.target.ref,
    line: cycle[0]?.line ?? 0,
  });
}
