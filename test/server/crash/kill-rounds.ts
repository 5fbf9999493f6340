import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { openDatabase } from '../../../src/server/sql/open-database.ts';
import type { buildCli, CliRun } from '../../cli/run-cli.ts';
import { checkForms } from './check-forms.ts';
import { CrashLoad } from './crash-load.ts';

/** Where the forms are kept. */
export interface CrashDatabase {
  /** A PostgreSQL, or `undefined` for the embedded database in `folder`. */
  readonly url: string | undefined;
  readonly folder: string;
}

export interface KillReport {
  readonly kills: number;
  readonly sent: number;
  readonly acknowledged: number;
  /** Kills that came while the server was still starting. */
  readonly duringStart: number;
  /** What went wrong, with the round; empty when nothing did. */
  readonly problems: readonly string[];
}

// Counted in forms, so that a slow machine does as much as a fast one; the rest of a moment comes upon every step of a form.
const MOST_FORMS = 20;
const LONGEST_REST = 60;
const LONGEST_START = 1500;

/**
 * Kills the real server under load, again and again, at moments of chance; after each kill the database is opened, as the next
 * server would, and looked through.
 */
export async function killRounds(
  run: Awaited<ReturnType<typeof buildCli>>,
  database: CrashDatabase,
  kills: number,
): Promise<KillReport> {
  const load = new CrashLoad();
  await writeFile(projectFile(database), JSON.stringify(PROJECT));
  const problems: string[] = [];
  let duringStart = 0;
  for (let round = 1; round <= kills; round += 1) {
    const isEarly = round > 1 && round % 5 === 0;
    if (isEarly) duringStart += 1;
    const server = start(run, database);
    await (isEarly ? pause(Math.random() * LONGEST_START) : workUntilKill(server, load, round));
    server.signal('SIGKILL');
    await server.result();
    problems.push(...(await lookThrough(database, load)).map((what) => `round ${round}: ${what}`));
  }
  const [sent, acknowledged] = [load.sent.size, load.acknowledged.size];
  return { kills, sent, acknowledged, duringStart, problems };
}

/** Not the demo project: of that one each start tries all passwords, which takes most of its time. */
const PROJECT = {
  domain: 'crash',
  name: 'Crash',
  users: [{ username: 'david', password: 'caseload' }],
};

function projectFile({ folder }: CrashDatabase): string {
  return join(folder, 'project.json');
}

function start(run: Awaited<ReturnType<typeof buildCli>>, database: CrashDatabase): CliRun {
  const args = ['--data', database.folder, '--project', projectFile(database), '--port', '0'];
  return run(['serve', ...args], { DATABASE_URL: database.url ?? '' });
}

async function workUntilKill(server: CliRun, load: CrashLoad, round: number): Promise<void> {
  const url = await server.printed(/ready at (http:\S+)/);
  if (round === 1) await load.begin(url);
  const working = load.run(url);
  await load.acknowledgedMore(Math.floor(Math.random() * MOST_FORMS));
  await pause(Math.random() * LONGEST_REST);
  server.signal('SIGKILL');
  await working;
}

async function lookThrough({ url, folder }: CrashDatabase, load: CrashLoad): Promise<string[]> {
  const database = await openDatabase(url, folder);
  try {
    return await checkForms(database, load);
  } finally {
    await database.close();
  }
}
