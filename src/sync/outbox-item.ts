import type { CaseTransaction } from '../case/case-transaction.ts';
import type { CaseId } from '../case/case.ts';

/**
 * A finished form that the server has not confirmed. Light on purpose: its XML and attachments are read with
 * `OutboxStore.readSubmission` when it is sent.
 */
export interface OutboxItem {
  /** `meta/instanceID`, unique in the outbox and at the server. */
  readonly instanceId: string;
  /** Place in the queue: a smaller one goes first. Never given twice. */
  readonly order: number;
  /**
   * `pending`: waits. `sending`: handed to the network, the answer is not known (nor after a crash). `rejected`: the
   * server will never take it as it is; it is kept until somebody decides.
   */
  readonly state: 'pending' | 'sending' | 'rejected';
  readonly formName: string;
  /** Milliseconds since 1970-01-01T00:00Z. */
  readonly savedAt: number;
  /** What the server said last; `''` when it has said nothing. */
  readonly message: string;
  /** How often it was handed to the network. */
  readonly attempts: number;
  /** Cases that the form touches. */
  readonly caseIds: readonly CaseId[];
  /** What the form does to them, kept to be applied once more over a restore. */
  readonly transactions: readonly CaseTransaction[];
  /**
   * A restore was taken in while it was not known whether the server already had this form. When the server then says
   * it has, the sync token is forgotten: only a full restore tells whose change came last.
   */
  readonly overRestore: boolean;
}

/** What a form brings with it; the store adds the rest. */
export type NewOutboxItem = Pick<
  OutboxItem,
  'instanceId' | 'formName' | 'savedAt' | 'caseIds' | 'transactions'
>;

/** The item as it first lies in the outbox. */
export function outboxItem(item: NewOutboxItem, order: number): OutboxItem {
  return { ...item, order, state: 'pending', message: '', attempts: 0, overRestore: false };
}

/** True for an item that is still to be sent. */
export function isWaiting(item: OutboxItem): boolean {
  return item.state !== 'rejected';
}
