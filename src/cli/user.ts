import { randomUUID } from 'node:crypto';
import { createInterface } from 'node:readline/promises';
import type { ProjectChange } from '../project/project-change.ts';
import { changeProject, ProjectChangeError } from '../server/directory/change-project.ts';
import type { Database } from '../server/sql/database.ts';
import { administratorOf, projectNamed } from './acting-administrator.ts';
import { CommandError } from './command-error.ts';
import { DATABASE_HELP, readCommandWords, withDatabase } from './database-options.ts';

const HELP = `caseload user add: adds somebody who can sign in.

Usage: caseload user add USERNAME [options]

The password is read from standard input (one line), so that it stands in no list of processes.

  --admin           may also change the settings of the project
  --web             a web user: shares cases through locations only
  --first NAME      first name
  --last NAME       last name
  --project DOMAIN  the project (default: the first)
${DATABASE_HELP}`;

/** `caseload user`. */
export async function user(args: readonly string[]): Promise<void> {
  const {
    database: options,
    help,
    values,
    words,
  } = readCommandWords('user add', args, {
    admin: { type: 'boolean' },
    web: { type: 'boolean' },
    first: { type: 'string' },
    last: { type: 'string' },
    project: { type: 'string' },
  });
  if (help) return void process.stdout.write(HELP);
  const [action, username, ...others] = words;
  if (action !== 'add' || username === undefined || others.length > 0)
    throw new CommandError('Say whom to add. See: caseload user --help', 2);
  const password = await readPassword();
  const userId = randomUUID().replaceAll('-', '');
  const person = {
    ...{ userId, username: username.toLowerCase(), language: '', userData: {}, active: true },
    firstName: String(values['first'] ?? ''),
    lastName: String(values['last'] ?? ''),
    role: values['admin'] === true ? ('admin' as const) : ('worker' as const),
    kind: values['web'] === true ? ('web' as const) : ('mobile' as const),
  };
  const changes: ProjectChange[] = [
    { kind: 'user.save', user: person },
    { kind: 'user.password', userId, password },
  ];
  await withDatabase(options, (database) => make(database, values['project'], changes));
  process.stdout.write(`${person.username} can sign in now.\n`);
}

async function readPassword(): Promise<string> {
  const lines = createInterface({ input: process.stdin, terminal: false });
  if (process.stdin.isTTY) process.stderr.write('Password: ');
  for await (const line of lines) {
    lines.close();
    if (line.length >= 8) return line;
    break;
  }
  throw new CommandError('The password needs at least 8 characters, on standard input.', 1);
}

async function make(
  database: Database,
  domain: string | boolean | undefined,
  changes: readonly ProjectChange[],
): Promise<void> {
  const project = await projectNamed(database, domain);
  const principal = { user: await administratorOf(database, project), project, actor: undefined };
  try {
    await changeProject({ database, now: Date.now }, principal, changes);
  } catch (error) {
    if (error instanceof ProjectChangeError) throw new CommandError(error.message, 1);
    throw error;
  }
}
