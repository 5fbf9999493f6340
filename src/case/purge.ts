import { CaseCycleError } from './case-cycle-error.ts';
import type { CaseId, OwnerId } from './case.ts';
import { liveCases } from './closure.ts';
import type { LinkedCase } from './closure.ts';

/**
 * Ids of the cases that a device must drop, in their order: those that point, directly or by way of others, to a
 * case that is not there, and those that are not live for these owners. Throws {@link CaseCycleError}.
 */
export function purge(cases: Iterable<LinkedCase>, ownerIds: ReadonlySet<OwnerId>): CaseId[] {
  const all = [...cases];
  const whole = withoutDangling(all);
  const cycle = findCycle(whole);
  if (cycle !== undefined) throw new CaseCycleError(cycle);
  const live = liveCases(whole, ownerIds);
  return all.map((of) => of.caseId).filter((id) => !live.has(id));
}

/** Leaves out cases with a missing target, and all that hang on them. */
function withoutDangling(cases: readonly LinkedCase[]): LinkedCase[] {
  const carriers = carriersByTarget(cases);
  const present = new Set(cases.map((of) => of.caseId));
  const gone = [...carriers.keys()].filter((target) => !present.has(target));
  for (let target = gone.pop(); target !== undefined; target = gone.pop()) {
    for (const carrier of carriers.get(target) ?? []) {
      if (present.delete(carrier)) gone.push(carrier);
    }
  }
  return cases.filter((of) => present.has(of.caseId));
}

function carriersByTarget(cases: readonly LinkedCase[]): Map<CaseId, CaseId[]> {
  const carriers = new Map<CaseId, CaseId[]>();
  for (const { caseId, indices } of cases) {
    for (const { target } of indices) {
      const known = carriers.get(target);
      if (known === undefined) carriers.set(target, [caseId]);
      else known.push(caseId);
    }
  }
  return carriers;
}

/** The ids along one cycle, or `undefined`. A walk with its own stack: chains may be longer than the call stack. */
export function findCycle(cases: Iterable<LinkedCase>): CaseId[] | undefined {
  const targets = new Map<CaseId, readonly CaseId[]>();
  for (const of of cases) {
    targets.set(
      of.caseId,
      of.indices.map((index) => index.target),
    );
  }
  const done = new Set<CaseId>();
  for (const start of targets.keys()) {
    const cycle = done.has(start) ? undefined : walk(start, targets, done);
    if (cycle !== undefined) return cycle;
  }
  return undefined;
}

/** Depth first from `start`; `path` is the way to the case that is looked at. */
function walk(
  start: CaseId,
  targets: ReadonlyMap<CaseId, readonly CaseId[]>,
  done: Set<CaseId>,
): CaseId[] | undefined {
  const path: { id: CaseId; next: number }[] = [{ id: start, next: 0 }];
  const onPath = new Set([start]);
  for (let top = path.at(-1); top !== undefined; top = path.at(-1)) {
    const target = targets.get(top.id)?.[top.next++];
    if (target === undefined) {
      path.pop();
      onPath.delete(top.id);
      done.add(top.id);
    } else if (onPath.has(target)) {
      return pathFrom(target, path);
    } else if (!done.has(target)) {
      path.push({ id: target, next: 0 });
      onPath.add(target);
    }
  }
  return undefined;
}

function pathFrom(id: CaseId, path: readonly { id: CaseId }[]): CaseId[] {
  const ids = path.map((step) => step.id);
  return ids.slice(ids.indexOf(id));
}
