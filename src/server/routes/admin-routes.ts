import { Hono } from 'hono';
import * as v from 'valibot';
import type { AppContext, AppEnvironment } from '../app-environment.ts';
import {
  changeProject,
  planChanges,
  ProjectChangeError,
  readState,
} from '../directory/change-project.ts';
import type { DirectoryCache } from '../directory/directory-cache.ts';
import { ProjectChangesSchema } from '../directory/project-change-schema.ts';
import type { ProjectChangeRequest } from '../directory/project-change-schema.ts';
import { projectImpact } from '../directory/project-impact.ts';
import type { Services } from '../services.ts';
import { selectAudit } from '../sql/audit.ts';
import { selectLookupRows } from '../sql/lookup-tables.ts';
import { beforeOf } from './before-of.ts';
import { jsonOf } from './json-of.ts';
import { limitBody } from './limit-body.ts';

// An import of a large table comes in one piece, so that it is made as a whole or not at all.
const MOST_BYTES = 32 * 2 ** 20;
const AUDIT_PAGE = 100;

/**
 * For administrators: `GET /api/admin/directory` everything about users, groups, places and
 * settings, `GET /api/admin/tables/:code` the rows of a lookup table; `POST /api/admin/changes` changes
 * it, `POST /api/admin/impact` says whom the same changes would hit; `GET /api/admin/audit[?before=entry]` who changed what.
 */
export function adminRoutes(services: Services, directories: DirectoryCache): Hono<AppEnvironment> {
  const routes = new Hono<AppEnvironment>();
  const { database } = services;
  routes.get('/api/admin/directory', async (context) => {
    return context.json(await readState(database, context.var.principal.project.projectId));
  });
  routes.get('/api/admin/tables/:code', async (context) => {
    const { projectId } = context.var.principal.project;
    const rows = await selectLookupRows(database, projectId, context.req.param('code'));
    return context.json(rows);
  });
  routes.post('/api/admin/changes', limitBody(MOST_BYTES), (context) =>
    withChanges(context, async ({ changes }) => {
      await changeProject(services, context.var.principal, changes);
      return context.body(null, 204);
    }),
  );
  routes.post('/api/admin/impact', limitBody(MOST_BYTES), (context) =>
    withChanges(context, async ({ changes }) => {
      const { project } = context.var.principal;
      const { state } = await directories.of(project);
      const planned = planChanges(state, changes);
      return context.json({ users: await projectImpact(database, project.projectId, planned) });
    }),
  );
  routes.get('/api/admin/audit', async (context) => {
    const { projectId } = context.var.principal.project;
    const page = { before: beforeOf(context), limit: AUDIT_PAGE + 1 };
    const rows = await selectAudit(database, projectId, page);
    return context.json({ rows: rows.slice(0, AUDIT_PAGE), hasOlder: rows.length > AUDIT_PAGE });
  });
  return routes;
}

async function withChanges(
  context: AppContext,
  use: (request: ProjectChangeRequest) => Promise<Response>,
): Promise<Response> {
  const request = v.safeParse(ProjectChangesSchema, await jsonOf(context));
  if (!request.success) {
    const problems = request.issues.map(
      (issue) => `${v.getDotPath(issue) ?? ''}: ${issue.message}`,
    );
    return context.json({ message: `These are no changes. ${problems.join('; ')}` }, 400);
  }
  try {
    return await use(request.output);
  } catch (error) {
    if (!(error instanceof ProjectChangeError)) throw error;
    return context.json({ message: error.message, index: error.index }, 422);
  }
}
