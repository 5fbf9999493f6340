import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import * as v from 'valibot';
import type { AppContext, AppEnvironment } from '../app-environment.ts';
import { readHoldings } from '../cases/holdings.ts';
import { readCaseRecord } from '../cases/read-case-record.ts';
import { reassignCases, reassignmentImpact } from '../cases/reassign-cases.ts';
import type { DirectoryCache } from '../directory/directory-cache.ts';
import type { ProjectDirectory } from '../directory/project-directory.ts';
import type { Services } from '../services.ts';
import { selectCaseRecords, selectCaseTypes } from '../sql/case-records.ts';
import type { CaseRecordSearch } from '../sql/case-records.ts';
import { selectCases } from '../sql/cases.ts';
import { findActiveUser } from '../sql/users.ts';
import { jsonOf } from './json-of.ts';

const PAGE = 100;
const MOST_CASES = 1000;

const words = v.optional(v.pipe(v.string(), v.maxLength(255)), '');

const Search = v.strictObject({
  text: words,
  type: words,
  status: v.optional(v.picklist(['', 'open', 'closed']), ''),
  owner: words,
  offset: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0)), 0),
});

const Reassignment = v.strictObject({
  caseIds: v.pipe(
    v.array(v.pipe(v.string(), v.maxLength(255))),
    v.minLength(1),
    v.maxLength(MOST_CASES),
  ),
  ownerId: v.pipe(v.string(), v.maxLength(255)),
});

/**
 * For administrators: `POST /api/admin/case-search` finds cases, `GET /api/admin/cases/:id` one with its history; `POST
 * /api/admin/case-owner` gives cases to another owner, `POST /api/admin/case-owner/impact` says who would come to see them;
 * `GET /api/admin/holdings/:userId` what a user's devices receive.
 */
export function adminCaseRoutes(
  services: Services,
  directories: DirectoryCache,
): Hono<AppEnvironment> {
  const { database } = services;
  const routes = new Hono<AppEnvironment>();
  // Posted, because addresses are written down in many places and names of people are not for them.
  routes.post('/api/admin/case-search', bodyLimit({ maxSize: 16 * 1024 }), async (context) => {
    const { project } = context.var.principal;
    const request = v.safeParse(Search, await jsonOf(context));
    if (!request.success) return context.json({ message: 'This is no search for cases.' }, 400);
    const search = searchOf(request.output, await directories.of(project));
    const found = await selectCaseRecords(database, project.projectId, search);
    return context.json({
      cases: found.slice(0, PAGE),
      hasMore: found.length > PAGE,
      types: await selectCaseTypes(database, project.projectId),
    });
  });
  routes.get('/api/admin/cases/:id', async (context) => {
    const { projectId } = context.var.principal.project;
    const record = await readCaseRecord(database, projectId, context.req.param('id'));
    return record === undefined
      ? context.json({ message: 'There is no such case in this project.' }, 404)
      : context.json(record);
  });
  routes.post('/api/admin/case-owner', bodyLimit({ maxSize: 2 ** 20 }), (context) =>
    withReassignment(directories, context, async ({ caseIds, ownerId }) => {
      const count = await reassignCases(services, context.var.principal, caseIds, ownerId);
      return context.json({ count });
    }),
  );
  routes.post('/api/admin/case-owner/impact', bodyLimit({ maxSize: 2 ** 20 }), (context) =>
    withReassignment(directories, context, async ({ caseIds, ownerId }, directory) => {
      const { projectId } = context.var.principal.project;
      const cases = await selectCases(database, projectId, caseIds);
      return context.json({ users: reassignmentImpact(directory, cases, ownerId) });
    }),
  );
  routes.get('/api/admin/holdings/:userId', async (context) => {
    const { project } = context.var.principal;
    const user = await findActiveUser(database, project.projectId, context.req.param('userId'));
    if (user === undefined)
      return context.json({ message: 'This project has no such active user.' }, 404);
    const principal = { ...context.var.principal, user };
    return context.json(await readHoldings(database, principal, await directories.of(project)));
  });
  return routes;
}

function searchOf(
  { text, type, status, owner, offset }: v.InferOutput<typeof Search>,
  directory: ProjectDirectory,
): CaseRecordSearch {
  const nobody = owner === 'nobody' ? { nobody: owners(directory) } : { id: owner };
  return {
    ...{ text, caseType: type, offset, limit: PAGE + 1 },
    status: status === '' ? 'any' : status,
    owner: owner === '' ? undefined : nobody,
  };
}

/** Every id by which somebody who is active holds cases. */
function owners(directory: ProjectDirectory): string[] {
  return [...new Set(directory.users.flatMap(({ userId }) => [...directory.ownerIds(userId)]))];
}

async function withReassignment(
  directories: DirectoryCache,
  context: AppContext,
  use: (
    request: v.InferOutput<typeof Reassignment>,
    directory: ProjectDirectory,
  ) => Promise<Response>,
): Promise<Response> {
  const request = v.safeParse(Reassignment, await jsonOf(context));
  if (!request.success)
    return context.json({ message: `Name up to ${MOST_CASES} cases and an owner.` }, 400);
  const directory = await directories.of(context.var.principal.project);
  if (directory.owner(request.output.ownerId) === undefined)
    return context.json(
      { message: 'There is no such user, group or location in this project.' },
      422,
    );
  return use(request.output, directory);
}
