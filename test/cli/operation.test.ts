import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { openPGliteDatabase } from '../../src/server/sql/pglite-database.ts';
import { copyEmptyDatabase } from '../server/test-database.ts';
import { buildCli } from './run-cli.ts';

describe('caseload, for whoever runs it', () => {
  let run: Awaited<ReturnType<typeof buildCli>>;
  let folder: string;
  let data: string;

  before(async () => {
    run = await buildCli();
    folder = await mkdtemp(join(tmpdir(), 'caseload-operation-'));
    data = join(folder, 'data');
    await copyEmptyDatabase(join(data, 'database'));
    const project = join(folder, 'project.json');
    const users = [{ username: 'ann', password: 'long enough', role: 'admin' }];
    await writeFile(project, JSON.stringify({ domain: 'clinic', name: 'Clinic', users }));
    const server = run(['serve', '--data', data, '--port', '0', '--project', project]);
    await server.printed(/ready at/);
    server.signal('SIGTERM');
    await server.result();
  });
  after(() => rm(folder, { recursive: true, force: true }));

  const command = (...args: string[]) => run([...args, '--data', data]).result();

  it('explains each command', async () => {
    for (const name of ['backup', 'restore-backup', 'migrate', 'doctor', 'user', 'import']) {
      const { code, output } = await run([name, '--help']).result();
      expect(code, name).to.equal(0);
      expect(output).to.contain(`caseload ${name}`).and.contain('DATABASE_URL');
    }
  });

  it('finds nothing to migrate in a database that a server has used', async () => {
    const { code, output } = await command('migrate');
    expect(code).to.equal(0);
    expect(output).to.contain('Nothing had to be done');
  });

  it('says what a file would bring, brings it, and then finds it there', async () => {
    const file = join(folder, 'people.csv');
    await writeFile(file, 'username,password\nomar,long enough\n');
    expect((await command('import', file, '--dry-run')).output).to.contain('1 new, 0 changed');
    expect((await command('import', file)).output).to.contain('1 new');
    await writeFile(file, 'username\nomar\nann\n');
    expect((await command('import', file)).output).to.contain('0 new, 0 changed, 2 as they are');
  });

  it('imports nothing of a file with a fault, and says where it is', async () => {
    const file = join(folder, 'people.csv');
    await writeFile(file, 'username,password\npia,long enough\nann,short\n');
    const { code, errors } = await command('import', file);
    expect(code).to.equal(1);
    expect(errors.trim()).to.equal(
      'people, row 3, password: The password needs at least 8 characters.',
    );
    expect((await command('doctor')).output).to.contain('2 active users');
  });

  it('adds an administrator with a password from standard input', async () => {
    const added = run(['user', 'add', 'bob', '--admin', '--data', data]);
    added.type('another secret\n');
    expect(await added.result()).to.include({ code: 0, output: 'bob can sign in now.\n' });
    const again = run(['user', 'add', 'bob', '--data', data]);
    again.type('another secret\n');
    expect((await again.result()).errors).to.contain('There is a user bob already');
  });

  it('writes a backup that is restored elsewhere, and not twice', async () => {
    const file = join(folder, 'all.gz');
    expect((await command('backup', file)).code).to.equal(0);
    const other = join(folder, 'other');
    await copyEmptyDatabase(join(other, 'database'));
    const restore = () => run(['restore-backup', file, '--data', other]).result();
    expect((await restore()).output).to.match(/\d+ rows were restored/);
    const twice = await restore();
    expect(twice).to.include({ code: 1 });
    expect(twice.errors).to.contain('not empty');
    const before = await command('doctor');
    const after = await run(['doctor', '--data', other]).result();
    const projects = (output: string) =>
      output.split('\n').filter((line) => line.includes('project'));
    expect(projects(after.output)).to.deep.equal(projects(before.output));
  });

  it('looks without changing anything: neither a folder is made nor a schema brought up to date', async () => {
    const nowhere = join(folder, 'nowhere');
    const missing = await run(['doctor', '--data', nowhere]).result();
    expect(missing.code).to.equal(1);
    expect(missing.output).to.contain('there is no database');
    expect(existsSync(nowhere)).to.equal(false);

    const old = join(folder, 'old');
    await mkdir(old);
    await openPGliteDatabase(join(old, 'database')).then((database) => database.close());
    const found = await run(['doctor', '--data', old]).result();
    expect(found.code).to.equal(1);
    expect(found.output).to.match(/the schema is at step 0 of \d+: .*caseload migrate/);
    const database = await openPGliteDatabase(join(old, 'database'));
    const tables = "select to_regclass('schema_migrations') as name";
    expect(await database.query(tables)).to.deep.equal([{ name: null }]);
    await database.close();
  });

  it('says what is wrong with a backup', async () => {
    const file = join(folder, 'bad.gz');
    const missing = await command('restore-backup', join(folder, 'none.gz'));
    expect(missing.errors).to.contain('no such file');
    await writeFile(file, 'no zip');
    const { code, errors } = await command('restore-backup', file);
    expect(code).to.equal(1);
    expect(errors.trim().split('\n')).to.have.length(1);
    await writeFile(file, (await readFile(join(folder, 'all.gz'))).subarray(0, 200));
    expect((await command('restore-backup', file)).errors.trim().split('\n')).to.have.length(1);
  });
});
