import type { DBSchema } from 'idb';
import type { PlacedCases } from '../case/database/case-rows.ts';
import type { Fixture } from '../openrosa/restore.ts';
import type { Submission, SubmissionAttachment } from '../openrosa/submission.ts';
import type { DepartedCase } from '../sync/departed-case.ts';
import type { Draft, DraftOpening } from '../sync/draft.ts';
import type { OutboxItem } from '../sync/outbox-item.ts';
import type { RestoreRecord } from '../sync/restore-record.ts';

/** Raised with each new step in upgrades.ts. */
export const SCHEMA_VERSION = 5;

/** The one key of the stores that hold one record. */
export const ONLY = 'only';

/** The database of one user in one project. */
export interface CaseloadSchema extends DBSchema {
  /** Cases gathered in chunks, by the number of the chunk (see case-chunk.ts). */
  caseChunks: { key: number; value: PlacedCases };
  /** By case id: what is still to be told of cases that have another owner now. */
  moved: { key: string; value: DepartedCase };
  /** By fixture id. */
  fixtures: { key: string; value: Fixture };
  restoreRecord: { key: typeof ONLY; value: RestoreRecord };
  counters: { key: typeof ONLY; value: Counters };
  /** By instanceID. */
  outbox: { key: string; value: OutboxItem };
  /** What the items of `outbox` send, by instanceID; apart, because attachments are large. */
  submissions: { key: string; value: Submission };
  drafts: { key: string; value: Draft };
  /** By draft id: written once, because the form is large and a draft is written after every answer. */
  draftOpenings: { key: string; value: DraftOpening };
  /** By draft id and file name. */
  draftAttachments: { key: [string, string]; value: SubmissionAttachment };
}

/** What has been given out so far. */
export interface Counters {
  /** Commits. */
  readonly revision: number;
  /** The last place in the order of cases; not every place has a case. */
  readonly place: number;
  /** Places in the outbox. */
  readonly order: number;
  /** How many chunks the cases are spread over: a power of two. */
  readonly chunks: number;
}

export const NO_COUNTERS: Counters = { revision: 0, place: 0, order: 0, chunks: 1 };
