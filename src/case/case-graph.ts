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
    this.cases = this.#number(cases);
    this.starts = startsOf(this.cases);
    const edges = this.starts[this.cases.length] ?? 0;
    this.targets = new Int32Array(edges);
    this.carriers = new Int32Array(edges);
    this.leadsToHost = new Uint8Array(edges);
    this.isExtension = new Uint8Array(this.cases.length);
    this.isOpen = Uint8Array.from(this.cases, ({ status }) => Number(status === 'open'));
    for (let n = 0; n < this.cases.length; n += 1) this.#readIndices(n);
  }

  /** {@link NONE} for a case that is not there. */
  numberOf(id: CaseId): number {
    return this.#numbers.get(id) ?? NONE;
  }

  /** The first edge that leads to a case; {@link nextTo} has the others. */
  firstTo(n: number): number {
    if (this.#firstTo === undefined) this.#chainEdges();
    return this.#firstTo?.[n] ?? NONE;
  }

  nextTo(edge: number): number {
    return this.#nextTo?.[edge] ?? NONE;
  }

  #number(cases: Iterable<LinkedCase>): LinkedCase[] {
    const numbered: LinkedCase[] = [];
    for (const of of cases) {
      const known = this.#numbers.get(of.caseId);
      if (known === undefined) this.#numbers.set(of.caseId, numbered.push(of) - 1);
      else numbered[known] = of;
    }
    return numbered;
  }

  #readIndices(n: number): void {
    const { indices } = this.cases[n] as LinkedCase;
    let edge = this.starts[n] as number;
    for (const index of indices) {
      this.targets[edge] = this.numberOf(index.target);
      this.carriers[edge] = n;
      if (index.relationship === 'extension' && leadsToHost(index, indices)) {
        this.leadsToHost[edge] = 1;
        this.isExtension[n] = 1;
      }
      edge += 1;
    }
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

function startsOf(cases: readonly LinkedCase[]): Int32Array {
  const starts = new Int32Array(cases.length + 1);
  for (let n = 0; n < cases.length; n += 1) {
    starts[n + 1] = (starts[n] as number) + (cases[n] as LinkedCase).indices.length;
  }
  return starts;
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
