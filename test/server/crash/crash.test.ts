import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { buildCli } from '../../cli/run-cli.ts';
import { createOwnDatabase, postgresUrl } from '../../support/test-postgres.ts';
import { copyEmptyDatabase } from '../test-database.ts';
import { killRounds } from './kill-rounds.ts';
import type { KillReport } from './kill-rounds.ts';

const KILLS = 10;

describe('a server that is killed under load', () => {
  let run: Awaited<ReturnType<typeof buildCli>>;
  let folder: string;

  before(async () => {
    run = await buildCli();
    folder = await mkdtemp(join(tmpdir(), 'caseload-crash-'));
  });
  after(() => rm(folder, { recursive: true, force: true }));

  function expectAllWell(report: KillReport): void {
    expect(report.problems).to.deep.equal([]);
    expect(report.acknowledged).to.be.above(KILLS);
  }

  it('has each form that it acknowledged, once and whole, on the embedded database', async () => {
    await copyEmptyDatabase(join(folder, 'database'));
    expectAllWell(await killRounds(run, { url: undefined, folder }, KILLS));
  });

  (postgresUrl === undefined ? it.skip : it)(
    'has each form that it acknowledged, once and whole, on PostgreSQL',
    async () => {
      const own = await createOwnDatabase(postgresUrl ?? '');
      expectAllWell(await killRounds(run, { url: own.url, folder }, KILLS));
      await own.drop();
    },
  );
});
