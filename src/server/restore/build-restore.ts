import { randomUUID } from 'node:crypto';
import { locationsFixture } from '../../openrosa/locations-fixture.ts';
import { noCandidateFixture } from '../../openrosa/no-candidate-fixture.ts';
import type { Fixture } from '../../openrosa/restore.ts';
import { userGroupsFixture } from '../../openrosa/user-groups-fixture.ts';
import { writeRestore } from '../../openrosa/write-restore.ts';
import type { Principal } from '../auth/credential-check.ts';
import type { DirectoryCache } from '../directory/directory-cache.ts';
import type { ProjectDirectory } from '../directory/project-directory.ts';
import type { Services } from '../services.ts';
import type { ProjectRow } from '../sql/projects.ts';
import {
  deleteOldSyncTokens,
  deleteSyncToken,
  findSyncToken,
  insertSyncToken,
} from '../sql/sync-tokens.ts';
import type { SyncTokenRow } from '../sql/sync-tokens.ts';
import type { CaseNews } from './read-case-news.ts';
import { readCaseNews } from './read-case-news.ts';
import { registrationOf } from './registration.ts';

/** More devices of one user than this have to restore in full now and then. */
const TOKENS_PER_USER = 20;

/**
 * The restore of a user as XML: everything, or with a token only what has changed since; `undefined` when the token is not
 * one of the user's.
 */
export async function buildRestore(
  services: Services,
  directories: DirectoryCache,
  principal: Principal,
  since: string | undefined,
): Promise<string | undefined> {
  const base = await findBase(services, principal, since);
  if (base === 'unknown') return undefined;
  const directory = await directories.of(principal.project);
  const ownerIds = directory.ownerIds(principal.user.userId);
  const news = await readCaseNews(services.database, principal, ownerIds, base);
  const pieces = writeRestore({
    syncToken: await keepToken(services, principal, news, base),
    registration: registrationOf(principal, directory),
    fixtures: fixturesFor(principal, directory, base),
    cases: news.cases,
    removals: news.removals,
  });
  return [...pieces].join('');
}

async function findBase(
  { database }: Services,
  { user }: Principal,
  since: string | undefined,
): Promise<SyncTokenRow | 'unknown' | undefined> {
  if (since === undefined) return undefined;
  return (await findSyncToken(database, user.userId, since)) ?? 'unknown';
}

/** The owners always, because leaving a group leaves no trace; the locations when anything in the directory has changed. */
function fixturesFor(
  { user, project }: Principal,
  directory: ProjectDirectory,
  base: SyncTokenRow | undefined,
): Fixture[] {
  const { userId } = user;
  const owners = [
    userGroupsFixture(userId, directory.candidates(userId)),
    noCandidateFixture(userId, directory.noCandidateReason(userId)),
  ];
  if (base?.directoryVersion === project.directoryVersion) return owners;
  return [...owners, locationsFixture(directory.user(userId), directory.data)];
}

/** The token that stands for what the client holds after this restore: the old one when nothing has changed. */
async function keepToken(
  services: Services,
  { user, project }: Principal,
  news: CaseNews,
  base: SyncTokenRow | undefined,
): Promise<string> {
  // The client has shown that it holds `base`; it will not come back with the one before.
  if (base?.previous) await deleteSyncToken(services.database, user.userId, base.previous);
  if (base !== undefined && isUnchanged(news, base, project)) return base.token;
  const token = randomUUID();
  await insertSyncToken(services.database, {
    token,
    userId: user.userId,
    sequence: news.sequence,
    directoryVersion: project.directoryVersion,
    caseIds: [...news.live],
    previous: base?.token ?? null,
    createdAt: new Date(services.now()),
  });
  await deleteOldSyncTokens(services.database, user.userId, TOKENS_PER_USER);
  return token;
}

function isUnchanged(news: CaseNews, base: SyncTokenRow, project: ProjectRow): boolean {
  const sameDirectory = base.directoryVersion === project.directoryVersion;
  return sameDirectory && news.cases.length === 0 && news.removals.length === 0;
}
