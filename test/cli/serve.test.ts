import { randomUUID } from 'node:crypto';
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { lockDataFolder } from '../../src/server/sql/data-folder-lock.ts';
import { copyEmptyDatabase } from '../server/test-database.ts';
import { form, open } from '../server/test-server.ts';
import { buildCli } from './run-cli.ts';

describe('caseload', () => {
  let run: Awaited<ReturnType<typeof buildCli>>;
  let folder: string;

  before(async () => {
    run = await buildCli();
  });
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'caseload-cli-'));
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));

  const serve = (...args: string[]) => run(['serve', '--data', folder, '--port', '0', ...args]);

  /** Starting on a prepared database saves the seconds of making one. */
  const prepare = () => copyEmptyDatabase(join(folder, 'database'));

  it('explains itself', async () => {
    const help = await run(['--help']).result();
    expect(help).to.include({ code: 0, errors: '' });
    expect(help.output).to.contain('serve');
    const serveHelp = await run(['serve', '--help']).result();
    expect(serveHelp.code).to.equal(0);
    expect(serveHelp.output).to.contain('--port').and.contain('DATABASE_URL');
  });

  it('answers what it does not know with a sentence and exit code 2', async () => {
    const cases: [string[], string][] = [
      [[], 'Say which command'],
      [['fly'], 'no command "fly"'],
      [['serve', '--fast'], '--fast'],
      [['serve', 'now'], 'now'],
      [['serve', '--port'], '--port'],
      [['serve', '--port', 'http'], 'not "http"'],
      [['serve', '--port', '70000'], '0 to 65535'],
      [['serve', '--upstream', 'https://hq.example'], '--domain'],
      [['serve', '--large-restore', 'many'], 'whole number'],
      [['serve', '--upstream', 'hq', '--domain', 'x'], 'not "hq"'],
      [['serve', '--upstream', 'https://h.x', '--domain', 'x', '--upstream-app', '=x'], 'ID=NAME'],
    ];
    for (const [args, words] of cases) {
      const { code, output, errors } = await run(args).result();
      expect(code, args.join(' ')).to.equal(2);
      expect(output).to.equal('');
      expect(errors, args.join(' ')).to.contain(words);
      expect(errors.trim().split('\n').length, errors).to.equal(1);
    }
  });

  it('serves the demo project, and gives the folder back when it is told to stop', async () => {
    await prepare();
    const server = serve();
    const url = await server.printed(/ready at (http:\S+)/);
    const users = await server.printed(/Demo users: (.*)\n/);
    expect(users).to.contain('david, maria, zed, nurse, lone');
    expect((await fetch(`${url}/healthz`)).status).to.equal(200);
    expect((await signIn(url)).status).to.equal(200);
    server.signal('SIGINT');
    const { code, errors } = await server.result();
    expect(code).to.equal(0);
    const lines = errors
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as { level: string });
    expect(lines.map(({ level }) => level)).to.not.include('error');
    expect(await readdir(folder)).to.deep.equal(['database']);
  });

  it('stands in front of a project of another server when it is told to', async () => {
    await prepare();
    const server = serve('--upstream', 'http://127.0.0.1:9', '--domain', 'clinic');
    const url = await server.printed(/ready at (http:\S+)/);
    await server.printed(/the project (clinic) at/);
    const answer = await signIn(url);
    expect(answer.status).to.equal(502);
    server.signal('SIGINT');
    expect((await server.result()).code).to.equal(0);
  });

  it('refuses a data folder that another process uses', async () => {
    const lock = await lockDataFolder(folder);
    const { code, errors } = await serve().result();
    expect(code).to.equal(1);
    expect(errors.trim()).to.match(/^The data folder .* is in use by process \d+; stop .*\.$/);
    expect(errors).to.contain(folder).and.contain(String(process.pid));
    await lock.release();
  });

  it('finishes the form that it is taking in before it stops, and has it after the next start', async () => {
    await prepare();
    const first = serve();
    const url = await first.printed(/ready at (http:\S+)/);
    const cookie = (await signIn(url)).headers.get('Set-Cookie')!;
    const id = randomUUID();
    const xml = form([open(id)]);
    const upload = slowUpload(`${url}/api/receiver`, cookie, xml);
    await upload.begun;
    first.signal('SIGTERM');
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(await upload.finish()).to.equal(201);
    expect((await first.result()).code).to.equal(0);
    const second = serve();
    const again = await second.printed(/ready at (http:\S+)/);
    const restore = await fetch(`${again}/api/restore?version=2.0`, {
      headers: { Cookie: cookie },
    });
    expect(await restore.text()).to.contain(id);
    second.signal('SIGTERM');
    await second.result();
  });

  it('starts again after it was killed', async () => {
    await prepare();
    const first = serve();
    await first.printed(/ready at/);
    first.signal('SIGKILL');
    await first.result();
    const second = serve();
    await second.printed(/ready at/);
    second.signal('SIGTERM');
    expect((await second.result()).code).to.equal(0);
  });

  it('says when the port is taken', async () => {
    await prepare();
    const other = createServer().listen(0, 'localhost');
    await new Promise((resolve) => other.once('listening', resolve));
    const { port } = other.address() as AddressInfo;
    const { code, errors } = await serve('--port', String(port)).result();
    other.close();
    expect(code).to.equal(1);
    expect(errors).to.contain(`Port ${port}`).and.contain('--port');
    expect(errors.trim().split('\n').length).to.equal(1);
  });

  it('has told the password of a new project when it then cannot listen', async () => {
    await prepare();
    const other = createServer().listen(0, 'localhost');
    await new Promise((resolve) => other.once('listening', resolve));
    const { port } = other.address() as AddressInfo;
    const { code, output } = await serve('--new', 'Amani', '--port', String(port)).result();
    other.close();
    expect(code).to.equal(1);
    const [, password] = /password: (\S+)\)/.exec(output) ?? [];
    const server = serve();
    const url = await server.printed(/ready at (http:\S+)/);
    expect((await signIn(url, 'admin', password)).status).to.equal(200);
    server.signal('SIGTERM');
    await server.result();
  });

  it('starts a new database with the project of a file', async () => {
    await prepare();
    const file = join(folder, 'project.json');
    const users = [{ username: 'ann', password: 'long enough' }];
    await writeFile(file, JSON.stringify({ domain: 'clinic', name: 'Clinic', users }));
    const server = serve('--project', file);
    const url = await server.printed(/ready at (http:\S+)/);
    const response = await signIn(url, 'ann', 'long enough');
    expect(await response.json()).to.include({ project: 'Clinic', domain: 'clinic' });
    expect((await signIn(url)).status).to.equal(401);
    server.signal('SIGTERM');
    expect((await server.result()).output).not.to.contain('Demo users');
  });

  it('refuses a project file that is wrong before it touches the folder', async () => {
    const file = join(folder, 'project.json');
    await writeFile(file, '{"domain": "clinic"}');
    const { code, errors } = await serve('--project', file).result();
    expect(code).to.equal(1);
    expect(errors).to.contain(file).and.contain('users');
    expect(await readdir(folder)).to.deep.equal(['project.json']);
  });

  it('says that nobody can sign in when there is no project', async () => {
    await prepare();
    const server = serve('--no-demo');
    await server.printed(/There is no project yet.*--project/);
    server.signal('SIGTERM');
    expect((await server.result()).code).to.equal(0);
  });

  it('says that a PostgreSQL cannot be reached', async () => {
    const server = run(['serve'], { DATABASE_URL: 'postgres://nobody@127.0.0.1:1/none' });
    const { code, errors } = await server.result();
    expect(code).to.equal(1);
    expect(errors).to.contain('DATABASE_URL');
    expect(errors.trim().split('\n').length).to.equal(1);
  });
});

function signIn(url: string, username = 'david', password = 'caseload'): Promise<Response> {
  return fetch(`${url}/api/sign-in`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ username, password }),
  });
}

/** Sends the first half of a form; `finish` sends the rest and resolves to the status of the answer. */
function slowUpload(url: string, cookie: string, xml: string) {
  const half = xml.length / 2;
  const upload = request(url, {
    method: 'POST',
    headers: { 'Content-Type': 'text/xml', Cookie: cookie.split(';')[0]! },
  });
  const begun = new Promise<void>((resolve) => {
    upload.write(xml.slice(0, half), () => setTimeout(resolve, 200));
  });
  const finish = () =>
    new Promise<number>((resolve, reject) => {
      upload.on('response', (response) => {
        response.resume();
        response.on('end', () => resolve(response.statusCode!));
      });
      upload.on('error', reject);
      upload.end(xml.slice(half));
    });
  return { begun, finish };
}
