import type { AppSessionActor, AppSessionEvent } from '../../machines/app-session.ts';
import { START } from '../../machines/place.ts';

type Snapshot = ReturnType<AppSessionActor['getSnapshot']>;

/** A place where the person has been, and what brings them there again. */
export interface AppPlace {
  readonly text: string;
  readonly event: AppSessionEvent;
}

/** From the choice of app (`all` is what it is called) down to the place of the session. */
export function placesOf({ project, workspace }: Snapshot['context'], all: string): AppPlace[] {
  const crumbs = workspace?.session.breadcrumbs ?? [];
  const steps = crumbs.map(({ text, index }) => ({
    text,
    event: { type: 'goTo', index } as const,
  }));
  const inApp = hasBreadcrumbs(workspace) ? steps : firstAndLast(steps);
  if (project === undefined || project.apps.length === 1) return inApp;
  return [{ text: all, event: { type: 'visit', place: START } }, ...inApp];
}

function hasBreadcrumbs(workspace: Snapshot['context']['workspace']): boolean {
  return workspace?.app.profile.properties['cc-breadcrumbs-enabled'] !== 'no';
}

/** An app may do without breadcrumbs; the way to its beginning stays, because nobody should be caught anywhere. */
function firstAndLast(steps: readonly AppPlace[]): AppPlace[] {
  return steps.filter((_, n) => n === 0 || n === steps.length - 1);
}

/** A case that is looked at, or a form that was gone on with, before the session knows of it. */
export function placeOver({ value, context }: Snapshot): string | undefined {
  const { selected, screen, opened, workspace } = context;
  if (value === 'showingDetail') {
    return selected && workspace?.sandbox.database.get(selected.id)?.caseName;
  }
  return value === 'entering' && screen?.kind !== 'form' ? opened?.title : undefined;
}
