import { Hono } from 'hono';
import type { AppEnvironment } from '../app-environment.ts';
import type { DirectoryCache } from '../directory/directory-cache.ts';

const MOST_IDS = 500;

/**
 * `GET /api/people?ids=a,b`: who stands behind owner ids (users, groups, locations of the project) and who shares what they
 * own. Ids that the project does not know are left out.
 */
export function peopleRoutes(directories: DirectoryCache): Hono<AppEnvironment> {
  const routes = new Hono<AppEnvironment>();
  routes.get('/api/people', async (context) => {
    const ids = (context.req.query('ids') ?? '').split(',').filter((id) => id !== '');
    if (ids.length > MOST_IDS) {
      return context.json({ message: `Ask for ${MOST_IDS} ids at most.` }, 400);
    }
    const directory = await directories.of(context.var.principal.project);
    return context.json(ids.flatMap((id) => directory.owner(id) ?? []));
  });
  return routes;
}
