import type { Case, CaseId } from '../case/case.ts';
import type { Fixture } from '../openrosa/restore.ts';
import type { Submission, SubmissionAttachment } from '../openrosa/submission.ts';
import type { CaseSnapshot, HeldState, RestoreCommit, WrittenCases } from '../sync/case-store.ts';
import type { DepartedCase } from '../sync/departed-case.ts';
import type { Draft, DraftOpening } from '../sync/draft.ts';
import { outboxItem } from '../sync/outbox-item.ts';
import type { OutboxItem } from '../sync/outbox-item.ts';
import type { FormCommit } from '../sync/outbox-store.ts';
import type { RestoreRecord } from '../sync/restore-record.ts';
import type { UserStore } from '../sync/user-store.ts';
import type { CaseloadDatabase } from './open-database.ts';
import { ONLY } from './schema.ts';
import { readStores, writeStores } from './store-transaction.ts';
import type { Reading, StoreName, Writing } from './store-transaction.ts';
import { casesById, readChunks, readCounters, writeCases } from './stored-cases.ts';
import { attachmentsOf, deleteDraft, DRAFT_STORES } from './stored-drafts.ts';
import { changeItem, deleteItem, outboxInOrder } from './stored-outbox.ts';

/** A {@link UserStore} in IndexedDB. Every method is one transaction; each rejects with `StorageError`. */
export class IndexedDbUserStore implements UserStore {
  readonly #database: CaseloadDatabase;

  constructor(database: CaseloadDatabase) {
    this.#database = database;
  }

  readCases(): Promise<CaseSnapshot> {
    return this.#read(['caseChunks', 'counters'], async (transaction) => {
      const { revision } = await readCounters(transaction);
      return { revision, blocks: await readChunks(transaction) };
    });
  }

  readCasesById(ids: readonly CaseId[]): Promise<ReadonlyMap<CaseId, Case>> {
    return this.#read(['caseChunks', 'counters'], (transaction) => casesById(transaction, ids));
  }

  readRestoreRecord(): Promise<RestoreRecord | undefined> {
    return this.#read(['restoreRecord'], (transaction) =>
      transaction.objectStore('restoreRecord').get(ONLY),
    );
  }

  readFixtures(): Promise<readonly Fixture[]> {
    return this.#read(['fixtures'], (transaction) => transaction.objectStore('fixtures').getAll());
  }

  readHeldState(): Promise<HeldState> {
    return this.#read(['counters', 'outbox'], heldState);
  }

  commitRestore(
    decide: (held: HeldState) => RestoreCommit | undefined,
  ): Promise<WrittenCases | undefined> {
    const stores: StoreName[] = [
      'caseChunks',
      'counters',
      'moved',
      'outbox',
      'fixtures',
      'restoreRecord',
    ];
    return this.#write(stores, async (transaction) => {
      const counters = await readCounters(transaction);
      const commit = decide(await heldState(transaction));
      if (commit === undefined) return undefined;
      await writeRestore(transaction, commit);
      return writeCases(transaction, commit, counters);
    });
  }

  readMoved(): Promise<readonly DepartedCase[]> {
    return this.#read(['moved'], (transaction) => transaction.objectStore('moved').getAll());
  }

  forgetMoved(ids: readonly CaseId[]): Promise<void> {
    return this.#write(['moved'], async (transaction) => {
      for (const id of ids) await transaction.objectStore('moved').delete(id);
    });
  }

  forgetSyncToken(): Promise<void> {
    return this.#write(['restoreRecord'], forgetToken);
  }

  readOutbox(): Promise<readonly OutboxItem[]> {
    return this.#read(['outbox'], outboxInOrder);
  }

  readSubmission(instanceId: string): Promise<Submission | undefined> {
    return this.#read(['submissions'], (transaction) =>
      transaction.objectStore('submissions').get(instanceId),
    );
  }

  commitForm(commit: FormCommit): Promise<number | undefined> {
    const stores: StoreName[] = ['caseChunks', 'counters', 'outbox', 'submissions'];
    if (commit.endedDrafts.length > 0) stores.push(...DRAFT_STORES);
    return this.#write(stores, (transaction) => writeForm(transaction, commit));
  }

  markSending(instanceId: string): Promise<void> {
    return this.#changeItem(instanceId, (item) => ({
      ...item,
      state: 'sending',
      attempts: item.attempts + 1,
    }));
  }

  markPending(instanceId: string, message: string): Promise<void> {
    return this.#changeItem(instanceId, (item) => ({ ...item, state: 'pending', message }));
  }

  settleAccepted(instanceId: string): Promise<void> {
    return this.#write(['outbox', 'submissions', 'restoreRecord'], async (transaction) => {
      const item = await transaction.objectStore('outbox').get(instanceId);
      if (item?.overRestore) await forgetToken(transaction);
      await deleteItem(transaction, instanceId);
    });
  }

  settleRejected(instanceId: string, message: string): Promise<void> {
    return this.#write(['outbox', 'restoreRecord'], async (transaction) => {
      await changeItem(transaction, instanceId, (item) => ({
        ...item,
        state: 'rejected',
        message,
      }));
      await forgetToken(transaction);
    });
  }

  discardRejected(instanceId: string): Promise<boolean> {
    return this.#write(['outbox', 'submissions'], async (transaction) => {
      const item = await transaction.objectStore('outbox').get(instanceId);
      if (item?.state !== 'rejected') return false;
      await deleteItem(transaction, instanceId);
      return true;
    });
  }

  retryRejected(instanceId: string): Promise<boolean> {
    return this.#write(['outbox', 'restoreRecord'], async (transaction) => {
      const item = await transaction.objectStore('outbox').get(instanceId);
      if (item?.state !== 'rejected') return false;
      await transaction.objectStore('outbox').put({ ...item, state: 'pending' });
      await forgetToken(transaction);
      return true;
    });
  }

  readDrafts(): Promise<readonly Draft[]> {
    return this.#read(['drafts'], async (transaction) => {
      const drafts = await transaction.objectStore('drafts').getAll();
      return drafts.sort((a, b) => b.savedAt - a.savedAt);
    });
  }

  readDraft(id: string): Promise<Draft | undefined> {
    return this.#read(['drafts'], (transaction) => transaction.objectStore('drafts').get(id));
  }

  saveDraft(draft: Draft): Promise<void> {
    return this.#write(['drafts'], async (transaction) => {
      await transaction.objectStore('drafts').put(draft);
    });
  }

  readDraftOpening(draftId: string): Promise<DraftOpening | undefined> {
    return this.#read(['draftOpenings'], (transaction) =>
      transaction.objectStore('draftOpenings').get(draftId),
    );
  }

  saveDraftOpening(draftId: string, opening: DraftOpening): Promise<void> {
    return this.#write(['draftOpenings'], async (transaction) => {
      await transaction.objectStore('draftOpenings').put(opening, draftId);
    });
  }

  deleteDraft(id: string): Promise<void> {
    return this.#write(DRAFT_STORES, (transaction) => deleteDraft(transaction, id));
  }

  readDraftAttachments(draftId: string): Promise<readonly SubmissionAttachment[]> {
    return this.#read(['draftAttachments'], (transaction) =>
      transaction.objectStore('draftAttachments').getAll(attachmentsOf(draftId)),
    );
  }

  saveDraftAttachment(draftId: string, attachment: SubmissionAttachment): Promise<void> {
    return this.#write(['draftAttachments'], async (transaction) => {
      const key: [string, string] = [draftId, attachment.name];
      await transaction.objectStore('draftAttachments').put(attachment, key);
    });
  }

  close(): void {
    this.#database.close();
  }

  #changeItem(instanceId: string, change: (item: OutboxItem) => OutboxItem): Promise<void> {
    return this.#write(['outbox'], (transaction) => changeItem(transaction, instanceId, change));
  }

  #read<T>(stores: StoreName[], work: (transaction: Reading) => Promise<T>): Promise<T> {
    return readStores(this.#database, stores, work);
  }

  #write<T>(stores: StoreName[], work: (transaction: Writing) => Promise<T>): Promise<T> {
    return writeStores(this.#database, stores, work);
  }
}

async function heldState(transaction: Reading | Writing): Promise<HeldState> {
  const { revision } = await readCounters(transaction);
  return { revision, outbox: await outboxInOrder(transaction) };
}

async function writeForm(transaction: Writing, commit: FormCommit): Promise<number | undefined> {
  const { item, submission, endedDrafts } = commit;
  const outbox = transaction.objectStore('outbox');
  if ((await outbox.getKey(item.instanceId)) !== undefined) return undefined;
  const counters = await readCounters(transaction);
  const order = counters.order + 1;
  const changes = commit.apply(await casesById(transaction, item.caseIds));
  await outbox.put(outboxItem(item, order));
  await transaction.objectStore('submissions').put(submission);
  for (const id of endedDrafts) await deleteDraft(transaction, id);
  const { revision } = await writeCases(transaction, changes, { ...counters, order });
  return revision;
}

async function writeRestore(transaction: Writing, commit: RestoreCommit): Promise<void> {
  await transaction.objectStore('restoreRecord').put(commit.record, ONLY);
  await writeMoved(transaction, commit);
  const fixtures = transaction.objectStore('fixtures');
  if (commit.replaceFixtures) await fixtures.clear();
  for (const fixture of commit.fixtures) await fixtures.put(fixture);
  for (const instanceId of commit.uncertain) {
    await changeItem(transaction, instanceId, (item) => ({ ...item, overRestore: true }));
  }
}

/** A case that has come back is no news any more. */
async function writeMoved(transaction: Writing, { moved, puts }: RestoreCommit): Promise<void> {
  const store = transaction.objectStore('moved');
  const told = new Set<string>(await store.getAllKeys());
  for (const { caseId } of puts) if (told.has(caseId)) await store.delete(caseId);
  for (const each of moved) await store.put(each);
}

async function forgetToken(transaction: Writing): Promise<void> {
  const store = transaction.objectStore('restoreRecord');
  const record = await store.get(ONLY);
  if (record !== undefined) await store.put({ ...record, syncToken: undefined }, ONLY);
}
