import { randomUUID } from 'node:crypto';
import type { Case, CaseId, OwnerId } from '../../case/case.ts';
import { liveCases } from '../../case/closure.ts';
import { locationsFixture } from '../../openrosa/locations-fixture.ts';
import { userGroupsFixture } from '../../openrosa/user-groups-fixture.ts';
import { writeRestore } from '../../openrosa/write-restore.ts';
import type { Principal } from '../auth/credential-check.ts';
import type { DirectoryCache } from '../directory/directory-cache.ts';
import { mobileWorker } from '../directory/project-directory.ts';
import type { Services } from '../services.ts';
import { selectCases, selectCasesTouchedBy, selectReachableCases } from '../sql/cases.ts';
import type { Queries } from '../sql/database.ts';
import { findProjectById } from '../sql/projects.ts';
import {
  deleteOldSyncTokens,
  deleteSyncToken,
  findSyncToken,
  insertSyncToken,
} from '../sql/sync-tokens.ts';
import type { SyncTokenRow } from '../sql/sync-tokens.ts';
import { caseDifferences } from './case-differences.ts';
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
  const { user, project } = principal;
  const base = since && (await findSyncToken(services.database, user.userId, since));
  if (since !== undefined && !base) return undefined;
  const directory = await directories.of(project);
  const news = await readNews(
    services,
    principal,
    directory.ownerIds(user.userId),
    base || undefined,
  );
  const syncToken = await keepToken(services, principal, news, base || undefined);
  const pieces = writeRestore({
    syncToken,
    registration: registrationOf(principal, directory),
    fixtures: [
      userGroupsFixture(user.userId, directory.candidates(user.userId)),
      locationsFixture(mobileWorker(user.userId), directory.data, directory.tree),
    ],
    cases: news.cases,
    removals: news.removals,
  });
  return [...pieces].join('');
}

/** What the user may hold at one moment, and what of it the client does not know. */
interface News {
  readonly sequence: number;
  readonly live: ReadonlySet<CaseId>;
  readonly cases: readonly Case[];
  readonly removals: readonly CaseId[];
}

function readNews(
  services: Services,
  { user, project: { projectId } }: Principal,
  ownerIds: ReadonlySet<OwnerId>,
  base: SyncTokenRow | undefined,
): Promise<News> {
  return services.database.transaction(async (queries) => {
    await readOneMoment(queries);
    const sequence = (await findProjectById(queries, projectId))!.sequence;
    const cases = await selectReachableCases(queries, projectId, [...ownerIds]);
    const live = liveCases(cases, ownerIds);
    const held = base && {
      caseIds: [
        ...base.caseIds,
        ...(await selectCasesTouchedBy(queries, projectId, user.userId, base.sequence)),
      ],
      sequence: base.sequence,
    };
    const { changed, removals } = caseDifferences(cases, live, held);
    return { sequence, live, cases: await selectCases(queries, projectId, changed), removals };
  });
}

/** All statements of the transaction see the same state, so that the token stands for exactly what was sent. */
function readOneMoment(queries: Queries): Promise<void> {
  return queries.exec('set transaction isolation level repeatable read, read only');
}

/** The token that stands for what the client holds after this restore: the old one when nothing has changed. */
async function keepToken(
  services: Services,
  { user }: Principal,
  news: News,
  base: SyncTokenRow | undefined,
): Promise<string> {
  // The client has shown that it holds `base`; it will not come back with the one before.
  if (base?.previous) await deleteSyncToken(services.database, user.userId, base.previous);
  if (base !== undefined && news.cases.length === 0 && news.removals.length === 0)
    return base.token;
  const token = randomUUID();
  await insertSyncToken(services.database, {
    token,
    userId: user.userId,
    sequence: news.sequence,
    caseIds: [...news.live],
    previous: base?.token ?? null,
    createdAt: new Date(services.now()),
  });
  await deleteOldSyncTokens(services.database, user.userId, TOKENS_PER_USER);
  return token;
}
