import { Hono } from 'hono';
import * as v from 'valibot';
import type { AppEnvironment } from '../app-environment.ts';
import type { Services } from '../services.ts';
import { markConcernsSeen, selectConcerningForms } from '../sql/form-concerns.ts';
import { beforeOf } from './before-of.ts';
import { jsonOf } from './json-of.ts';
import { limitBody } from './limit-body.ts';

const PAGE = 100;

const Seen = v.strictObject({
  sequences: v.pipe(v.array(v.pipe(v.number(), v.integer())), v.minLength(1), v.maxLength(PAGE)),
});

/**
 * For administrators: `GET /api/admin/concerns[?before=sequence][&seen=true]`, the forms that went beyond what their sender may touch,
 * without those that an administrator has looked at unless asked for; `POST /api/admin/concerns/seen` says that one has.
 */
export function concernRoutes({ database, now }: Services): Hono<AppEnvironment> {
  const routes = new Hono<AppEnvironment>();
  routes.get('/api/admin/concerns', async (context) => {
    const { projectId } = context.var.principal.project;
    const withSeen = context.req.query('seen') === 'true';
    const page = { before: beforeOf(context), withSeen, limit: PAGE + 1 };
    const rows = await selectConcerningForms(database, projectId, page);
    return context.json({ rows: rows.slice(0, PAGE), hasOlder: rows.length > PAGE });
  });
  routes.post('/api/admin/concerns/seen', limitBody(64 * 1024), async (context) => {
    const { project, user } = context.var.principal;
    const request = v.safeParse(Seen, await jsonOf(context));
    if (!request.success)
      return context.json({ message: `Name up to ${PAGE} forms by their numbers.` }, 400);
    const by = { userId: user.userId, at: new Date(now()) };
    await markConcernsSeen(database, project.projectId, request.output.sequences, by);
    return context.body(null, 204);
  });
  return routes;
}
