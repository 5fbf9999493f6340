import type { LinkedCase } from '../case/case-graph.ts';
import type { Case, CaseId } from '../case/case.ts';

/** Cases that can be looked up, such as a `CaseDatabase`. */
export interface HeldCases {
  get(id: CaseId): Case | undefined;
  has(id: CaseId): boolean;
  /** All of them, as much as decides who holds them. */
  linkedCases(): Iterable<LinkedCase>;
}

export const NO_CASES: HeldCases = {
  get: () => undefined,
  has: () => false,
  linkedCases: () => [],
};

/** Changes laid over cases that stay as they are, so that a small change of many cases costs little. */
export class CaseOverlay implements HeldCases {
  readonly #base: HeldCases;
  /** `undefined`: removed. */
  readonly #changes = new Map<CaseId, Case | undefined>();

  constructor(base: HeldCases) {
    this.#base = base;
  }

  get(id: CaseId): Case | undefined {
    const changed = this.#changes.get(id);
    return changed !== undefined || this.#changes.has(id) ? changed : this.#base.get(id);
  }

  has(id: CaseId): boolean {
    return this.#changes.has(id) ? this.#changes.get(id) !== undefined : this.#base.has(id);
  }

  put(of: Case): void {
    this.#changes.set(of.caseId, of);
  }

  remove(id: CaseId): void {
    this.#changes.set(id, undefined);
  }

  /** Ids of the cases that were put or removed. */
  get touched(): Iterable<CaseId> {
    return this.#changes.keys();
  }

  /** All cases: those of the base in their order, then the new ones. */
  *linkedCases(): Iterable<LinkedCase> {
    for (const of of this.#base.linkedCases()) {
      const now = this.#changes.has(of.caseId) ? this.#changes.get(of.caseId) : of;
      if (now !== undefined) yield now;
    }
    for (const [id, of] of this.#changes) {
      if (of !== undefined && !this.#base.has(id)) yield of;
    }
  }
}
