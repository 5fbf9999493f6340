import { applyCaseTransactions } from '../case/apply-case-transactions.ts';
import { CaseTransactionError } from '../case/case-error.ts';
import type { CaseTransaction } from '../case/case-transaction.ts';
import type { LinkedCases, LinkedChange } from '../case/changed-cases.ts';
import { applyLedgerTransactions } from '../case/ledger/apply-ledger-transactions.ts';
import type { Ledgers } from '../case/ledger/ledgers.ts';
import { NO_LEDGERS } from '../case/ledger/ledgers.ts';
import type { Case, CaseId, OwnerId } from '../case/case.ts';
import { purgeAfter } from '../case/purge-after.ts';
import { CaseGraph } from '../case/case-graph.ts';
import type { Steps } from '../case/steps.ts';
import type { Fixture, Registration, Restore } from '../openrosa/restore.ts';
import { CaseOverlay, NO_CASES } from './case-overlay.ts';
import type { HeldCases } from './case-overlay.ts';
import type { RestoreCommit } from './case-store.ts';
import { casesToDrop } from './cases-to-drop.ts';
import { departedCase } from './departed-case.ts';
import type { DepartedCase } from './departed-case.ts';
import { movesCases } from './moves-cases.ts';
import { isWaiting } from './outbox-item.ts';
import type { OutboxItem } from './outbox-item.ts';
import { sameValue } from './same-value.ts';
import { ownersOf, USER_GROUPS } from './user-groups.ts';

/** What a restore meets on the device. */
export interface RestoreGround {
  /** They live under the owners of `userGroups`: what does not was dropped when it came. */
  readonly held: HeldCases & LinkedCases;
  readonly userGroups: Fixture | undefined;
  readonly ledgers: Ledgers | undefined;
  /** Oldest first. */
  readonly outbox: readonly OutboxItem[];
  /** Milliseconds since 1970-01-01T00:00Z. */
  readonly now: number;
}

/** So many cases are looked at in a step. */
const CASES_A_STEP = 50;

/** What is to be written, and what there is to tell about it. */
export interface RestorePlan {
  readonly commit: RestoreCommit;
  readonly departed: readonly DepartedCase[];
  /** Sentences about what was skipped: blocks of the restore, and waiting forms that no longer fit. */
  readonly problems: readonly string[];
}

/**
 * Takes a restore in: its cases over those held (or alone, when it is `full`), then the forms that still wait, then the
 * closure. Pure, and step by step, since cases may be many. Blocks that cannot be applied are skipped and told. Case sharing
 * specification: what a user holds is what lives under the user's owner ids.
 */
export function* planRestore(
  restore: Restore,
  registration: Registration,
  full: boolean,
  ground: RestoreGround,
): Steps<RestorePlan> {
  const problems = [...restore.problems];
  const cases = new CaseOverlay(full ? NO_CASES : ground.held);
  const now = new Date(ground.now).toISOString();
  const applier: Applier = { cases, userId: registration.userId, now, problems };
  yield* applyRestore(restore, applier);
  const waiting = ground.outbox.filter(isWaiting);
  for (const item of waiting) applyWaiting(item, applier);
  const owners = ownersOf(registration.userId, userGroupsOf(restore, full, ground));
  const dropped = yield* dropCases(applier, owners, full, ground);
  const removals = yield* removedCases(applier.cases, dropped, full, ground.held);
  const departed = departures(removals, ground.held, cases, owners);
  const commit: RestoreCommit = {
    record: {
      registration,
      syncToken: restore.syncToken,
      ledgers: ledgersAfter(restore, full, ground),
      takenAt: ground.now,
    },
    puts: yield* news(cases, dropped, ground.held),
    removals,
    moved: departed.filter(({ kind }) => kind === 'moved'),
    fixtures: restore.fixtures,
    replaceFixtures: full,
    uncertain: waiting.filter((item) => item.attempts > 0).map((item) => item.instanceId),
  };
  return { commit, problems, departed };
}

function ledgersAfter(restore: Restore, full: boolean, { ledgers }: RestoreGround): Ledgers {
  const held = full ? undefined : ledgers;
  return applyLedgerTransactions(held ?? NO_LEDGERS, restore.ledgers);
}

/** Where blocks are applied, and for whom. */
interface Applier {
  readonly cases: CaseOverlay;
  readonly userId: string;
  /** ISO 8601. */
  readonly now: string;
  readonly problems: string[];
}

function* applyRestore(restore: Restore, applier: Applier): Steps<void> {
  for (const id of restore.removals) applier.cases.remove(id);
  for (const [n, block] of restore.cases.entries()) {
    if (n % CASES_A_STEP === 0) yield;
    const problem = apply([wholeCase(block)], applier);
    if (problem !== undefined)
      applier.problems.push(`A case of the restore was skipped: ${problem}`);
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
function applyWaiting(item: OutboxItem, applier: Applier): void {
  const { cases, problems } = applier;
  const made = new Set(item.transactions.filter(creates).map((block) => block.caseId));
  const fitting = item.transactions.filter(
    ({ caseId }) => made.has(caseId) || cases.get(caseId) !== undefined,
  );
  const problem = apply(fitting, applier);
  if (problem !== undefined) problems.push(`${item.formName} waits to be sent: ${problem}`);
  if (fitting.length < item.transactions.length) {
    problems.push(`${item.formName} waits to be sent, but a case that it changes has left`);
  }
}

/** Applies blocks, all or none. Returns why not, or `undefined`. */
function apply(
  transactions: readonly CaseTransaction[],
  { cases, userId, now }: Applier,
): string | undefined {
  try {
    const options = { mode: 'device', userId, now } as const;
    const changes = applyCaseTransactions((id) => cases.get(id), transactions, options);
    for (const change of changes) cases.put(change.after);
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

/** The closure: nothing is looked at when nothing has changed that it depends on, and every case only when that is necessary. */
function* dropCases(
  { cases, userId, problems }: Applier,
  owners: ReadonlySet<OwnerId>,
  full: boolean,
  { held, userGroups }: RestoreGround,
): Steps<ReadonlySet<CaseId>> {
  const sameOwners = sameValue([...owners], [...ownersOf(userId, userGroups)]);
  const moves = (id: CaseId): boolean => movesCases(held.get(id), cases.get(id), owners);
  if (!full && sameOwners) {
    if (![...cases.touched].some(moves)) return new Set();
    const ids = purgeAfter(changesOf(cases, held), held, owners);
    if (ids !== undefined) return new Set(ids);
  }
  const graph = new CaseGraph(yield* stepwise(cases.linkedCases()));
  yield;
  const dropped = yield* casesToDrop(graph, owners);
  if (dropped.problem !== undefined) problems.push(dropped.problem);
  return new Set(dropped.ids);
}

function changesOf(cases: CaseOverlay, held: HeldCases): LinkedChange[] {
  return [...cases.touched].flatMap((id): LinkedChange[] => {
    const [before, after] = [held.get(id), cases.get(id)];
    if (after !== undefined) return [{ before, after }];
    return before === undefined ? [] : [{ before, after }];
  });
}

function* removedCases(
  cases: CaseOverlay,
  dropped: ReadonlySet<CaseId>,
  full: boolean,
  held: HeldCases,
): Steps<CaseId[]> {
  const candidates = full
    ? (yield* stepwise(held.linkedCases())).map((of) => of.caseId)
    : [...new Set([...cases.touched, ...dropped])];
  return candidates.filter((id) => held.has(id) && (dropped.has(id) || !cases.has(id)));
}

function* news(
  cases: CaseOverlay,
  dropped: ReadonlySet<CaseId>,
  held: HeldCases,
): Steps<readonly Case[]> {
  const found: Case[] = [];
  for (const [n, id] of [...cases.touched].entries()) {
    if (n % CASES_A_STEP === 0) yield;
    const of = dropped.has(id) ? undefined : cases.get(id);
    if (of !== undefined && !sameValue(of, held.get(id))) found.push(of);
  }
  return found;
}

/** The items in an array. */
function* stepwise<Item>(items: Iterable<Item>): Steps<Item[]> {
  const found: Item[] = [];
  for (const item of items) if (found.push(item) % CASES_A_STEP === 0) yield;
  return found;
}

function departures(
  removals: readonly CaseId[],
  held: HeldCases,
  cases: HeldCases,
  owners: ReadonlySet<OwnerId>,
): DepartedCase[] {
  return removals.flatMap((id) => {
    const before = held.get(id);
    return before === undefined ? [] : [departedCase(before, cases.get(id), owners)];
  });
}
