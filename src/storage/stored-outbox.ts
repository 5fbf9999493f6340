import type { OutboxItem } from '../sync/outbox-item.ts';
import type { Reading, Writing } from './store-transaction.ts';

/** The outbox, oldest first. */
export async function outboxInOrder(transaction: Reading | Writing): Promise<OutboxItem[]> {
  const items = await transaction.objectStore('outbox').getAll();
  return items.sort((a, b) => a.order - b.order);
}

/** Changes the item of that instanceID, if there is one. */
export async function changeItem(
  transaction: Writing,
  instanceId: string,
  change: (item: OutboxItem) => OutboxItem,
): Promise<void> {
  const outbox = transaction.objectStore('outbox');
  const item = await outbox.get(instanceId);
  if (item !== undefined) await outbox.put(change(item));
}

/** Deletes an item with what it sends. */
export async function deleteItem(transaction: Writing, instanceId: string): Promise<void> {
  await transaction.objectStore('outbox').delete(instanceId);
  await transaction.objectStore('submissions').delete(instanceId);
}
