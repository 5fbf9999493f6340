import { applyCaseTransactions } from '../case/apply-case-transactions.ts';
import { CaseTransactionError } from '../case/case-error.ts';
import type { CaseTransaction } from '../case/case-transaction.ts';
import type { Case, CaseId, OwnerId } from '../case/case.ts';
import type { Fixture, Registration, Restore } from '../openrosa/restore.ts';
import type { RestoreCommit } from './case-store.ts';
import { casesToDrop } from './cases-to-drop.ts';
import { departedCase } from './departed-case.ts';
import type { DepartedCase } from './departed-case.ts';
import { isWaiting } from './outbox-item.ts';
import type { OutboxItem } from './outbox-item.ts';
import { ownersOf, USER_GROUPS } from './user-groups.ts';
import { sameCase } from './same-case.ts';

/** What a restore meets on the device. */
export interface RestoreGround {
  readonly cases: Iterable<Case>;
  readonly userGroups: Fixture | undefined;
  /** Oldest first. */
  readonly outbox: readonly OutboxItem[];
  /** Milliseconds since 1970-01-01T00:00Z. */
  readonly now: number;
}

/** What is to be written, and what there is to tell about it. */
export interface RestorePlan {
  readonly commit: RestoreCommit;
  readonly departed: readonly DepartedCase[];
  /** Sentences about what was skipped: blocks of the restore, and waiting forms that no longer fit. */
  readonly problems: readonly string[];
}

/**
 * Takes a restore in: its cases over those held (or alone, when it is `full`), then the forms that still wait, then the
 * closure. Pure. Blocks that cannot be applied are skipped and told. Case sharing specification: what a user holds is
 * what lives under the user's owner ids.
 */
export function planRestore(
  restore: Restore,
  registration: Registration,
  full: boolean,
  ground: RestoreGround,
): RestorePlan {
  const problems = [...restore.problems];
  const held = new Map<CaseId, Case>();
  for (const of of ground.cases) held.set(of.caseId, of);
  const cases = full ? new Map<CaseId, Case>() : new Map(held);
  applyRestore(restore, registration, cases, ground.now, problems);
  const waiting = ground.outbox.filter(isWaiting);
  for (const item of waiting) applyWaiting(item, registration.userId, cases, ground.now, problems);
  const owners = ownersOf(registration.userId, userGroupsOf(restore, full, ground));
  const dropped = casesToDrop([...cases.values()], owners);
  if (dropped.problem !== undefined) problems.push(dropped.problem);
  const kept = new Map(cases);
  for (const id of dropped.ids) kept.delete(id);
  const removals = [...held.keys()].filter((id) => !kept.has(id));
  const commit: RestoreCommit = {
    record: { registration, syncToken: restore.syncToken, takenAt: ground.now },
    puts: [...kept.values()].filter((of) => isNews(of, held)),
    removals,
    fixtures: restore.fixtures,
    replaceFixtures: full,
    uncertain: waiting.filter((item) => item.attempts > 0).map((item) => item.instanceId),
  };
  return { commit, problems, departed: departures(removals, held, cases, owners) };
}

function applyRestore(
  restore: Restore,
  registration: Registration,
  cases: Map<CaseId, Case>,
  now: number,
  problems: string[],
): void {
  for (const id of restore.removals) cases.delete(id);
  for (const block of restore.cases) {
    const problem = apply([wholeCase(block)], registration.userId, cases, now);
    if (problem !== undefined) problems.push(`A case of the restore was skipped: ${problem}`);
  }
}

/** A restore that creates a case tells all of it: what the device had beyond that is not the server's. */
function wholeCase(block: CaseTransaction): CaseTransaction {
  return creates(block) ? { ...block, complete: true } : block;
}

function creates(block: CaseTransaction): boolean {
  return block.actions.some((action) => action.kind === 'create');
}

/** Still in the outbox, so the server decides; here it only means that the device cannot show all that the form did. */
function applyWaiting(
  item: OutboxItem,
  userId: string,
  cases: Map<CaseId, Case>,
  now: number,
  problems: string[],
): void {
  const made = new Set(item.transactions.filter(creates).map((block) => block.caseId));
  const fitting = item.transactions.filter(({ caseId }) => cases.has(caseId) || made.has(caseId));
  const problem = apply(fitting, userId, cases, now);
  if (problem !== undefined) problems.push(`${item.formName} waits to be sent: ${problem}`);
  if (fitting.length < item.transactions.length) {
    problems.push(`${item.formName} waits to be sent, but a case that it changes has left`);
  }
}

/** Applies blocks to `cases`, all or none. Returns why not, or `undefined`. */
function apply(
  transactions: readonly CaseTransaction[],
  userId: string,
  cases: Map<CaseId, Case>,
  now: number,
): string | undefined {
  try {
    const options = { mode: 'device', userId, now: new Date(now).toISOString() } as const;
    const changes = applyCaseTransactions((id) => cases.get(id), transactions, options);
    for (const change of changes) cases.set(change.after.caseId, change.after);
    return undefined;
  } catch (error) {
    if (error instanceof CaseTransactionError) return error.message;
    throw error;
  }
}

function userGroupsOf(restore: Restore, full: boolean, ground: RestoreGround): Fixture | undefined {
  const sent = restore.fixtures.findLast((fixture) => fixture.id === USER_GROUPS);
  return sent ?? (full ? undefined : ground.userGroups);
}

function isNews(of: Case, held: ReadonlyMap<CaseId, Case>): boolean {
  return !sameCase(of, held.get(of.caseId));
}

function departures(
  removals: readonly CaseId[],
  held: ReadonlyMap<CaseId, Case>,
  cases: ReadonlyMap<CaseId, Case>,
  owners: ReadonlySet<OwnerId>,
): DepartedCase[] {
  return removals.flatMap((id) => {
    const before = held.get(id);
    return before === undefined ? [] : [departedCase(before, cases.get(id), owners)];
  });
}
