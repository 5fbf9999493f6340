import type { AppSessionActor } from '../machines/app-session.ts';
import type { Place } from '../machines/place.ts';
import { START } from '../machines/place.ts';
import { readAddress, writeAddress } from './place-address.ts';

type Snapshot = ReturnType<AppSessionActor['getSnapshot']>;

/**
 * Keeps the address of the page and the place in the session the same: each place is an entry of the browser's history, and Back,
 * Forward or an address that somebody opens lead the session there. Call it before the session starts.
 */
export function keepAddress(session: AppSessionActor): void {
  // Where an address leads may have another one, such as the only app of a project.
  let arriving = true;
  session.subscribe((snapshot) => {
    const place = placeOf(snapshot);
    if (place === undefined) return;
    showAddress(writeAddress(place), arriving || snapshot.matches('submitted'));
    arriving = false;
  });
  addEventListener('popstate', () => {
    arriving = true;
    session.send({ type: 'visit', place: readAddress(location.hash) });
  });
}

function showAddress(address: string, replaces: boolean): void {
  if (address === location.hash) return;
  if (replaces) history.replaceState(null, '', address);
  else history.pushState(null, '', address);
}

/** Where the person is; `undefined` on the way from one place to another, and where the place is the address's to say. */
function placeOf({ value, context }: Snapshot): Place | undefined {
  const { destination, workspace, app, selected, explained, opened } = context;
  if (value === 'choosingApp') return START;
  if (value === 'signedOut') return destination === undefined ? START : undefined;
  if (destination !== undefined || workspace === undefined) return undefined;
  const steps = workspace.session.address;
  switch (value) {
    case 'browsing':
    case 'formFailed':
    case 'offeringDrafts':
      return { app, steps };
    case 'showingDetail':
      return { app, steps, detail: selected?.id };
    case 'explainingOwner':
      return { app, steps: [...steps, { kind: 'command', id: explained?.choice ?? '' }] };
    case 'entering':
      return { app, steps, draft: opened?.draftId };
    // Coming back to it would open another form of the same kind.
    case 'submitted':
      return { app, steps: steps.slice(0, -1) };
    default:
      return undefined;
  }
}
