import { randomUUID } from 'node:crypto';
import type { CaseId, OwnerId } from '../../case/case.ts';
import { locationsFixture } from '../../openrosa/locations-fixture.ts';
import { noCandidateFixture } from '../../openrosa/no-candidate-fixture.ts';
import type { Fixture } from '../../openrosa/restore.ts';
import { userGroupsFixture } from '../../openrosa/user-groups-fixture.ts';
import { restoreParts, writeRestoredCase } from '../../openrosa/write-restore.ts';
import type { Principal } from '../auth/credential-check.ts';
import type { ProjectDirectory } from '../directory/project-directory.ts';
import type { Services } from '../services.ts';
import type { Queries } from '../sql/database.ts';
import type { ProjectRow } from '../sql/projects.ts';
import type { Preparation } from '../sql/restore-preparations.ts';
import { insertSyncToken, selectCaseIdsOf } from '../sql/sync-tokens.ts';
import type { SyncTokenRow } from '../sql/sync-tokens.ts';
import { caseTexts } from './case-texts.ts';
import { lookupTableFixtures } from './lookup-tables.ts';
import type { CaseNews } from './read-case-news.ts';
import { readCaseNews } from './read-case-news.ts';
import { registrationOf } from './registration.ts';
import { RESTORE_LIMITS } from './restore-limits.ts';
import type { RestoreRequest } from './restore-request.ts';
import type { RestoreSubject } from './restore-subject.ts';
import { stateMatches } from './state-matches.ts';

/** Where a restore goes. Its first piece comes when all is decided. */
export interface RestoreSink {
  /** `cases` is how many of them the text has. */
  write(text: string, cases?: number): Promise<void>;
}

/** What became of it; only where it was sent has anything been written. */
export type MomentOutcome =
  | { readonly kind: 'sent' }
  /** The client holds something else than its token stands for. */
  | { readonly kind: 'outOfStep' }
  | Large;

/** Too large to be sent without being prepared. */
interface Large {
  readonly kind: 'large';
  readonly caseIds: readonly CaseId[];
}

/** In one transaction that sees one moment, so that the token stands for exactly what was sent. */
export async function writeMoment(
  queries: Queries,
  subject: RestoreSubject,
  preparation: Preparation | undefined,
  sink: RestoreSink,
): Promise<MomentOutcome> {
  await queries.exec('set transaction isolation level repeatable read');
  const { principal, directory, request } = subject;
  const { projectId } = principal.project;
  const ownerIds = directory.ownerIds(principal.user.userId);
  if (!(await isInStep(queries, projectId, subject, ownerIds))) return { kind: 'outOfStep' };
  const plan = await planOf(queries, subject, ownerIds, preparation);
  if ('kind' in plan) return plan;
  await sink.write(plan.start);
  const source = { queries, projectId, audience: request.audience, preparation };
  for await (const { text, count } of caseTexts(plan.caseIds, source)) {
    await sink.write(text, count);
  }
  await sink.write(plan.end, plan.farewells);
  return { kind: 'sent' };
}

/** A restore without its cases. Nothing here grows with the cases of a full one. */
interface RestorePlan {
  readonly start: string;
  readonly caseIds: Iterable<readonly CaseId[]> | AsyncIterable<readonly CaseId[]>;
  readonly end: string;
  /** How many cases stand in `end`. */
  readonly farewells: number;
}

async function planOf(
  queries: Queries,
  subject: RestoreSubject,
  ownerIds: ReadonlySet<OwnerId>,
  preparation: Preparation | undefined,
): Promise<RestorePlan | Large> {
  const { services, principal, request, base } = subject;
  const { audience } = request;
  const { restoreLimits = RESTORE_LIMITS } = services;
  const news = await readCaseNews(queries, principal.project.projectId, ownerIds, base, audience);
  const isLarge = news.changed.length > restoreLimits.most;
  if (isLarge && preparation === undefined) return { kind: 'large', caseIds: news.changed };
  const content = await contentOf(queries, subject, news);
  const parts = restoreParts(content);
  const farewells = news.farewells.map((of) => writeRestoredCase(of, audience));
  return {
    start: parts.start.join(''),
    // All that the new token stands for: the database has the list.
    caseIds: base === undefined ? selectCaseIdsOf(queries, content.syncToken) : [news.changed],
    end: [...farewells, ...parts.end].join(''),
    farewells: farewells.length,
  };
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
