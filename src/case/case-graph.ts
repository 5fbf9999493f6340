import type { CaseId, CaseIndex, OwnerId } from './case.ts';

/** As much of a case as decides who holds it. */
export interface LinkedCase {
  readonly caseId: CaseId;
  readonly ownerId: OwnerId;
  readonly status: 'open' | 'closed';
  readonly indices: readonly CaseIndex[];
}

/** Stands for a case that is not there, and for the end of a list. */
export const NONE = -1;

/**
 * Cases and their indices by number, because a hundred thousand cases are looked at after a sync. The indices of case `n` are the
 * edges from `starts[n]` to before `starts[n + 1]`.
 */
export class CaseGraph {
  readonly cases: readonly LinkedCase[];
  readonly starts: Int32Array;
  /** By edge: the case that it leads to, {@link NONE} when it is not there. */
  readonly targets: Int32Array;
  /** By edge: the case that carries it. */
  readonly carriers: Int32Array;
  /** By edge: 1 when it leads from an extension to its host. */
  readonly leadsToHost: Uint8Array;
  /** By case: 1 for one that is not closed. */
  readonly isOpen: Uint8Array;
  /** By case: 1 for an extension, whether or not its hosts are there. */
  readonly isExtension: Uint8Array;
  readonly #numbers = new Map<CaseId, number>();
  #firstTo: Int32Array | undefined;
  #nextTo: Int32Array | undefined;

  constructor(cases: Iterable<LinkedCase>) {
    this.cases = this.#number([...cases]);
    const count = this.cases.length;
    this.starts = new Int32Array(count + 1);
    this.isOpen = new Uint8Array(count);
    this.isExtension = new Uint8Array(count);
    const edges = this.#readCases();
    this.targets = Int32Array.from(edges.targets);
    this.carriers = Int32Array.from(edges.carriers);
    this.leadsToHost = Uint8Array.from(edges.leadsToHost);
  }

  /** {@link NONE} for a case that is not there. */
  numberOf(id: CaseId): number {
    return this.#numbers.get(id) ?? NONE;
  }

  /** Whether a case points to others. */
  hasIndices(n: number): boolean {
    return this.starts[n] !== this.starts[n + 1];
  }

  /** The first edge that leads to a case; {@link nextTo} has the others. */
  firstTo(n: number): number {
    if (this.#firstTo === undefined) this.#chainEdges();
    return this.#firstTo?.[n] ?? NONE;
  }

  nextTo(edge: number): number {
    return this.#nextTo?.[edge] ?? NONE;
  }

  /** One case for each id: the last, at the place of the first. */
  #number(cases: readonly LinkedCase[]): readonly LinkedCase[] {
    for (let n = 0; n < cases.length; n += 1) {
      this.#numbers.set((cases[n] as LinkedCase).caseId, n);
    }
    if (this.#numbers.size === cases.length) return cases;
    this.#numbers.clear();
    return this.#number([...new Map(cases.map((of) => [of.caseId, of])).values()]);
  }

  /** Asks each case once for what it has: cases that lie packed are unpacked as they are read. */
  #readCases(): Edges {
    const edges: Edges = { targets: [], carriers: [], leadsToHost: [] };
    for (let n = 0; n < this.cases.length; n += 1) {
      const { status, indices } = this.cases[n] as LinkedCase;
      if (status === 'open') this.isOpen[n] = 1;
      for (const index of indices) this.#addEdge(n, index, indices, edges);
      this.starts[n + 1] = edges.targets.length;
    }
    return edges;
  }

  #addEdge(n: number, index: CaseIndex, indices: readonly CaseIndex[], edges: Edges): void {
    const isHost = isExtension(index) && leadsToHost(index, indices);
    if (isHost) this.isExtension[n] = 1;
    edges.targets.push(this.numberOf(index.target));
    edges.carriers.push(n);
    edges.leadsToHost.push(Number(isHost));
  }

  #chainEdges(): void {
    this.#firstTo = new Int32Array(this.cases.length).fill(NONE);
    this.#nextTo = new Int32Array(this.targets.length).fill(NONE);
    for (let edge = this.targets.length - 1; edge >= 0; edge -= 1) {
      const target = this.targets[edge] as number;
      if (target === NONE) continue;
      this.#nextTo[edge] = this.#firstTo[target] as number;
      this.#firstTo[target] = edge;
    }
  }
}

/** By edge, as {@link CaseGraph} has them. */
interface Edges {
  readonly targets: number[];
  readonly carriers: number[];
  readonly leadsToHost: number[];
}

/** Hosts of an extension. Several indices to one target count as one: `child`, if any of them is. */
export function hostsOf({ indices }: LinkedCase): readonly CaseId[] {
  if (!indices.some(isExtension)) return NO_HOSTS;
  const hosts = indices.filter((index) => isExtension(index) && leadsToHost(index, indices));
  return [...new Set(hosts.map((index) => index.target))];
}

const NO_HOSTS: readonly CaseId[] = [];

function isExtension({ relationship }: CaseIndex): boolean {
  return relationship === 'extension';
}

function leadsToHost({ target }: CaseIndex, indices: readonly CaseIndex[]): boolean {
  return indices.every((other) => other.target !== target || isExtension(other));
}
