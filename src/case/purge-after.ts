import { CaseGraph } from './case-graph.ts';
import type { LinkedCase } from './case-graph.ts';
import { ChangedCases, idOf } from './changed-cases.ts';
import type { LinkedCases, LinkedChange } from './changed-cases.ts';
import type { CaseId, OwnerId } from './case.ts';
import { availableCases, Reach, spreadLife } from './closure.ts';
import { findCycle } from './purge.ts';

/**
 * What `purge` says after a few changes of cases that were all live before, looking only at those whose fate can have changed: a
 * case decides about what it points to and about its extensions, and about nothing else. `held` is as it was before the
 * changes. Cases that the changes take away are not named. `undefined` when everything has to be looked at: a change made a cycle,
 * or something points to a case that is not there.
 */
export function purgeAfter(
  changes: readonly LinkedChange[],
  held: LinkedCases,
  ownerIds: ReadonlySet<OwnerId>,
): CaseId[] | undefined {
  const now = new ChangedCases(held, changes);
  if (changes.some((change) => leavesDangling(change, now))) return undefined;
  const concerned = concernedBy(changes, now);
  if (findCycle(concerned.values()) !== undefined) return undefined;
  const graph = new CaseGraph(concerned.values());
  const available = availableCases(graph);
  const live = new Reach(graph);
  for (const [n, of] of graph.cases.entries()) {
    const isOwn = ownerIds.has(of.ownerId) && available.has(n);
    if (isOwn || isBrought(of, concerned, now)) live.add(n);
  }
  spreadLife(live, graph);
  return graph.cases.flatMap(({ caseId }, n) => (live.has(n) ? [] : [caseId]));
}

/** Something points to a case that is not there: the changed case, or others to one that is gone. */
function leavesDangling({ before, after }: LinkedChange, now: ChangedCases): boolean {
  if (after !== undefined) return after.indices.some(({ target }) => now.get(target) === undefined);
  return ![...now.carriersOf(before.caseId)].every((id) => now.get(id) === undefined);
}

/** The changed cases, what they pointed to before, and of all these what they point to and their extensions, and so on. */
function concernedBy(changes: readonly LinkedChange[], now: ChangedCases): Map<CaseId, LinkedCase> {
  const concerned = new Map<CaseId, LinkedCase>();
  const pending = changes.flatMap((change) => [idOf(change), ...targetsOf(change.before)]);
  for (let id = pending.pop(); id !== undefined; id = pending.pop()) {
    const of = now.get(id);
    if (of === undefined || concerned.has(id)) continue;
    concerned.set(id, of);
    pending.push(...targetsOf(of), ...now.extensionsOf(id));
  }
  return concerned;
}

function targetsOf(of: LinkedCase | undefined): CaseId[] {
  return of === undefined ? [] : of.indices.map(({ target }) => target);
}

/** Lives by a case that is not concerned, and therefore lives on: one that points to it. What it points to is concerned itself. */
function isBrought(
  { caseId }: LinkedCase,
  concerned: ReadonlyMap<CaseId, LinkedCase>,
  now: ChangedCases,
): boolean {
  for (const carrier of now.carriersOf(caseId)) if (!concerned.has(carrier)) return true;
  return false;
}
