// CASELOAD_TEST_DATABASE_URL=postgres://… node scripts/run.js bench/server/main.ts
//
// What the server adds to the time of the database: a restore of 10,000 cases beside the statements that read them, and forms of 50
// clients beside the statements that store them, each with nothing else done. All rounds take turns; compare the ratios only.
import { createOwnDatabase } from '../../test/support/test-postgres.ts';
import { median } from '../statistics.ts';
import { BenchServer } from './bench-server.ts';
import { measureIntake } from './measure-intake.ts';
import { measureRestore } from './measure-restore.ts';

const url = process.env['CASELOAD_TEST_DATABASE_URL'];
if (url === undefined)
  throw new Error('Name a PostgreSQL: CASELOAD_TEST_DATABASE_URL=postgres://…');

const own = await createOwnDatabase(url);
const server = await BenchServer.open(own.url);
const restores = await measureRestore(server, own.url, 10_000, 7);
tell('restore of 10,000 cases, beside its statements', restores.map(({ whole, alone }) => whole / alone)); // prettier-ignore
tell('its first byte after the first row, ms', restores.map(({ firstByte }) => firstByte)); // prettier-ignore
const intakes = await measureIntake(server, own.url, { clients: 50, forms: 400, rounds: 5 });
tell('forms a second of 50 clients, beside the statements alone', intakes.map(({ server: own, alone }) => own / alone)); // prettier-ignore
await server.close();
await own.drop();

function tell(what: string, values: readonly number[]): void {
  const [middle, best] = [median(values), Math.min(...values)];
  console.log(`${what.padEnd(60)} ${middle.toFixed(2)} (lowest ${best.toFixed(2)})`);
}
