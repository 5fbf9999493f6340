import type { StoreName, Writing } from './store-transaction.ts';

/** Where drafts lie, with what belongs to them. */
export const DRAFT_STORES: StoreName[] = ['drafts', 'draftAttachments', 'draftOpenings'];

/** Deletes a draft, with its attachments and what it was begun with. */
export async function deleteDraft(transaction: Writing, id: string): Promise<void> {
  await transaction.objectStore('drafts').delete(id);
  await transaction.objectStore('draftOpenings').delete(id);
  await transaction.objectStore('draftAttachments').delete(attachmentsOf(id));
}

/** The keys of the attachments of a draft. */
export function attachmentsOf(draftId: string): IDBKeyRange {
  // An array key sorts after every string key that begins it.
  return IDBKeyRange.bound([draftId], [draftId, []]);
}
