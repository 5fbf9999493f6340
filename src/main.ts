import { createActor, fromPromise } from 'xstate';
import type { CaseApp } from './elements/case/case-app.ts';
import './elements/case/case-app.ts';
import { AppMedia } from './elements/case/app-media.ts';
import type { DeviceState } from './elements/case/device-state.ts';
import type { CaseOutboxEvent } from './elements/events/case-outbox-event.ts';
import { languageDirection, languageTag } from './elements/form/form-language.ts';
import { saveFile } from './elements/shared/save-file.ts';
import { platformEnvironment } from './platform/platform-environment.ts';
import { registerStrings } from './elements/strings/registry.ts';
import { fr } from './elements/strings/fr.ts';
import { adoptTheme } from './elements/theme/adopt-theme.ts';
import { appSessionMachine } from './machines/app-session.ts';
import type { GivenFile } from './machines/app-session.ts';
import { openGivenFiles } from './machines/open-given-files.ts';
import { syncMachine } from './machines/sync.ts';
import { Workspace } from './machines/workspace.ts';
import { deviceId } from './storage/device-id.ts';
import { LastOwner } from './storage/last-owner.ts';
import { fetchFirstApp } from './storage/fetch-app-files.ts';
import type { FetchedApp } from './storage/fetch-app-files.ts';
import { FetchTransport } from './storage/fetch-transport.ts';
import { IndexedDbUserStore } from './storage/indexeddb-user-store.ts';
import { keepStorage } from './storage/keep-storage.ts';
import { seekLead } from './storage/leader.ts';
import { databaseName, openDatabase } from './storage/open-database.ts';
import { shareCommits, TabChannel } from './storage/tab-channel.ts';
import { wipe } from './storage/wipe.ts';
import type { AppDefinition } from './suite/app-definition.ts';
import { loadAppDefinition } from './suite/definition/load-app-definition.ts';
import { loadCcz } from './suite/load-ccz.ts';
import type { SyncReport } from './sync/synchronize.ts';
import { synchronize } from './sync/synchronize.ts';
import { takeRestore } from './sync/take-restore.ts';
import type { SignedInUser } from './sync/transport.ts';
import { UserSandbox } from './sync/user-sandbox.ts';

// The web app: the one place that knows storage, machines and elements at once.

const PRODUCT = 'Caseload';
const VERSION = `${PRODUCT} 0.1.0`;
const SYNC_INTERVAL = 5 * 60_000;

const transport = new FetchTransport();
const media = new AppMedia();
/** What belongs to the user who works just now, and ends with signing out. */
interface Desk {
  readonly sandbox: UserSandbox;
  /** `undefined` for an app from files. */
  readonly user: SignedInUser | undefined;
  /** Name of the database that the sandbox is kept in. */
  readonly database: string;
  readonly close: () => void;
}

let desk: Desk | undefined;

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
      resume: fromPromise(async () => {
        const reply = await transport.whoAmI();
        return reply.kind === 'signedIn' ? openProject(reply.user) : undefined;
      }),
      signIn: fromPromise(async ({ input }) =>
        openProject(await authenticate(input.username, input.password)),
      ),
      openFiles: fromPromise(({ input }) => openFiles(input.files)),
      signOut: fromPromise(leave),
    },
  }),
);

async function authenticate(username: string, password: string): Promise<SignedInUser> {
  const reply = await transport.signIn(username, password);
  if (reply.kind === 'signedIn') return reply.user;
  if (reply.kind !== 'offline') throw new Error(reply.message);
  throw new Error('The server cannot be reached. Check that you are connected, then try again.');
}

/** What has all been sent does not stay behind on a computer that others may use; what waits does, for its user. */
async function leave(): Promise<void> {
  const left = desk;
  if (left === undefined) return;
  const { store } = left.sandbox;
  const [outbox, drafts] = await Promise.all([store.readOutbox(), store.readDrafts()]);
  closeDesk();
  if (outbox.length + drafts.length === 0) {
    await wipe(left.database);
    new LastOwner(left.database).forget();
  }
  if (left.user !== undefined) await transport.signOut();
}

async function openProject(user: SignedInUser): Promise<Workspace> {
  const sandbox = await openDesk(user.domain, user.userId, user);
  if (sandbox.record === undefined) await firstRestore(sandbox);
  const app = readApp(await fetchFirstApp());
  sync.send({ type: 'sync.request' });
  const { userId, username, displayName: name } = user;
  const worker = { userId, username, name, isAdministrator: user.role === 'admin' };
  const workspace = newWorkspace(app, sandbox, worker, user.project);
  if (app.languages.includes(user.language)) workspace.language = user.language;
  return workspace;
}

async function openFiles(files: readonly GivenFile[]): Promise<Workspace> {
  const { app, restore } = openGivenFiles(files);
  const { userId = 'guest', username = 'guest' } = restore.registration ?? {};
  const sandbox = await openDesk(`file:${app.profile.uniqueId}`, userId, undefined);
  const taken = await takeRestore(sandbox, restore, { full: true, now: platformEnvironment.now() });
  if (taken.kind === 'refused') throw new Error(taken.message);
  return newWorkspace(app, sandbox, { userId, username, name: username }, app.profile.name);
}

function newWorkspace(
  app: AppDefinition,
  sandbox: UserSandbox,
  user: Workspace['user'],
  project: string,
): Workspace {
  const device = {
    deviceId: deviceId(platformEnvironment.uuid),
    appVersion: `${VERSION}, App ${app.profile.version}`,
  };
  const lastOwner = new LastOwner(desk?.database ?? '');
  const place = { environment: platformEnvironment, lastOwner, ...device };
  return new Workspace({ app, sandbox, user, project, ...place });
}

/** Without the first restore nobody knows the user's groups and cases. */
async function firstRestore(sandbox: UserSandbox): Promise<void> {
  const { end } = await synchronize(sandbox, transport, platformEnvironment, { failures: 0 });
  if (end.kind !== 'done') throw new Error(end.message);
}

function readApp({ kind, files, name }: FetchedApp): AppDefinition {
  const [[path, bytes] = ['', new Uint8Array()]] = files;
  if (kind === 'archive') return loadCcz(bytes, path);
  const decoder = new TextDecoder();
  const texts = new Map([...files].map(([file, content]) => [file, decoder.decode(content)]));
  const json = texts.get('app.json');
  if (json === undefined) throw new Error(`The app ${name} has no app.json`);
  return loadAppDefinition(JSON.parse(json), texts);
}

async function openDesk(
  project: string,
  userId: string,
  user: SignedInUser | undefined,
): Promise<UserSandbox> {
  closeDesk();
  const name = databaseName(project, userId);
  const database = await openDatabase(name, {
    outdated: () => location.reload(),
    terminated: () => location.reload(),
  });
  const sandbox = await UserSandbox.open(new IndexedDbUserStore(database), userId);
  const channel = new TabChannel(name);
  const endings = [
    shareCommits(sandbox, channel),
    sandbox.observeCatchUps(() => {
      void showDevice();
      session.send({ type: 'refresh' });
    }),
    sandbox.observeCommits(({ restored }) => {
      void showDevice();
      session.send({ type: 'refresh' });
      if (!restored && user !== undefined) sync.send({ type: 'sync.request' });
    }),
    user === undefined ? () => undefined : syncRegularly(name),
    () => channel.close(),
    () => database.close(),
  ];
  desk = { sandbox, user, database: name, close: () => endings.forEach((end) => end()) };
  void keepStorage();
  return sandbox;
}

/** What one user did and heard is not the next one's to see. */
function closeDesk(): void {
  desk?.close();
  desk = undefined;
  lastSync = undefined;
  sent = [];
  moved = [];
}

/** One tab of this user asks the server by itself; any tab may on request. */
function syncRegularly(name: string): () => void {
  let timer: ReturnType<typeof setInterval> | undefined;
  const request = () => sync.send({ type: 'sync.request' });
  const stopLeading = seekLead(name, () => {
    timer = setInterval(request, SYNC_INTERVAL);
    addEventListener('online', request);
  });
  return () => {
    stopLeading();
    clearInterval(timer);
    removeEventListener('online', request);
  };
}

async function runSync(failures: number): Promise<SyncReport> {
  if (desk === undefined) throw new Error('Nobody is signed in');
  const report = await synchronize(desk.sandbox, transport, platformEnvironment, { failures });
  if (report.end.kind === 'done') lastSync = new Date();
  sent = [...sent, ...report.sent];
  for (const { kind, name, newOwner } of report.departed) {
    if (kind === 'moved') moved = [...moved, { name, newOwner }];
  }
  await showDevice();
  return report;
}

let lastSync: Date | undefined;
let sent: DeviceState['sent'] = [];
let moved: DeviceState['moved'] = [];

/** Reads from the store what the frame shows. */
async function showDevice(): Promise<void> {
  const store = desk?.sandbox.store;
  const [outbox, saved] = store
    ? await Promise.all([store.readOutbox(), store.readDrafts()])
    : [[], []];
  const unsent = outbox.map((item) => ({
    instanceId: item.instanceId,
    formName: item.formName,
    caseName:
      item.caseIds.map((id) => desk?.sandbox.database.get(id)?.caseName).find(Boolean) ?? '',
    finished: new Date(item.savedAt),
    state: item.state,
    reason: item.message ?? '',
  }));
  const drafts = saved.map(({ id, title, caseName, savedAt, ownerPending }) => ({
    id,
    ownerPending,
    formName: title,
    caseName,
    lastModified: new Date(savedAt),
    answered: undefined,
  }));
  app.device = {
    unsent,
    drafts,
    offline: !navigator.onLine,
    lastSync,
    sent,
    moved,
  };
  app.sync = desk?.user === undefined ? undefined : sync;
}

/** What the person decides about a form that the server did not accept. */
async function settleForm({ action, instanceId }: CaseOutboxEvent): Promise<void> {
  const store = desk?.sandbox.store;
  switch (action) {
    case 'export': {
      const submission = await store?.readSubmission(instanceId);
      if (submission) saveFile(`${instanceId}.xml`, 'text/xml', submission.xml);
      return;
    }
    case 'retry':
      await store?.retryRejected(instanceId);
      break;
    case 'delete':
      await store?.discardRejected(instanceId);
  }
  await showDevice();
  // Also after a deletion: what the form had done to cases on this computer is undone by a restore.
  sync.send({ type: 'sync.request' });
}

async function deleteDraft(id: string): Promise<void> {
  await desk?.sandbox.store.deleteDraft(id);
  await showDevice();
}

/** The title, language and direction of the page follow the place and the language of the app. */
function showDocument({ workspace }: { readonly workspace: Workspace | undefined }): void {
  const crumbs = workspace?.session.breadcrumbs ?? [];
  const names = [crumbs.at(-1)?.text, workspace?.project, PRODUCT];
  document.title = [...new Set(names.filter(Boolean))].join(' – ');
  const tag = languageTag(workspace?.language ?? '');
  if (tag === '' || tag === document.documentElement.lang) return;
  document.documentElement.lang = tag;
  document.documentElement.dir = languageDirection(tag);
}

function peopleOf(ownerId: string): readonly string[] {
  const group = desk?.user?.groups.find((each) => each.id === ownerId);
  return group?.members.map((member) => member.displayName) ?? [];
}

adoptTheme(document);
registerStrings(fr);
const app: CaseApp = document.createElement('case-app');
app.actor = session;
app.people = peopleOf;
app.media = (source) => media.url(session.getSnapshot().context.workspace?.app, source);
app.addEventListener('case-outbox', (event) => void settleForm(event));
app.addEventListener('case-draft-delete', ({ id }) => void deleteDraft(id));
sync.start();
session.start();
session.subscribe(({ context }) => {
  showDocument(context);
  void showDevice();
});
addEventListener('offline', () => void showDevice());
addEventListener('online', () => void showDevice());
document.body.append(app);
