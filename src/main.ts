import { createActor, fromPromise, waitFor } from 'xstate';
import type { CaseApp } from './elements/case/case-app.ts';
import './elements/case/case-app.ts';
import type { AdminPlace } from './elements/shared/admin-place.ts';
import { adminAddress } from './elements/shared/admin-place.ts';
import { AppMedia } from './elements/case/app-media.ts';
import { emptyDevice } from './elements/case/device-state.ts';
import type { CaseOutboxEvent } from './elements/events/case-outbox-event.ts';
import { adoptTheme } from './elements/theme/adopt-theme.ts';
import type { Entrance } from './machines/app-session.ts';
import { appSessionMachine } from './machines/app-session.ts';
import type { AnotherUser, PractisedApp } from './machines/app-session/destination.ts';
import { readAddress } from './web/place-address.ts';
import type { FormEntryActor } from './machines/form-entry.ts';
import type { Project } from './machines/project.ts';
import { syncInterval } from './machines/sync-interval.ts';
import { syncMachine } from './machines/sync.ts';
import type { Workspace } from './machines/workspace.ts';
import { FetchRemoteServer } from './storage/fetch-remote-server.ts';
import { FetchTransport } from './storage/fetch-transport.ts';
import { FramePace } from './storage/frame-pace.ts';
import { seekLead } from './storage/leader.ts';
import { WorkCancelled } from './sync/pace.ts';
import type { PostReply, RemoteRequest, RemoteServer } from './sync/remote-server.ts';
import type { SyncReport } from './sync/synchronize.ts';
import type { SignedInUser, SignInReply } from './sync/transport.ts';
import { keepAddress } from './web/address-bar.ts';
import type { DeskOwner } from './web/desk.ts';
import { Desk } from './web/desk.ts';
import { guardLeaving } from './web/leave-guard.ts';
import { InspectorDock } from './web/inspector-dock.ts';
import { openFiles, openPractice, openProject } from './web/open-project.ts';
import type { Loading } from './web/open-project.ts';
import { OwnerDirectory } from './web/owner-directory.ts';
import { PageLanguage } from './web/page-language.ts';
import { settleForm } from './web/settle-form.ts';
import { PRODUCT } from './web/version.ts';

// The web app: the one place that knows storage, machines and elements at once.

/** Milliseconds between two looks whether it is time to synchronize. */
const LOOK_INTERVAL = 30_000;

const transport = new FetchTransport();
const server = new FetchRemoteServer();
const remote: RemoteServer = {
  search: (request, ended) => server.search(request, ended),
  post: (request) => postAndSync(request),
};
const media = new AppMedia();
const pageLanguage = new PageLanguage();
let desk: Desk | undefined;
let owners: OwnerDirectory | undefined;
let practised: PractisedApp | undefined;
let cancelling: AbortController | undefined;

const sync = createActor(
  syncMachine.provide({
    actors: {
      synchronize: fromPromise(({ input }) => runSync(input.failures)),
      signIn: fromPromise(async ({ input }) => {
        await authenticate(input.username, input.password);
      }),
    },
  }),
);

const session = createActor(
  appSessionMachine.provide({
    actors: {
      enter: fromPromise(({ input }) => enter(input)),
      signOut: fromPromise(leave),
      switchUser: fromPromise(({ input }) => switchUser(input)),
    },
  }),
  { input: { place: readAddress(location.hash) } },
);

async function enter(entrance: Entrance): Promise<Project | undefined> {
  try {
    return await enterBy(entrance);
  } catch (error) {
    if (!(error instanceof WorkCancelled)) throw error;
    // Whoever does not want to wait is back where they began, and nothing goes on or stays behind their back.
    await clearDesk();
    return undefined;
  } finally {
    app.loading = undefined;
  }
}

/** What may take long can be watched and cancelled. */
function newLoading(): Loading {
  cancelling = new AbortController();
  return {
    pace: new FramePace(cancelling.signal),
    onPreparing: (prepared) => (app.loading = { received: 0, read: undefined, prepared }),
    onReceived: (received) => (app.loading = { received, read: undefined }),
    onProgress: (read) => (app.loading = { received: app.loading?.received ?? 0, read }),
    cancelled: cancelling.signal,
  };
}

async function enterBy(entrance: Entrance): Promise<Project | undefined> {
  switch (entrance.kind) {
    case 'resume': {
      if (practised !== undefined) return practise(practised);
      const reply = await transport.whoAmI();
      if (reply.kind === 'signIn') Desk.forgetSearches();
      return reply.kind === 'signedIn' ? enterProject(reply.user) : undefined;
    }
    case 'signIn':
      return enterProject(await authenticate(entrance.username, entrance.password));
    case 'openFiles':
      return openFiles(entrance.files, openDesk, newLoading());
  }
}

/** What cannot be opened is not practised: the person is signed in as before. */
async function practise(app: PractisedApp): Promise<Project | undefined> {
  try {
    return await openPractice(app, openDesk, newLoading());
  } catch (error) {
    practised = undefined;
    throw error;
  }
}

async function enterProject(user: SignedInUser): Promise<Project> {
  const project = await openProject(user, transport, openDesk, { remote, loading: newLoading() });
  sync.send({ type: 'sync.request' });
  return project;
}

async function authenticate(username: string, password: string): Promise<SignedInUser> {
  return acceptedUser(await transport.signIn(username, password));
}

function acceptedUser(reply: SignInReply): SignedInUser {
  if (reply.kind === 'signedIn') return reply.user;
  if (reply.kind !== 'offline') throw new Error(reply.message);
  throw new Error('The server cannot be reached. Check that you are connected, then try again.');
}

/** What a claim changes comes with a sync; without it the app would not find the case. */
async function postAndSync(request: RemoteRequest): Promise<PostReply> {
  const reply = await server.post(request);
  if (reply.kind !== 'done' || !reply.changed) return reply;
  sync.send({ type: 'sync.request' });
  const { value, context } = await waitFor(sync, (state) => !isSyncing(state.value));
  if (value === 'idle') return reply;
  return { kind: 'retry', message: context.problem ?? '' };
}

function isSyncing(state: string): boolean {
  return state === 'syncing' || state === 'judging';
}

async function leave(): Promise<void> {
  const isSignedIn = desk?.user !== undefined || practised !== undefined;
  practised = undefined;
  await clearDesk();
  if (isSignedIn) await transport.signOut();
}

async function clearDesk(): Promise<void> {
  const left = desk;
  desk = undefined;
  await left?.leave();
}

/** The one who worked here leaves nothing behind, as on signing out. Whoever practises stays signed in. */
async function switchUser({ actAs, practise }: AnotherUser): Promise<void> {
  if (practise === undefined && practised === undefined) acceptedUser(await transport.actAs(actAs));
  practised = practise;
  await clearDesk();
}

async function openDesk(owner: DeskOwner): Promise<Desk> {
  desk?.close();
  desk = undefined;
  const opened = await Desk.open(owner, () => location.reload());
  Desk.forgetSearches(opened);
  const { sandbox, user, name } = opened;
  const look = () => {
    void showDevice();
    session.send({ type: 'refresh' });
  };
  const stopCommits = sandbox.observeCommits(({ restored }) => {
    look();
    if (!restored && user !== undefined) sync.send({ type: 'sync.request' });
  });
  opened.atEnd(stopCommits);
  opened.atEnd(sandbox.observeCatchUps(look));
  if (user !== undefined) opened.atEnd(syncRegularly(name));
  desk = opened;
  owners = user && ownersAround(user);
  return opened;
}

function ownersAround({ groups }: SignedInUser): OwnerDirectory {
  const ask = (ids: readonly string[]) => transport.owners(ids);
  return new OwnerDirectory(groups, ask, () => session.send({ type: 'refresh' }));
}

/** One tab of this user asks the server by itself; any tab may on request. */
function syncRegularly(name: string): () => void {
  let timer: ReturnType<typeof setInterval> | undefined;
  let asked = Date.now();
  const request = () => {
    asked = Date.now();
    sync.send({ type: 'sync.request' });
  };
  const requestWhenDue = () => {
    const { workspace } = session.getSnapshot().context;
    if (Date.now() - asked >= syncInterval(workspace?.app.profile.properties)) request();
  };
  const stopLeading = seekLead(name, () => {
    timer = setInterval(requestWhenDue, LOOK_INTERVAL);
    addEventListener('online', request);
  });
  return () => {
    stopLeading();
    clearInterval(timer);
    removeEventListener('online', request);
  };
}

async function runSync(failures: number): Promise<SyncReport> {
  // Files and practice have nobody to send for; whoever comes back from them asks anew.
  if (desk?.user === undefined) throw new Error('Nobody is signed in');
  const report = await desk.synchronize(transport, failures);
  await showDevice();
  return report;
}

async function showDevice(): Promise<void> {
  app.device = (await desk?.readDevice()) ?? emptyDevice;
  app.sync = desk?.user === undefined ? undefined : sync;
}

/** What the person decides about a form that the server did not accept. */
async function settle({ action, instanceId }: CaseOutboxEvent): Promise<void> {
  const store = desk?.sandbox.store;
  if (store === undefined || !(await settleForm(store, action, instanceId))) return;
  await showDevice();
  sync.send({ type: 'sync.request' });
}

async function forgetMoved(caseIds: readonly string[]): Promise<void> {
  await desk?.sandbox.store.forgetMoved(caseIds);
  await showDevice();
}

async function deleteDraft(id: string): Promise<void> {
  await desk?.sandbox.store.deleteDraft(id);
  await showDevice();
}

/** The title and the language of the page follow the place and the language of the app. */
function showDocument(project: Project | undefined, workspace: Workspace | undefined): void {
  const crumbs = workspace?.session.breadcrumbs ?? [];
  const names = [crumbs.at(-1)?.text, project?.name, PRODUCT];
  document.title = [...new Set(names.filter(Boolean))].join(' – ');
  void pageLanguage.show(workspace?.language ?? '');
}

/** An app from files has no server on which anything could be changed. */
function settingsOf(place: AdminPlace): string | undefined {
  return desk?.user === undefined ? undefined : `/admin${adminAddress(place)}`;
}

adoptTheme(document);
keepAddress(session);
guardLeaving(() => session.getSnapshot().children.formEntry as FormEntryActor | undefined);
const app: CaseApp = document.createElement('case-app');
app.actor = session;
app.owners = (id) => owners?.owner(id);
app.settings = settingsOf;
app.peopleToActAs = (search) => transport.peopleToActAs(search);
app.media = (source) => media.url(session.getSnapshot().context.workspace?.app, source);
app.interfaceLanguage = pageLanguage.chosen;
app.addEventListener('case-language', ({ language }) => {
  app.interfaceLanguage = language;
  pageLanguage.choose(language);
});
app.addEventListener('case-outbox', (event) => void settle(event));
app.addEventListener('case-draft-delete', ({ id }) => void deleteDraft(id));
app.addEventListener('case-moved-read', ({ caseIds }) => void forgetMoved(caseIds));
app.addEventListener('case-load-cancel', () => cancelling?.abort());
sync.start();
session.start();
session.subscribe(({ context }) => {
  showDocument(context.project, context.workspace);
  void showDevice();
});
addEventListener('offline', () => void showDevice());
addEventListener('online', () => void showDevice());
document.body.append(app);
new InspectorDock(app, session);
