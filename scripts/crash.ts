// npm run crash [-- --kills NUMBER --on embedded|postgres]: kills the server under load, on the embedded database and, when
// CASELOAD_TEST_DATABASE_URL names one, on a PostgreSQL, and says whether each form that it had acknowledged is there, once and whole.
// Ends with 1 when not.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { buildCli } from '../test/cli/run-cli.ts';
import { killRounds } from '../test/server/crash/kill-rounds.ts';
import { copyEmptyDatabase } from '../test/server/test-database.ts';
import { createOwnDatabase, postgresUrl } from '../test/support/test-postgres.ts';

const { values } = parseArgs({
  options: { kills: { type: 'string', default: '200' }, on: { type: 'string' } },
});
const kills = Number(values.kills);
const run = await buildCli();
const folder = await mkdtemp(join(tmpdir(), 'caseload-crash-'));

if (values.on !== 'postgres') {
  await copyEmptyDatabase(join(folder, 'database'));
  await report('the embedded database', undefined);
}
if (values.on !== 'embedded' && postgresUrl !== undefined) {
  const own = await createOwnDatabase(postgresUrl);
  await report('PostgreSQL', own.url);
  await own.drop();
}
await rm(folder, { recursive: true });

async function report(name: string, url: string | undefined): Promise<void> {
  const { problems, sent, acknowledged, duringStart } = await killRounds(
    run,
    { url, folder },
    kills,
  );
  const counts = `${kills} kills (${duringStart} during the start), ${sent} forms sent, ${acknowledged} acknowledged`;
  console.log(`${name}: ${counts}, ${problems.length} problems`);
  for (const problem of problems) console.log(`  ${problem}`);
  if (problems.length > 0) process.exitCode = 1;
}
