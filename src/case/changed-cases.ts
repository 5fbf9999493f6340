import { CaseLinks } from './case-links.ts';
import type { LinkedCase } from './case-graph.ts';
import type { CaseId } from './case.ts';

/** Cases by id, and who points to them. */
export interface LinkedCases {
  readonly links: CaseLinks;
  get(id: CaseId): LinkedCase | undefined;
}

/** One case as it was, if it was, and as it is now, if it still is. */
export type LinkedChange =
  | { readonly before: LinkedCase | undefined; readonly after: LinkedCase }
  | { readonly before: LinkedCase; readonly after: undefined };

/** The case that a change is about. */
export function idOf(change: LinkedChange): CaseId {
  return change.after === undefined ? change.before.caseId : change.after.caseId;
}

/** Held cases as they are after a few changes, which are not made. Nothing is looked at that is not asked for. */
export class ChangedCases {
  readonly #held: LinkedCases;
  /** `undefined`: gone. */
  readonly #after: ReadonlyMap<CaseId, LinkedCase | undefined>;
  readonly #links: CaseLinks;

  constructor(held: LinkedCases, changes: readonly LinkedChange[] = []) {
    this.#held = held;
    this.#after = new Map(changes.map((change) => [idOf(change), change.after]));
    this.#links = new CaseLinks(changes.flatMap(({ after }) => after ?? []));
  }

  get(id: CaseId): LinkedCase | undefined {
    return this.#after.has(id) ? this.#after.get(id) : this.#held.get(id);
  }

  *carriersOf(id: CaseId): Iterable<CaseId> {
    yield* this.#links.carriersOf(id);
    for (const carrier of this.#held.links.carriersOf(id)) {
      if (!this.#after.has(carrier)) yield carrier;
    }
  }

  /** Also those that the changes have taken from it: they are changed cases, and looked at anyway. */
  *extensionsOf(id: CaseId): Iterable<CaseId> {
    yield* this.#links.extensionsOf(id);
    yield* this.#held.links.extensionsOf(id);
  }
}
