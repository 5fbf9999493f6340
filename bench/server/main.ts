// CASELOAD_TEST_DATABASE_URL=postgres://… node scripts/run.js bench/server/main.ts
//
// What the server adds to the time of the database: a restore of 10,000 cases beside the statements that read them, forms of 50
// clients beside the statements that store them, by pgbench, too, and the candidates and impact of a large directory. All rounds take
// turns. Prints what is asked beside each figure, and ends with 1 when one is not reached.
import { demoProject } from '../../src/server/directory/demo-project.ts';
import { createOwnDatabase } from '../../test/support/test-postgres.ts';
import { median } from '../statistics.ts';
import { BenchServer } from './bench-server.ts';
import { largeProject, LOCATIONS, measureDirectory, USERS } from './measure-directory.ts';
import { measureIntake } from './measure-intake.ts';
import { memoryOfRestore } from './measure-memory.ts';
import { aCase, measureRestore } from './measure-restore.ts';

const FEW = 10_000;
const MANY = 40_000;
const INTAKE = { clients: 50, forms: 400, rounds: 5 };

const url = process.env['CASELOAD_TEST_DATABASE_URL'];
if (url === undefined)
  throw new Error('Name a PostgreSQL: CASELOAD_TEST_DATABASE_URL=postgres://…');

const own = await createOwnDatabase(url);
const server = await BenchServer.open(own.url);
await restores(server);
await intake(server);
await directory(server);
await server.close();
await own.drop();

async function restores(server: BenchServer): Promise<void> {
  await putCases(server, 0, FEW);
  const samples = await measureRestore(server, own.url, 7);
  const ratios = samples.map(({ whole, alone }) => whole / alone);
  tell('restore of 10,000 cases / its statements alone', ratios, { most: 1.5 });
  const firstBytes = samples.map(({ firstByte }) => firstByte);
  tell('its first byte after the first row, ms', firstBytes, { most: 50 });
  const few = await memoryOfRestore(server);
  await putCases(server, FEW, MANY);
  const many = await memoryOfRestore(server);
  const grown = (many - few) / (MANY - FEW);
  tell('memory of that restore, MB', [few / 2 ** 20], {});
  tell('the same of 40,000 cases, MB', [many / 2 ** 20], {});
  tell('growth for each further case, bytes (a case has 600)', [grown], {});
}

async function putCases(server: BenchServer, from: number, to: number): Promise<void> {
  await server.put(Array.from({ length: to - from }, (_, n) => aCase(server.userId, from + n)));
}

async function intake(server: BenchServer): Promise<void> {
  const before = (await server.countForms()).forms;
  const samples = await measureIntake(server, own.url, INTAKE);
  const alone = samples.map((sample) => sample.server / sample.alone);
  tell('forms a second of 50 clients / the statements alone', alone, { least: 0.5 });
  const pgbench = samples.flatMap((each) => (each.pgbench ? [each.server / each.pgbench] : []));
  if (pgbench.length > 0) tell('the same / pgbench with these statements', pgbench, { least: 0.5 });
  else console.log('pgbench is not installed: its row is left out');
  const { forms, ids } = await server.countForms();
  // The server and the replay send as many each, and two more make the template.
  const lost = before + 2 * INTAKE.forms * INTAKE.rounds + 2 - forms;
  tell('forms lost or doubled', [lost, forms - ids].map(Math.abs), { most: 0 });
}

async function directory(server: BenchServer): Promise<void> {
  await server.addProject(largeProject(demoProject));
  await server.signIn('user-0@large');
  const samples = await measureDirectory(server, own.url, 9);
  const size = `${USERS} users, ${LOCATIONS} locations`;
  const of = (pick: (sample: (typeof samples)[number]) => number) => samples.map(pick);
  tell(`candidates (${size}) beyond its statements, ms`, of((each) => each.candidates), { most: 200 }); // prettier-ignore
  tell(
    `impact (${size}) beyond its statements, ms`,
    of((each) => each.impact),
    { most: 200 },
  );
}

/** Prints the median; what is asked of it is a bound. */
function tell(
  what: string,
  values: readonly number[],
  { most = Infinity, least = -Infinity }: { readonly most?: number; readonly least?: number },
): void {
  const middle = median(values);
  const isReached = middle <= most && middle >= least;
  if (!isReached) process.exitCode = 1;
  const bound =
    most !== Infinity ? `at most ${most}` : least !== -Infinity ? `at least ${least}` : '';
  const asked = bound === '' ? '' : `asked: ${bound}${isReached ? '' : ', NOT REACHED'}`;
  console.log(`${what.padEnd(72)} ${middle.toFixed(2).padStart(9)}   ${asked}`);
}
