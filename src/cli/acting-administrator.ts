import type { Database } from '../server/sql/database.ts';
import { findFirstProject, findProject } from '../server/sql/projects.ts';
import type { ProjectRow } from '../server/sql/projects.ts';
import { findUserByName, selectUsers } from '../server/sql/users.ts';
import type { UserRow } from '../server/sql/users.ts';
import { CommandError } from './command-error.ts';

/** The project of a domain, or the first. */
export async function projectNamed(
  database: Database,
  domain: string | boolean | undefined,
): Promise<ProjectRow> {
  const project =
    typeof domain === 'string'
      ? await findProject(database, domain)
      : await findFirstProject(database);
  if (project !== undefined) return project;
  throw new CommandError(
    typeof domain === 'string'
      ? `There is no project ${domain} in this database.`
      : 'There is no project in this database: start once with “caseload serve --project FILE”.',
    1,
  );
}

/** In whose name the history keeps what was done at the command line: the project's first administrator. */
export async function administratorOf(database: Database, project: ProjectRow): Promise<UserRow> {
  const users = await selectUsers(database, project.projectId);
  const admin = users.find(({ role, active }) => role === 'admin' && active) ?? users[0];
  const row = admin && (await findUserByName(database, project.projectId, admin.username));
  if (row !== undefined) return row;
  throw new CommandError(`The project ${project.domain} has no user yet.`, 1);
}
