import type { Case, CaseId } from '../case/case.ts';
import type { Submission } from '../openrosa/submission.ts';
import type { NewOutboxItem, OutboxItem } from './outbox-item.ts';

/** A finished form on its way into the store. */
export interface FormCommit {
  readonly item: NewOutboxItem;
  readonly submission: Submission;
  /** The draft that it ends. */
  readonly endedDrafts: readonly string[];
  /**
   * What the form does to cases, given those of `item.caseIds` as the store holds them now: another tab may have
   * changed them. Runs synchronously within the transaction; when it throws, nothing is written.
   */
  apply(held: ReadonlyMap<CaseId, Case>): FormChanges;
}

export interface FormChanges {
  readonly puts: readonly Case[];
  readonly removals: readonly CaseId[];
}

/** The forms that wait for the server. */
export interface OutboxStore {
  /** Oldest first. */
  readOutbox(): Promise<readonly OutboxItem[]>;
  /** What an item sends, attachments included; `undefined` when there is no such item. */
  readSubmission(instanceId: string): Promise<Submission | undefined>;
  /**
   * Case changes, outbox item and the end of the draft: all or nothing. Returns the new revision, or `undefined` when
   * a form of that instanceID already lies in the outbox; nothing is changed then.
   */
  commitForm(commit: FormCommit): Promise<number | undefined>;
  /** About to be handed to the network: state `sending`, one attempt more. */
  markSending(instanceId: string): Promise<void>;
  /** Not taken this time: state `pending`, with what was said. */
  markPending(instanceId: string, message: string): Promise<void>;
  /** The server has it: the item goes; with it the sync token, when the item lay over a restore. */
  settleAccepted(instanceId: string): Promise<void>;
  /**
   * The server will not have it: state `rejected`. The sync token goes, since the cases on the device show changes
   * that will never be the server's.
   */
  settleRejected(instanceId: string, message: string): Promise<void>;
  /** Somebody gave up a rejected form. Items that still wait are left alone; returns whether one has gone. */
  discardRejected(instanceId: string): Promise<boolean>;
  /**
   * A rejected form is to be sent once more, at its old place. Its changes may have been undone by a restore, so the
   * sync token goes. Returns whether there was one.
   */
  retryRejected(instanceId: string): Promise<boolean>;
}
