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
import { lockProject } from '../sql/projects.ts';
import { NO_SETTINGS, offeredApps } from './project-apps.ts';
import { readUploadedApp } from './read-uploaded-app.ts';

/**
 * Takes an app in: a new one, or a new version of the one that has its id (or of `appId`, where it is given), which then is the current
 * one. Returns its id. Throws AppUploadError.
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

/** What can stand in addresses, and stays the same for the same app. */
function idFrom(uniqueId: string): string {
  return uniqueId.replaceAll(/[^\w-]+/g, '-').slice(-80) || 'app';
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
    await saveAppSettings(queries, project.projectId, appId, settings);
    const change = { kind: 'app.save', appId, name: settings.name || appId };
    return { change, before: settingsOf(known), after: settings };
  });
}

function idOf(each: Awaited<ReturnType<typeof offeredApps>>[number]): string {
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

/** Forgets an app that was uploaded, with all its versions. What people have begun with it stays with them. */
export async function removeApp(
  services: Services,
  principal: Principal,
  appId: string,
): Promise<void> {
  const { projectId } = principal.project;
  await audited(services, principal, async (queries) => {
    const known = (await selectApps(queries, projectId)).find((app) => app.appId === appId);
    if (known?.content == null) refuse(`There is no uploaded app ${appId}.`);
    await deleteApp(queries, projectId, appId);
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
