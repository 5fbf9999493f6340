import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createProject } from '../server/directory/create-project.ts';
import { demoProject } from '../server/directory/demo-project.ts';
import { emptyProject } from '../server/directory/empty-project.ts';
import {
  parseProjectDefinition,
  ProjectDefinitionError,
} from '../server/directory/project-definition.ts';
import type { ProjectDefinition } from '../server/directory/project-definition.ts';
import { formatJson, formatText } from '../server/log/format-log.ts';
import type { Log } from '../server/log/log-entry.ts';
import type { Database } from '../server/sql/database.ts';
import { findFirstProject } from '../server/sql/projects.ts';
import { startServer } from '../server/start-server.ts';
import type { RunningServer } from '../server/start-server.ts';
import { CommandError } from './command-error.ts';
import { openOrExplain } from './database-options.ts';
import { greeting } from './greeting.ts';
import { packageFolder } from './package-folder.ts';
import { readServeOptions, SERVE_HELP } from './serve-options.ts';
import type { ServeOptions } from './serve-options.ts';

/** `caseload serve`: runs until it is told to stop by SIGINT or SIGTERM. */
export async function serve(args: readonly string[]): Promise<void> {
  const options = readServeOptions(args, process.env);
  if (options.help) {
    process.stdout.write(SERVE_HELP);
    return;
  }
  const project = options.upstream === undefined ? await readProject(options) : undefined;
  const database = await openOrExplain(options);
  try {
    const isNew = await seed(database, project);
    const setUp = isNew && options.newProject !== undefined ? project : undefined;
    // Before anything else can go wrong: the password stands nowhere else.
    if (setUp !== undefined) process.stdout.write(administratorOf(setUp));
    const toldToStop = untilToldToStop();
    const server = await listen(database, options);
    process.stdout.write(await greetingOf(options, database, server.url));
    if (setUp !== undefined) process.stdout.write(`Set up the project at ${server.url}/admin\n`);
    await toldToStop;
    await server.stop();
  } finally {
    await database.close();
  }
}

function greetingOf(
  { upstream, host }: ServeOptions,
  database: Database,
  url: string,
): string | Promise<string> {
  if (upstream === undefined) return greeting(database, url, host);
  return `Caseload is ready at ${url}\nIt works with the project ${upstream.domain} at ${upstream.url}\n`;
}

/** What a new database is to start with. Read first: a mistake in the file should not leave an empty database behind. */
async function readProject(options: ServeOptions): Promise<ProjectDefinition | undefined> {
  try {
    if (options.newProject !== undefined) return emptyProject(options.newProject, newPassword());
    if (options.project === undefined) return options.demo ? demoProject : undefined;
    return parseProjectDefinition(await readFile(options.project, 'utf8'), options.project);
  } catch (error) {
    throw foreseen(error, [ProjectDefinitionError]) ?? unreadable(String(options.project), error);
  }
}

function newPassword(): string {
  return randomBytes(12).toString('base64url');
}

/** As whom one signs in to a project that was just made empty. */
function administratorOf({ users: [admin] }: ProjectDefinition): string {
  return `Administrator: ${admin?.username} (password: ${admin?.password}); it is not shown again, choose another one under “People”.\n`;
}

function unreadable(file: string, error: unknown): CommandError {
  return new CommandError(
    `The project file ${file} could not be read: ${(error as Error).message}`,
    1,
  );
}

function foreseen(
  error: unknown,
  kinds: readonly (new (...args: never[]) => Error)[],
): CommandError | undefined {
  const known = kinds.some((kind) => error instanceof kind);
  return known ? new CommandError((error as Error).message, 1) : undefined;
}

/** Whether the project was made: it is not where there is one already. */
async function seed(database: Database, project: ProjectDefinition | undefined): Promise<boolean> {
  if (project === undefined || (await findFirstProject(database)) !== undefined) return false;
  try {
    await createProject(database, project, new Date());
    return true;
  } catch (error) {
    throw foreseen(error, [ProjectDefinitionError]) ?? error;
  }
}

async function listen(database: Database, options: ServeOptions): Promise<RunningServer> {
  const services = {
    database,
    now: Date.now,
    appsFolder: existing(options.forms, '--forms') ?? packageFolder('forms'),
    webFolder: existing(options.web, '--web') ?? packageFolder('dist/web'),
    trustProxy: options.trustProxy,
    appSources: options.appSources,
    upstream: options.upstream,
    restoreLimits: options.restoreLimits,
    metricsToken: process.env['CASELOAD_METRICS_TOKEN'] || undefined,
    log: logTo(process.stderr, options.log),
  };
  try {
    return await startServer(services, options);
  } catch (error) {
    throw cannotListen(options, error);
  }
}

/** One line an entry. A terminal has somebody before it, everything else is read by programs. */
function logTo(stream: NodeJS.WriteStream, wanted: ServeOptions['log']): Log {
  const isText = wanted === undefined ? stream.isTTY : wanted === 'text';
  const format = isText ? formatText : formatJson;
  return (entry) => void stream.write(`${format(entry, new Date())}\n`);
}

function existing(folder: string | undefined, option: string): string | undefined {
  if (folder === undefined || existsSync(folder)) return folder;
  throw new CommandError(`${option}: there is no folder ${folder}.`, 1);
}

function cannotListen({ host, port }: ServeOptions, error: unknown): unknown {
  switch ((error as { code?: string }).code) {
    case 'EADDRINUSE':
      return new CommandError(
        `Port ${port} on ${host} is taken by another program; stop it or choose another port with --port.`,
        1,
      );
    case 'EACCES':
      return new CommandError(
        `Port ${port} needs more rights; choose one above 1023 with --port.`,
        1,
      );
    case 'ENOTFOUND':
    case 'EADDRNOTAVAIL':
      return new CommandError(
        `${host} is no address of this machine; choose another with --host.`,
        1,
      );
    default:
      return error;
  }
}

function untilToldToStop(): Promise<void> {
  return new Promise((resolve) => {
    process.once('SIGINT', () => resolve());
    process.once('SIGTERM', () => resolve());
  });
}
