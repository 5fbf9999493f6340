import type { Queries } from './database.ts';

/** What a project holds, in numbers. */
export interface ProjectCounts {
  readonly domain: string;
  /** Active ones. */
  readonly users: number;
  readonly admins: number;
  readonly forms: number;
  readonly cases: number;
}

export function projectCounts(queries: Queries): Promise<ProjectCounts[]> {
  return queries.query(
    `select p.domain,
       (select count(*) from users u where u.project_id = p.project_id and u.active) as users,
       (select count(*) from users u where u.project_id = p.project_id and u.active and u.role = 'admin') as admins,
       (select count(*) from forms f where f.project_id = p.project_id) as forms,
       (select count(*) from cases c where c.project_id = p.project_id) as cases
     from projects p order by p.domain`,
  );
}

/** How many cases carry a number that their project has not given yet: there are none unless the database was damaged. */
export async function orphanCount(queries: Queries): Promise<number> {
  const rows = await queries.query<{ count: number }>(
    'select count(*) as count from cases c join projects p using (project_id) where c.sequence > p.sequence',
  );
  return rows[0]?.count ?? 0;
}
