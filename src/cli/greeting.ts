import { verifyPassword } from '../server/auth/password.ts';
import { DEMO_PASSWORD, demoProject } from '../server/directory/demo-project.ts';
import type { Database } from '../server/sql/database.ts';
import { findFirstProject, findProject } from '../server/sql/projects.ts';
import type { ProjectRow } from '../server/sql/projects.ts';
import { findUserByName } from '../server/sql/users.ts';

/** What somebody who has just started the server has to know: where it is and who can sign in. */
export async function greeting(database: Database, url: string, host: string): Promise<string> {
  const lines = [`Caseload is ready at ${url}`];
  const names = await demoUsers(database);
  if (names.length > 0) {
    lines.push(`Demo users: ${names.join(', ')} (password: ${DEMO_PASSWORD})`);
    if (!isLocal(host)) lines.push(OPEN_TO_ALL);
  } else if ((await findFirstProject(database)) === undefined) {
    lines.push(NO_PROJECT);
  }
  return `${lines.join('\n')}\n`;
}

const OPEN_TO_ALL =
  'Everybody on this network can sign in as a demo user; use --no-demo for real work.';
const NO_PROJECT =
  'There is no project yet, so nobody can sign in. Start once with --new NAME or --project FILE to make one.';

/** Those demo users who still have the demo password. */
async function demoUsers(database: Database): Promise<string[]> {
  const project = await findProject(database, demoProject.domain);
  if (project === undefined) return [];
  const usable = await Promise.all(
    demoProject.users.map(({ username }) => hasDemoPassword(database, project, username)),
  );
  return demoProject.users.map(({ username }) => username).filter((_, index) => usable[index]);
}

async function hasDemoPassword(
  database: Database,
  { projectId }: ProjectRow,
  username: string,
): Promise<boolean> {
  const user = await findUserByName(database, projectId, username);
  return user !== undefined && verifyPassword(DEMO_PASSWORD, user.passwordHash);
}

function isLocal(host: string): boolean {
  return ['localhost', '127.0.0.1', '::1'].includes(host);
}
