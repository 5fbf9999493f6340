import type { AppDefinition } from '../../suite/app-definition.ts';
import type { AppSessionContext, AppSessionEvent } from './context.ts';
import type { Place } from '../place.ts';
import { START } from '../place.ts';
import type { Workspace } from '../workspace.ts';

/** A breadcrumb of the app by its index, a place, another user's project, or out. */
export type Destination = number | Place | AnotherUser | 'signOut';

/** `undefined`: back to the administrator who worked as somebody else. */
export interface AnotherUser {
  readonly actAs: string | undefined;
  /** An app to practise with, in place of a user of the project. */
  readonly practise?: PractisedApp | undefined;
}

/** An app with the id that it has in its project. */
export interface PractisedApp {
  readonly id: string;
  readonly app: AppDefinition;
}

/** The place that the destination is, if it is one. */
export function placeAt({
  destination,
}: Pick<AppSessionContext, 'destination'>): Place | undefined {
  return typeof destination === 'object' && 'steps' in destination ? destination : undefined;
}

/** The other user whom the destination means, if it means one. */
export function anotherUserAt({ destination }: AppSessionContext): AnotherUser | undefined {
  return typeof destination === 'object' && 'actAs' in destination ? destination : undefined;
}

/** The app to open: the one that the destination names, or the only one unless opening it has just failed. */
export function knownApp(context: AppSessionContext): string | undefined {
  const { project, problem } = context;
  const apps = project?.apps ?? [];
  const named = placeAt(context)?.app;
  if (apps.some(({ id }) => id === named)) return named;
  return apps.length === 1 && problem === undefined ? apps[0]?.id : undefined;
}

/** Where to go in the app that is opened: where the destination leads, if it leads there. */
export function placeInApp(context: AppSessionContext): Place {
  const app = knownApp(context);
  const place = placeAt(context);
  return place?.app === app && place !== undefined ? place : { ...START, app };
}

/** Where an event of the person leads; `undefined` for one that leads nowhere else. */
export function destinationOf(
  { app, workspace }: AppSessionContext,
  event: AppSessionEvent,
): Destination | undefined {
  switch (event.type) {
    case 'signOut':
      return 'signOut';
    case 'actAs':
      return { actAs: event.username };
    case 'practise':
      return (
        workspace && { actAs: undefined, practise: { id: workspace.appId, app: workspace.app } }
      );
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
export function draftAt(context: AppSessionContext): string | undefined {
  return placeAt(context)?.draft;
}

/** The row whose detail the destination means, where there is such a row and it has one. */
export function detailAt(context: AppSessionContext): string | undefined {
  const { workspace } = context;
  const id = placeAt(context)?.detail;
  const screen = id === undefined ? undefined : workspace?.session.screen;
  if (screen?.kind !== 'list' || !screen.hasDetail) return undefined;
  return screen.rows.some((row) => row.id === id) ? id : undefined;
}

/** Takes the session to the destination, as far as that lies in the app. */
export function goTo(session: Workspace['session'], destination: Destination | undefined): void {
  if (typeof destination === 'number') session.goTo(destination);
  const place = placeAt({ destination });
  if (place === undefined) return;
  const { steps, endpoint } = place;
  if (endpoint === undefined) session.goToAddress(steps);
  else session.openEndpoint(endpoint.id, endpoint.values);
}
