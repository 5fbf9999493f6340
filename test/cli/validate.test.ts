import { expect } from 'chai';
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildCli } from './run-cli.ts';

/** Writes a copy of the sample app with a changed definition, and returns its folder. */
async function changed(base: string, change: (json: string) => string): Promise<string> {
  const folder = join(base, 'app');
  await cp('forms/maternal-health', folder, { recursive: true });
  const file = join(folder, 'app.json');
  await writeFile(file, change(await readFile(file, 'utf8')));
  return folder;
}

describe('caseload validate', () => {
  let run: Awaited<ReturnType<typeof buildCli>>;
  let base: string;

  before(async () => {
    run = await buildCli();
    base = await mkdtemp(join(tmpdir(), 'caseload-validate-'));
  });

  after(() => rm(base, { recursive: true, force: true }));

  it('finds nothing in a sound app', async () => {
    const { code, output } = await run(['validate', 'forms/maternal-health']).result();
    expect({ code, output }).to.deep.equal({
      code: 0,
      output: 'forms/maternal-health: nothing found.\n',
    });
  });

  it('names file, place, reason and remedy of an owner that will surprise somebody', async () => {
    const app = await changed(base, (json) =>
      json.replace('"village": "/data/mother/village",', '"owner_id": "/data/mother/village",'),
    );
    const text = await run(['validate', app]).result();
    expect(text.code).to.equal(0);
    expect(text.output).to.match(/^register\.xml \/data\/case: warning: .*not always asked/);
    expect(text.output).to.contain('Nobody ever sees it again').and.contain('hidden value');
    const json = await run(['validate', app, '--json']).result();
    const [finding] = JSON.parse(json.output) as Record<string, unknown>[];
    expect(finding).to.include({ level: 'warning', kind: 'maybeUnowned', file: 'register.xml' });
    expect(finding).to.include.keys('place', 'line', 'message', 'why', 'remedy');
  });

  it('opens a compiled app’s folder and a single form, and tells which form is broken', async () => {
    const folder = join(base, 'compiled');
    await mkdir(folder);
    const profile = `<profile version="1" uniqueid="x"><property key="CommCare App Name" value="X"/><suite>
      <resource id="suite" version="1"><location authority="local">./suite.xml</location></resource></suite></profile>`;
    await writeFile(join(folder, 'profile.ccpr'), profile);
    await writeFile(join(folder, 'suite.xml'), '<suite version="1"/>');
    const compiled = await run(['validate', folder]).result();
    expect(compiled).to.include({ code: 0, output: `${folder}: nothing found.\n` });
    const form = await run(['validate', 'forms/maternal-health/register.xml']).result();
    expect(form.code).to.equal(0);
    const broken = join(base, 'broken.xml');
    await writeFile(broken, '<h:html xmlns:h="http://www.w3.org/1999/xhtml"><h:head>');
    const error = await run(['validate', broken]).result();
    expect(error.code).to.equal(1);
    expect(error.output).to.contain('broken.xml').and.contain('error');
  });

  it('says who of a project would be blocked', async () => {
    const file = join(base, 'project.json');
    const user = (username: string) => ({ username, password: 'long enough' });
    const project = {
      ...{ domain: 'clinic', name: 'Clinic', users: ['ann', 'ben'].map(user) },
      groups: [{ name: 'Night shift', caseSharing: true, members: ['ann'] }],
    };
    await writeFile(file, JSON.stringify(project));
    const args = ['validate', 'forms/maternal-health', '--project', file, '--json'];
    const { code, output } = await run(args).result();
    const findings = JSON.parse(output) as { kind: string; users: { username: string }[] }[];
    const blocked = findings.filter(({ kind }) => kind === 'blockedUsers');
    expect(code).to.equal(0);
    expect(blocked[0]?.users.map(({ username }) => username)).to.deep.equal(['ben']);
  });

  it('ends with 1 for an app that cannot be opened, and says everything that is wrong', async () => {
    const app = await changed(base, (json) =>
      json.replace('"case_sharing": true', '"case_sharing": 7'),
    );
    const { code, output } = await run(['validate', app]).result();
    expect(code).to.equal(1);
    expect(output).to.contain('case_sharing: error: This should be true or false.');
  });

  it('ends with 2 when it is not told what to look at', async () => {
    const { code, errors } = await run(['validate']).result();
    expect(code).to.equal(2);
    expect(errors).to.contain('caseload validate --help');
  });
});
