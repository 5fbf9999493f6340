import { WorkCancelled } from '../sync/pace.ts';
import type { DeskOwner } from './desk.ts';
import { Desk } from './desk.ts';

/**
 * The desk of an element on somebody else's page, which opens anew when its database is closed: the page itself is not ours to reload.
 * Rejects with {@link WorkCancelled}, and leaves nothing open, when the element was `ended` meanwhile.
 */
export async function openEmbeddedDesk(
  owner: DeskOwner,
  element: { reopen(): void },
  ended: AbortSignal,
): Promise<Desk> {
  const desk = await Desk.open(owner, () => {
    if (!ended.aborted) element.reopen();
  });
  if (!ended.aborted) return desk;
  desk.close();
  throw new WorkCancelled();
}
