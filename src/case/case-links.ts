import type { CaseId } from './case.ts';
import { hostsOf } from './case-graph.ts';
import type { LinkedCase } from './case-graph.ts';

/** Who points to a case, kept up to date as cases come, change and go. */
export class CaseLinks {
  /** By target, whatever the relationship. */
  readonly #carriers = new Map<CaseId, Set<CaseId>>();
  /** By host: those that are extensions of it. */
  readonly #extensions = new Map<CaseId, Set<CaseId>>();

  constructor(cases: Iterable<LinkedCase>) {
    for (const of of cases) this.add(of);
  }

  carriersOf(id: CaseId): ReadonlySet<CaseId> {
    return this.#carriers.get(id) ?? NOBODY;
  }

  extensionsOf(id: CaseId): ReadonlySet<CaseId> {
    return this.#extensions.get(id) ?? NOBODY;
  }

  add(of: LinkedCase): void {
    for (const { target } of of.indices) enter(this.#carriers, target, of.caseId);
    for (const host of hostsOf(of)) enter(this.#extensions, host, of.caseId);
  }

  remove(of: LinkedCase): void {
    for (const { target } of of.indices) this.#carriers.get(target)?.delete(of.caseId);
    for (const host of hostsOf(of)) this.#extensions.get(host)?.delete(of.caseId);
  }
}

const NOBODY: ReadonlySet<CaseId> = new Set();

function enter(map: Map<CaseId, Set<CaseId>>, key: CaseId, id: CaseId): void {
  const known = map.get(key);
  if (known === undefined) map.set(key, new Set([id]));
  else known.add(id);
}
