import type { DeviceState } from '../elements/case/device-state.ts';
import { draftChanges } from '../sync/draft-changes.ts';
import type { UserSandbox } from '../sync/user-sandbox.ts';

/** What lies in a user's store and is not finished with: forms that wait, drafts, and cases that have gone. */
export async function readHeld({
  store,
  database,
}: UserSandbox): Promise<Pick<DeviceState, 'unsent' | 'drafts' | 'moved'>> {
  const [outbox, drafts, moved] = await Promise.all([
    store.readOutbox(),
    store.readDrafts(),
    store.readMoved(),
  ]);
  const caseName = (id: string) => database.get(id)?.caseName;
  const unsent = outbox.map(({ instanceId, formName, caseIds, savedAt, state, message }) => ({
    ...{ instanceId, formName, state },
    caseName: caseIds.map(caseName).find(Boolean) ?? '',
    finished: new Date(savedAt),
    reason: message ?? '',
  }));
  return {
    unsent,
    drafts: drafts.map((draft) => ({
      ...{ id: draft.id, app: draft.app, ownerPending: draft.ownerPending },
      ...{ formName: draft.title, caseName: draft.caseName, answered: draft.answered },
      lastModified: new Date(draft.savedAt),
      changes: draftChanges(draft, (id) => database.get(id)),
      kept: draft,
    })),
    moved,
  };
}
