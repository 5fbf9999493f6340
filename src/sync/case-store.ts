import type { Case, CaseId } from '../case/case.ts';
import type { PlacedCases } from '../case/database/case-rows.ts';
import type { Fixture } from '../openrosa/restore.ts';
import type { DepartedCase } from './departed-case.ts';
import type { OutboxItem } from './outbox-item.ts';
import type { RestoreRecord } from './restore-record.ts';

/** All cases of one moment. */
export interface CaseSnapshot {
  /** Grows by one with each `commitForm` and `commitRestore`: tells whether a copy is up to date. */
  readonly revision: number;
  /** In no particular order: the places tell that of the cases. */
  readonly blocks: readonly PlacedCases[];
}

/** What a restore comes to on this device; written as one. */
export interface RestoreCommit {
  readonly record: RestoreRecord;
  readonly puts: readonly Case[];
  readonly removals: readonly CaseId[];
  /** Of the cases that left, those to be told of until somebody has read it. */
  readonly moved: readonly DepartedCase[];
  readonly fixtures: readonly Fixture[];
  /** A full restore: fixtures that it does not bring are gone. */
  readonly replaceFixtures: boolean;
  /** instanceIDs of the items that were sent without an answer and applied over it: see `OutboxItem.overRestore`. */
  readonly uncertain: readonly string[];
}

/** What a commit has left in the store. */
export interface WrittenCases {
  /** The new one. */
  readonly revision: number;
  /** All cases that there are now, where the store has them at hand: to read them again would be vain. */
  readonly blocks: readonly PlacedCases[] | undefined;
}

/** What a decision about a restore may rest on, read in the transaction that writes it. */
export interface HeldState {
  readonly revision: number;
  /** Oldest first. */
  readonly outbox: readonly OutboxItem[];
}

/** The cases and the restore of one user, durable. */
export interface CaseStore {
  readCases(): Promise<CaseSnapshot>;
  /** The cases of these ids that there are. */
  readCasesById(ids: readonly CaseId[]): Promise<ReadonlyMap<CaseId, Case>>;
  /** `undefined` before the first restore. */
  readRestoreRecord(): Promise<RestoreRecord | undefined>;
  /** In no particular order, one for each id. */
  readFixtures(): Promise<readonly Fixture[]>;
  /** What a decision about a restore may rest on. */
  readHeldState(): Promise<HeldState>;
  /**
   * Writes what `decide` returns, in one transaction with the reading of what it gets. Nothing is written, and `undefined`
   * returned, when `decide` returns `undefined`. `decide` runs synchronously; when it throws, nothing is written and the promise
   * rejects with what it threw.
   */
  commitRestore(
    decide: (held: HeldState) => RestoreCommit | undefined,
  ): Promise<WrittenCases | undefined>;
  /** Cases that restores have moved to another owner and not brought back, until {@link forgetMoved}; one for each case. */
  readMoved(): Promise<readonly DepartedCase[]>;
  /** Somebody has read that these cases have moved. */
  forgetMoved(ids: readonly CaseId[]): Promise<void>;
  /** The next restore will be a full one. */
  forgetSyncToken(): Promise<void>;
}
