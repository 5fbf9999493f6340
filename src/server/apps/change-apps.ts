import { createHash } from 'node:crypto';
import { DirectoryChangeError } from '../../case/ownership/directory-change.ts';
import type { AppSettings } from '../../project/project-app.ts';
import type { Principal } from '../auth/credential-check.ts';
import type { Services } from '../services.ts';
import {
  deleteApp,
  findAppBytes,
  insertAppVersion,
  saveAppSettings,
  selectApps,
} from '../sql/apps.ts';
import { insertAuditEntry } from '../sql/audit.ts';
import type { Queries } from '../sql/database.ts';
import { selectGroups } from '../sql/directory.ts';
import { lockProject } from '../sql/projects.ts';
import { nameIn } from '../app-catalog.ts';
import type { AppContent } from '../sql/apps.ts';
import type { OfferedApp } from './project-apps.ts';
import { NO_SETTINGS, offeredApps } from './project-apps.ts';
import { AppUploadError, readUploadedApp } from './read-uploaded-app.ts';

/**
 * Takes an app in: a new one, or a new version of the one that has its id (or of `appId`, where it is given), which then is the current
 * one. Returns its id. Throws AppUploadError, also where no app is given and it would replace one that is called or made otherwise.
 */
export async function uploadApp(
  services: Services,
  principal: Principal,
  { bytes, file, appId }: { bytes: Uint8Array; file: string; appId: string | undefined },
): Promise<string> {
  const { uniqueId, content } = readUploadedApp(bytes, file);
  const { project, user } = principal;
  const { projectId } = project;
  const id = appId ?? idFrom(uniqueId);
  await audited(services, principal, async (queries) => {
    const offered = await offeredApps({ ...services, database: queries }, project);
    if (appId === undefined) checkSame(offered, id, content, project.language);
    const known = (await selectApps(queries, projectId)).find((app) => app.appId === id);
    const settings = known ?? NO_SETTINGS;
    await saveAppSettings(queries, projectId, id, settings);
    const upload = { bytes, at: new Date(services.now()), userId: user.userId };
    const version = await insertAppVersion(queries, { projectId, appId: id }, content, upload);
    await saveAppSettings(queries, projectId, id, { ...settings, currentVersion: version });
    const change = { kind: 'app.upload', appId: id, name: content.ownName, file, version };
    return { change, before: settingsOf(known), after: { ...settings, currentVersion: version } };
  });
  return id;
}

/** What can stand in addresses, and stays the same for the same app. Where more than separators is lost, a digest keeps apps apart. */
function idFrom(uniqueId: string): string {
  const id = uniqueId.replaceAll(/[^\w-]+/g, '-').slice(-80);
  const isTold = uniqueId.length <= 80 && /^[\w\s./:-]*$/.test(uniqueId);
  return isTold ? id : `${id}-${createHash('sha256').update(uniqueId).digest('hex').slice(0, 8)}`;
}

/** Ids are given by whoever makes apps and forms, and two of them may have the same. */
function checkSame(
  offered: readonly OfferedApp[],
  id: string,
  { kind, ownName, file }: AppContent,
  language: string,
): void {
  const taken = offered.find((each) => idOf(each) === id);
  if (taken === undefined || (kindOf(taken) === kind && ownNameOf(taken, language) === ownName))
    return;
  throw new AppUploadError(
    `${file} (${ownName}) has the id of ${ownNameOf(taken, language)}: choose which app this is a version of.`,
  );
}

function kindOf(each: OfferedApp): 'ccz' | 'form' {
  return each.kind === 'uploaded' ? each.app.content.kind : 'ccz';
}

function ownNameOf(each: OfferedApp, language: string): string {
  return each.kind === 'uploaded' ? each.app.content.ownName : nameIn(each.app, language);
}

/** Settles something about an app. Throws DirectoryChangeError for an app, a version or a group that is not there. */
export async function saveApp(
  services: Services,
  principal: Principal,
  appId: string,
  settings: AppSettings,
): Promise<void> {
  const { project } = principal;
  const offered = await offeredApps(services, project);
  if (!offered.some((each) => idOf(each) === appId)) refuse(`There is no app ${appId}.`);
  await audited(services, principal, async (queries) => {
    const known = (await selectApps(queries, project.projectId)).find((app) => app.appId === appId);
    await checkVersion(queries, project.projectId, appId, settings, known?.content != null);
    await checkGroups(queries, project.projectId, settings, known);
    await saveAppSettings(queries, project.projectId, appId, settings);
    const change = { kind: 'app.save', appId, name: settings.name || appId };
    return { change, before: settingsOf(known), after: settings };
  });
}

function idOf(each: OfferedApp): string {
  return each.kind === 'uploaded' ? each.app.appId : each.app.id;
}

/** An app that was uploaded has one of its versions, another none. */
async function checkVersion(
  queries: Queries,
  projectId: number,
  appId: string,
  { currentVersion }: AppSettings,
  isUploaded: boolean,
): Promise<void> {
  const isThere =
    currentVersion === null
      ? !isUploaded
      : (await findAppBytes(queries, projectId, appId, currentVersion)) !== undefined;
  if (!isThere) refuse(`The app ${appId} has no such version: choose one of its versions.`);
}

/** A group that was removed meanwhile may stay. */
async function checkGroups(
  queries: Queries,
  projectId: number,
  { groupIds }: AppSettings,
  known: AppSettings | undefined,
): Promise<void> {
  const groups = new Set((await selectGroups(queries, projectId)).map(({ groupId }) => groupId));
  const unknown = groupIds.find((id) => !groups.has(id) && !known?.groupIds.includes(id));
  if (unknown !== undefined) refuse(`There is no group ${unknown}: choose groups of the project.`);
}

/**
 * Forgets an app that was uploaded, with all its versions. One of the server's folder that it has hidden comes back as it was settled.
 * What people have begun with it stays with them.
 */
export async function removeApp(
  services: Services,
  principal: Principal,
  appId: string,
): Promise<void> {
  const { project } = principal;
  const { projectId } = project;
  await audited(services, principal, async (queries) => {
    const known = (await selectApps(queries, projectId)).find((app) => app.appId === appId);
    if (known?.content == null) refuse(`There is no uploaded app ${appId}.`);
    await deleteApp(queries, projectId, appId);
    const left = await offeredApps({ ...services, database: queries }, project);
    if (left.some((each) => idOf(each) === appId))
      await saveAppSettings(queries, projectId, appId, { ...known, currentVersion: null });
    const change = { kind: 'app.delete', appId, name: known.name || known.content.ownName };
    return { change, before: settingsOf(known), after: {} };
  });
}

/** Makes a change in one transaction and writes down who made it. */
async function audited(
  { database, now }: Services,
  { user, actor, project }: Principal,
  work: (queries: Queries) => Promise<{ change: unknown; before: unknown; after: unknown }>,
): Promise<void> {
  await database.transaction(async (queries) => {
    await lockProject(queries, project.projectId);
    const entry = await work(queries);
    const userId = (actor ?? user).userId;
    await insertAuditEntry(queries, project.projectId, { at: new Date(now()), userId, ...entry });
  });
}

function settingsOf(known: AppSettings | undefined): object {
  if (known === undefined) return {};
  const { name, caseSharing, groupIds, currentVersion } = known;
  return { name, caseSharing, groupIds, currentVersion };
}

function refuse(message: string): never {
  throw new DirectoryChangeError(message);
}
