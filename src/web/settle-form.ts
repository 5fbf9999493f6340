import type { OutboxAction } from '../elements/events/case-outbox-event.ts';
import { saveFile } from '../elements/shared/save-file.ts';
import type { UserStore } from '../sync/user-store.ts';

/** Does what the person decides about a form that was not accepted. True when there is something to send, or to fetch anew. */
export async function settleForm(
  store: UserStore,
  action: OutboxAction,
  instanceId: string,
): Promise<boolean> {
  switch (action) {
    case 'export':
      await exportForm(store, instanceId);
      return false;
    case 'retry':
      await store.retryRejected(instanceId);
      return true;
    case 'delete':
      // What the form had done to cases on this computer is undone by a restore.
      await store.discardRejected(instanceId);
      return true;
  }
}

async function exportForm(store: UserStore, instanceId: string): Promise<void> {
  const submission = await store.readSubmission(instanceId);
  if (submission) saveFile(`${instanceId}.xml`, 'text/xml', submission.xml);
}
