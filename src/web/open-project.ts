import { openGivenFiles, practiceRestore } from '../machines/open-given-files.ts';
import type { Given } from '../machines/given.ts';
import type { PractisedApp } from '../machines/app-session/destination.ts';
import type { Project } from '../machines/project.ts';
import { loneProject } from '../machines/project.ts';
import type { WorkspaceInput } from '../machines/workspace/workspace-input.ts';
import { Workspace } from '../machines/workspace.ts';
import { platformEnvironment } from '../platform/platform-environment.ts';
import type { Restore } from '../openrosa/restore.ts';
import { deviceId } from '../storage/device-id.ts';
import { databaseName } from '../storage/open-database.ts';
import { wipe } from '../storage/wipe.ts';
import type { AppDefinition } from '../suite/app-definition.ts';
import type { Pace } from '../sync/pace.ts';
import type { RemoteServer } from '../sync/remote-server.ts';
import { takeRestore } from '../sync/take-restore.ts';
import type { SignedInUser, Transport } from '../sync/transport.ts';
import { AppShelf } from './app-shelf.ts';
import type { Desk, DeskOwner } from './desk.ts';
import { fetchGiven } from './fetch-given.ts';
import { VERSION } from './version.ts';

/** How work that may take long is done, and who hears of it. */
export interface Loading {
  readonly pace: Pace;
  /** How much of it the server has prepared, from 0 to 1, where it makes the person wait for that. */
  readonly onPreparing?: (prepared: number) => void;
  /** How much is read, from 0 to 1. */
  readonly onProgress: (read: number) => void;
  /** How many bytes have come. */
  readonly onReceived: (bytes: number) => void;
  /** Ends what is being fetched. */
  readonly cancelled: AbortSignal;
}

/** Clears the desk for its next owner. */
export type OpenDesk = (owner: DeskOwner) => Promise<Desk>;

/** What the server has for somebody who is signed in. Rejects with a sentence for the person, or because it was cancelled. */
export async function openProject(
  user: SignedInUser,
  transport: Transport,
  openDesk: OpenDesk,
  { remote, loading }: { readonly remote: RemoteServer; readonly loading: Loading },
): Promise<Project> {
  const { userId, username, displayName } = user;
  const desk = await openDesk({ project: user.domain, userId, user });
  if (desk.sandbox.record === undefined) await firstRestore(desk, transport, loading);
  const shelf = await AppShelf.ofServer(loading.cancelled);
  const isAdministrator = user.role === 'admin';
  const worker = {
    userId,
    username,
    name: displayName,
    isAdministrator,
    actedBy: user.actedBy ?? '',
  };
  const openApp = async (id: string) => {
    const app = await shelf.open(id);
    const whose = { user: worker, project: user.project, userLanguage: user.language, remote };
    return newWorkspace(id, app, desk, whose);
  };
  return { name: user.project, user: worker, apps: shelf.apps, openApp };
}

/** An app that is worked with on this computer only. Throws what opening the files throws. */
export async function openFiles(
  given: readonly Given[],
  openDesk: OpenDesk,
  { pace, onProgress }: Loading,
): Promise<Project> {
  const files = await Promise.all(
    given.map((each) => ('address' in each ? fetchGiven(each.address) : each)),
  );
  const { app, restore } = await openGivenFiles(files, pace, onProgress);
  const { uniqueId: id } = app.profile;
  return openAlone({ id, app }, restore, `file:${id}`, openDesk, pace);
}

/** An app with the cases that came with it for practising. Rejects with `XmlParseError`. */
export async function openPractice(
  practised: PractisedApp,
  openDesk: OpenDesk,
  { pace }: Loading,
): Promise<Project> {
  const restore = practiceRestore(practised.app);
  const database = `practice:${practised.id}`;
  // What was left when the page was closed while somebody practised.
  await wipe(databaseName(database, ownerOf(restore).userId));
  const openPassing: OpenDesk = (owner) => openDesk({ ...owner, passing: true });
  return {
    ...(await openAlone(practised, restore, database, openPassing, pace)),
    practising: true,
  };
}

/** `database` is what stands for the project in the name of the database. */
async function openAlone(
  { id, app }: PractisedApp,
  restore: Restore,
  database: string,
  openDesk: OpenDesk,
  pace: Pace,
): Promise<Project> {
  const { userId, username } = ownerOf(restore);
  const desk = await openDesk({ project: database, userId, user: undefined });
  const now = platformEnvironment.now();
  const taken = await takeRestore(desk.sandbox, restore, { full: true, now, pace });
  if (taken.kind === 'refused') throw new Error(taken.message);
  const user = { userId, username, name: username };
  return loneProject(newWorkspace(id, app, desk, { user, project: app.profile.name }));
}

function ownerOf({ registration }: Restore): { userId: string; username: string } {
  const { userId = 'guest', username = 'guest' } = registration ?? {};
  return { userId, username };
}

/** Without the first restore nobody knows the user's groups and cases. */
async function firstRestore(desk: Desk, transport: Transport, loading: Loading): Promise<void> {
  const { end } = await desk.synchronize(transport, 0, loading);
  if (end.kind !== 'done') throw new Error(end.message);
}

function newWorkspace(
  appId: string,
  app: AppDefinition,
  desk: Desk,
  whose: Pick<WorkspaceInput, 'user' | 'project' | 'userLanguage' | 'remote'>,
): Workspace {
  const { sandbox, lastOwner, chosenLanguage, questionMode, listSize, searches } = desk;
  return new Workspace({
    ...{ app, appId, sandbox, lastOwner, chosenLanguage, questionMode, listSize, searches },
    ...whose,
    environment: platformEnvironment,
    deviceId: deviceId(platformEnvironment.uuid),
    appVersion: `${VERSION}, App ${app.profile.version}`,
  });
}
