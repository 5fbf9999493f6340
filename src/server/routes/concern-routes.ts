import { Hono } from 'hono';
import type { AppEnvironment } from '../app-environment.ts';
import type { Services } from '../services.ts';
import { selectConcerningForms } from '../sql/form-concerns.ts';
import { beforeOf } from './before-of.ts';

const PAGE = 100;

/** For administrators: `GET /api/admin/concerns[?before=sequence]`, the forms that went beyond what their sender may touch. */
export function concernRoutes({ database }: Services): Hono<AppEnvironment> {
  const routes = new Hono<AppEnvironment>();
  routes.get('/api/admin/concerns', async (context) => {
    const { projectId } = context.var.principal.project;
    const page = { before: beforeOf(context), limit: PAGE + 1 };
    const rows = await selectConcerningForms(database, projectId, page);
    return context.json({ rows: rows.slice(0, PAGE), hasOlder: rows.length > PAGE });
  });
  return routes;
}
