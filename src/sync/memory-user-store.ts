import type { Case, CaseId } from '../case/case.ts';
import { packCases } from '../case/database/packed-cases.ts';
import type { Fixture } from '../openrosa/restore.ts';
import type { Submission, SubmissionAttachment } from '../openrosa/submission.ts';
import type { CaseSnapshot, HeldState, RestoreCommit, WrittenCases } from './case-store.ts';
import type { Draft, DraftOpening } from './draft.ts';
import type { DepartedCase } from './departed-case.ts';
import { outboxItem } from './outbox-item.ts';
import type { OutboxItem } from './outbox-item.ts';
import type { FormCommit } from './outbox-store.ts';
import type { RestoreRecord } from './restore-record.ts';
import type { UserStore } from './user-store.ts';

/** A {@link UserStore} that lasts as long as the object: for tests, replays and people who only look around. */
export class MemoryUserStore implements UserStore {
  readonly #cases = new Map<CaseId, Case>();
  readonly #moved = new Map<CaseId, DepartedCase>();
  readonly #fixtures = new Map<string, Fixture>();
  /** Oldest first: a map keeps the order of arrival. */
  readonly #outbox = new Map<string, OutboxItem>();
  readonly #submissions = new Map<string, Submission>();
  readonly #drafts = new Map<string, Draft>();
  readonly #openings = new Map<string, DraftOpening>();
  readonly #attachments = new Map<string, Map<string, SubmissionAttachment>>();
  #record: RestoreRecord | undefined;
  #revision = 0;
  #order = 0;

  async readCases(): Promise<CaseSnapshot> {
    const cases = packCases([...this.#cases.values()]);
    const places = Array.from({ length: cases.size }, (_, place) => place);
    return { revision: this.#revision, blocks: [{ places, cases }] };
  }

  async readCasesById(ids: readonly CaseId[]): Promise<ReadonlyMap<CaseId, Case>> {
    return this.#held(ids);
  }

  async readRestoreRecord(): Promise<RestoreRecord | undefined> {
    return this.#record;
  }

  async readFixtures(): Promise<readonly Fixture[]> {
    return [...this.#fixtures.values()];
  }

  async readHeldState(): Promise<HeldState> {
    return { revision: this.#revision, outbox: [...this.#outbox.values()] };
  }

  async commitRestore(
    decide: (held: HeldState) => RestoreCommit | undefined,
  ): Promise<WrittenCases | undefined> {
    const commit = decide(await this.readHeldState());
    if (commit === undefined) return undefined;
    this.#record = commit.record;
    this.#write(commit.puts, commit.removals);
    for (const { caseId } of commit.puts) this.#moved.delete(caseId);
    for (const each of commit.moved) this.#moved.set(each.caseId, each);
    if (commit.replaceFixtures) this.#fixtures.clear();
    for (const fixture of commit.fixtures) this.#fixtures.set(fixture.id, fixture);
    for (const id of commit.uncertain) this.#changeItem(id, { overRestore: true });
    return { revision: ++this.#revision, blocks: undefined };
  }

  async readMoved(): Promise<readonly DepartedCase[]> {
    return [...this.#moved.values()];
  }

  async forgetMoved(ids: readonly CaseId[]): Promise<void> {
    for (const id of ids) this.#moved.delete(id);
  }

  async forgetSyncToken(): Promise<void> {
    if (this.#record !== undefined) this.#record = { ...this.#record, syncToken: undefined };
  }

  async readOutbox(): Promise<readonly OutboxItem[]> {
    return [...this.#outbox.values()];
  }

  async readSubmission(instanceId: string): Promise<Submission | undefined> {
    return this.#submissions.get(instanceId);
  }

  async commitForm(commit: FormCommit): Promise<number | undefined> {
    const { item, submission } = commit;
    if (this.#outbox.has(item.instanceId)) return undefined;
    const changes = commit.apply(this.#held(item.caseIds));
    this.#write(changes.puts, changes.removals);
    this.#outbox.set(item.instanceId, outboxItem(item, ++this.#order));
    this.#submissions.set(item.instanceId, submission);
    for (const id of commit.endedDrafts) await this.deleteDraft(id);
    return ++this.#revision;
  }

  async markSending(instanceId: string): Promise<void> {
    const attempts = (this.#outbox.get(instanceId)?.attempts ?? 0) + 1;
    this.#changeItem(instanceId, { state: 'sending', attempts });
  }

  async markPending(instanceId: string, message: string): Promise<void> {
    this.#changeItem(instanceId, { state: 'pending', message });
  }

  async settleAccepted(instanceId: string): Promise<void> {
    if (this.#outbox.get(instanceId)?.overRestore) await this.forgetSyncToken();
    this.#outbox.delete(instanceId);
    this.#submissions.delete(instanceId);
  }

  async settleRejected(instanceId: string, message: string): Promise<void> {
    this.#changeItem(instanceId, { state: 'rejected', message });
    await this.forgetSyncToken();
  }

  async discardRejected(instanceId: string): Promise<boolean> {
    if (this.#outbox.get(instanceId)?.state !== 'rejected') return false;
    this.#outbox.delete(instanceId);
    this.#submissions.delete(instanceId);
    return true;
  }

  async retryRejected(instanceId: string): Promise<boolean> {
    if (this.#outbox.get(instanceId)?.state !== 'rejected') return false;
    this.#changeItem(instanceId, { state: 'pending' });
    await this.forgetSyncToken();
    return true;
  }

  async readDrafts(): Promise<readonly Draft[]> {
    return [...this.#drafts.values()].sort((a, b) => b.savedAt - a.savedAt);
  }

  async readDraft(id: string): Promise<Draft | undefined> {
    return this.#drafts.get(id);
  }

  async saveDraft(draft: Draft): Promise<void> {
    this.#drafts.set(draft.id, draft);
  }

  async readDraftOpening(draftId: string): Promise<DraftOpening | undefined> {
    return this.#openings.get(draftId);
  }

  async saveDraftOpening(draftId: string, opening: DraftOpening): Promise<void> {
    this.#openings.set(draftId, opening);
  }

  async deleteDraft(id: string): Promise<void> {
    this.#drafts.delete(id);
    this.#openings.delete(id);
    this.#attachments.delete(id);
  }

  async readDraftAttachments(draftId: string): Promise<readonly SubmissionAttachment[]> {
    const attachments = [...(this.#attachments.get(draftId)?.values() ?? [])];
    return attachments.sort((a, b) => (a.name < b.name ? -1 : 1));
  }

  async saveDraftAttachment(draftId: string, attachment: SubmissionAttachment): Promise<void> {
    const attachments = this.#attachments.get(draftId) ?? new Map();
    this.#attachments.set(draftId, attachments.set(attachment.name, attachment));
  }

  close(): void {
    // Memory needs no closing.
  }

  #held(ids: readonly CaseId[]): Map<CaseId, Case> {
    const held = new Map<CaseId, Case>();
    for (const id of ids) {
      const of = this.#cases.get(id);
      if (of !== undefined) held.set(id, of);
    }
    return held;
  }

  #write(puts: readonly Case[], removals: readonly CaseId[]): void {
    for (const of of puts) this.#cases.set(of.caseId, of);
    for (const id of removals) this.#cases.delete(id);
  }

  #changeItem(instanceId: string, change: Partial<OutboxItem>): void {
    const item = this.#outbox.get(instanceId);
    if (item !== undefined) this.#outbox.set(instanceId, { ...item, ...change });
  }
}
