import { carriersByTarget } from './carriers.ts';
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
  const present = new Set(cases.map((of) => of.caseId));
  const gone = missingTargets(cases, present);
  // Nearly always: then nobody has to know who points to whom.
  if (gone.length === 0) return [...cases];
  const carriers = carriersByTarget(cases);
  for (let target = gone.pop(); target !== undefined; target = gone.pop()) {
    for (const carrier of carriers.get(target) ?? []) {
      if (present.delete(carrier.caseId)) gone.push(carrier.caseId);
    }
  }
  return cases.filter((of) => present.has(of.caseId));
}

function missingTargets(cases: readonly LinkedCase[], present: ReadonlySet<CaseId>): CaseId[] {
  const missing = new Set<CaseId>();
  for (const { indices } of cases) {
    for (const { target } of indices) if (!present.has(target)) missing.add(target);
  }
  return [...missing];
}

/** The ids along one cycle, or `undefined`. A walk with its own stack: chains may be longer than the call stack. */
export function findCycle(cases: Iterable<LinkedCase>): CaseId[] | undefined {
  const byId = new Map<CaseId, LinkedCase>();
  for (const of of cases) byId.set(of.caseId, of);
  const done = new Set<CaseId>();
  for (const start of byId.values()) {
    const cycle = done.has(start.caseId) ? undefined : walk(start, byId, done);
    if (cycle !== undefined) return cycle;
  }
  return undefined;
}

/** Depth first from `start`; `path` is the way to the case that is looked at. */
function walk(
  start: LinkedCase,
  byId: ReadonlyMap<CaseId, LinkedCase>,
  done: Set<CaseId>,
): CaseId[] | undefined {
  const path = [{ of: start, next: 0 }];
  const onPath = new Set([start.caseId]);
  for (let top = path.at(-1); top !== undefined; top = path.at(-1)) {
    const index = top.of.indices[top.next++];
    const target = index && byId.get(index.target);
    if (index === undefined) {
      path.pop();
      onPath.delete(top.of.caseId);
      done.add(top.of.caseId);
    } else if (target !== undefined && onPath.has(target.caseId)) {
      const ids = path.map((step) => step.of.caseId);
      return ids.slice(ids.indexOf(target.caseId));
    } else if (target !== undefined && !done.has(target.caseId)) {
      path.push({ of: target, next: 0 });
      onPath.add(target.caseId);
    }
  }
  return undefined;
}
