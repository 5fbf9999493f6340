import type { CaseReader } from './case-key.ts';
import type { Case, CaseId } from './case.ts';

/** Case ids by the value of one key, kept up to date case by case. The mutable half of an index of `CaseDatabase`. */
export class CaseLookup {
  readonly #read: CaseReader;
  readonly #buckets = new Map<string, Set<CaseId>>();

  constructor(read: CaseReader, cases: Iterable<Case>) {
    this.#read = read;
    for (const of of cases) this.add(of);
  }

  find(value: string): ReadonlySet<CaseId> {
    return this.#buckets.get(value) ?? NONE;
  }

  add(of: Case): void {
    const value = this.#read(of);
    if (value === undefined) return;
    const bucket = this.#buckets.get(value);
    if (bucket === undefined) this.#buckets.set(value, new Set([of.caseId]));
    else bucket.add(of.caseId);
  }

  remove(of: Case): void {
    const value = this.#read(of);
    if (value === undefined) return;
    const bucket = this.#buckets.get(value);
    bucket?.delete(of.caseId);
    if (bucket?.size === 0) this.#buckets.delete(value);
  }

  /** Moves a case whose value has changed; its place among the others does not matter. */
  replace(before: Case, after: Case): void {
    if (this.#read(before) === this.#read(after)) return;
    this.remove(before);
    this.add(after);
  }
}

const NONE: ReadonlySet<CaseId> = new Set();
