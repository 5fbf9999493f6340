import type { AppSessionContext, AppSessionEvent } from './app-session-context.ts';
import type { Place } from './place.ts';
import { START } from './place.ts';
import type { Workspace } from './workspace.ts';

/** A breadcrumb of the app by its index, a place, or out. */
export type Destination = number | Place | 'signOut';

/** The app to open: the one that the destination names, or the only one unless opening it has just failed. */
export function knownApp({ project, destination, problem }: AppSessionContext): string | undefined {
  const apps = project?.apps ?? [];
  const named = typeof destination === 'object' ? destination.app : undefined;
  if (apps.some(({ id }) => id === named)) return named;
  return apps.length === 1 && problem === undefined ? apps[0]?.id : undefined;
}

/** Where to go in the app that is opened: where the destination leads, if it leads there. */
export function placeInApp(context: AppSessionContext): Place {
  const { destination } = context;
  const app = knownApp(context);
  return typeof destination === 'object' && destination.app === app
    ? destination
    : { ...START, app };
}

/** Where an event of the person leads; `undefined` for one that leads nowhere else. */
export function destinationOf(
  { app }: AppSessionContext,
  event: AppSessionEvent,
): Destination | undefined {
  switch (event.type) {
    case 'signOut':
      return 'signOut';
    case 'goTo':
      return event.index;
    case 'visit':
      return event.place;
    case 'resumeDraft':
      return { ...START, app: event.app ?? app, draft: event.id };
    default:
      return undefined;
  }
}

/** The draft that the destination means. */
export function draftAt({ destination }: AppSessionContext): string | undefined {
  return typeof destination === 'object' ? destination.draft : undefined;
}

/** The row whose detail the destination means, where there is such a row and it has one. */
export function detailAt({ destination, workspace }: AppSessionContext): string | undefined {
  const id = typeof destination === 'object' ? destination.detail : undefined;
  const screen = id === undefined ? undefined : workspace?.session.screen;
  if (screen?.kind !== 'list' || !screen.hasDetail) return undefined;
  return screen.rows.some((row) => row.id === id) ? id : undefined;
}

/** Takes the session to the destination, as far as that lies in the app. */
export function goTo(session: Workspace['session'], destination: Destination | undefined): void {
  if (typeof destination === 'number') session.goTo(destination);
  if (typeof destination !== 'object') return;
  const { steps, endpoint } = destination;
  if (endpoint === undefined) session.goToAddress(steps);
  else session.openEndpoint(endpoint.id, endpoint.values);
}
