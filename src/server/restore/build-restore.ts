import { randomUUID } from 'node:crypto';
import type { OwnerId } from '../../case/case.ts';
import { locationsFixture } from '../../openrosa/locations-fixture.ts';
import { noCandidateFixture } from '../../openrosa/no-candidate-fixture.ts';
import type { Fixture } from '../../openrosa/restore.ts';
import { userGroupsFixture } from '../../openrosa/user-groups-fixture.ts';
import { restoreParts, writeRestoredCase } from '../../openrosa/write-restore.ts';
import type { Principal } from '../auth/credential-check.ts';
import type { DirectoryCache } from '../directory/directory-cache.ts';
import type { ProjectDirectory } from '../directory/project-directory.ts';
import type { Services } from '../services.ts';
import type { Queries } from '../sql/database.ts';
import type { ProjectRow } from '../sql/projects.ts';
import {
  deleteOldSyncTokens,
  deleteSyncToken,
  findSyncToken,
  insertSyncToken,
} from '../sql/sync-tokens.ts';
import type { SyncTokenRow } from '../sql/sync-tokens.ts';
import { casesInBatches } from './cases-in-batches.ts';
import { lookupTableFixtures } from './lookup-tables.ts';
import type { CaseNews } from './read-case-news.ts';
import { readCaseNews } from './read-case-news.ts';
import { registrationOf } from './registration.ts';
import type { RestoreRequest } from './restore-request.ts';
import { stateMatches } from './state-matches.ts';

/** More devices of one user than this have to restore in full now and then. */
const TOKENS_PER_USER = 20;

/** Where a restore goes. Its first piece comes when all is decided. */
export interface RestoreSink {
  /** `cases` is how many of them the text has. */
  write(text: string, cases?: number): Promise<void>;
}

/**
 * Writes the restore of a user as XML: everything, or with a token only what has changed since. Resolves to false, and has written
 * nothing, when the token is not one of the user's or the client holds something else than it stands for.
 */
export async function buildRestore(
  services: Services,
  directories: DirectoryCache,
  principal: Principal,
  request: RestoreRequest,
  sink: RestoreSink,
): Promise<boolean> {
  const { database } = services;
  const { userId } = principal.user;
  const base = await findBase(services, principal, request);
  if (base === 'unknown') return false;
  const directory = await directories.of(principal.project);
  const content: RestoreSubject = { services, principal, directory, request, base };
  // The client has shown that it holds `base`; it will not come back with the one before.
  if (base?.previous) await deleteSyncToken(database, userId, base.previous);
  const known = await database.transaction((queries) => writeMoment(queries, content, sink));
  if (known) await deleteOldSyncTokens(database, userId, TOKENS_PER_USER);
  return known;
}

interface RestoreSubject {
  readonly services: Services;
  readonly principal: Principal;
  readonly directory: ProjectDirectory;
  readonly request: RestoreRequest;
  readonly base: SyncTokenRow | undefined;
}

async function findBase(
  { database }: Services,
  { user }: Principal,
  { since }: RestoreRequest,
): Promise<SyncTokenRow | 'unknown' | undefined> {
  if (since === undefined) return undefined;
  return (await findSyncToken(database, user.userId, since)) ?? 'unknown';
}

/** In one transaction that sees one moment, so that the token stands for exactly what was sent. */
async function writeMoment(
  queries: Queries,
  subject: RestoreSubject,
  sink: RestoreSink,
): Promise<boolean> {
  await queries.exec('set transaction isolation level repeatable read');
  const { principal, directory, request, base } = subject;
  const { projectId } = principal.project;
  const ownerIds = directory.ownerIds(principal.user.userId);
  if (!(await isInStep(queries, projectId, subject, ownerIds))) return false;
  const news = await readCaseNews(queries, projectId, ownerIds, base, request.audience);
  const parts = restoreParts(await contentOf(queries, subject, news));
  await sink.write(parts.start.join(''));
  for await (const batch of casesInBatches(queries, projectId, news.changed)) {
    const text = batch.map((of) => writeRestoredCase(of, request.audience)).join('');
    await sink.write(text, batch.length);
  }
  const farewells = news.farewells.map((of) => writeRestoredCase(of, request.audience));
  await sink.write([...farewells, ...parts.end].join(''), farewells.length);
  return true;
}

async function isInStep(
  queries: Queries,
  projectId: number,
  { request, base }: RestoreSubject,
  ownerIds: ReadonlySet<OwnerId>,
): Promise<boolean> {
  if (base === undefined || request.state === undefined) return true;
  return stateMatches(queries, projectId, base, ownerIds, request.state);
}

async function contentOf(
  queries: Queries,
  { services, principal, directory, request, base }: RestoreSubject,
  news: CaseNews,
) {
  const count = news.changed.length + news.farewells.length;
  return {
    syncToken: await keepToken(services, queries, principal, news, base),
    registration: registrationOf(principal, directory),
    fixtures: await fixturesFor(queries, principal, directory, request, base),
    removals: news.removals,
    audience: request.audience,
    caseCount: request.counted ? count : undefined,
  };
}

/** The owners always, because leaving a group leaves no trace; places and tables when anything in the project has changed. */
async function fixturesFor(
  queries: Queries,
  { user, project }: Principal,
  directory: ProjectDirectory,
  { audience }: RestoreRequest,
  base: SyncTokenRow | undefined,
): Promise<Fixture[]> {
  const { userId } = user;
  const owners = [userGroupsFixture(userId, directory.candidates(userId))];
  if (audience === 'caseload') {
    owners.push(noCandidateFixture(userId, directory.noCandidateReason(userId)));
  }
  if (base?.directoryVersion === project.directoryVersion) return owners;
  return [
    ...owners,
    locationsFixture(directory.user(userId), directory.data),
    ...(await lookupTableFixtures(queries, project.projectId, userId, directory.data)),
  ];
}

/** The token that stands for what the client holds after this restore: the old one when nothing has changed. */
async function keepToken(
  services: Services,
  queries: Queries,
  { user, project }: Principal,
  news: CaseNews,
  base: SyncTokenRow | undefined,
): Promise<string> {
  if (base !== undefined && isUnchanged(news, base, project)) return base.token;
  const token = randomUUID();
  await insertSyncToken(queries, {
    token,
    userId: user.userId,
    sequence: news.sequence,
    directoryVersion: project.directoryVersion,
    caseIds: [...news.live],
    previous: base?.token ?? null,
    createdAt: new Date(services.now()),
  });
  return token;
}

function isUnchanged(news: CaseNews, base: SyncTokenRow, project: ProjectRow): boolean {
  const sameDirectory = base.directoryVersion === project.directoryVersion;
  return sameDirectory && news.changed.length === 0 && news.removals.length === 0;
}
