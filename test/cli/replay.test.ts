import { expect } from 'chai';
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseXml } from '../../src/xml/parse-xml.ts';
import { buildCli } from './run-cli.ts';

const APP = resolve('forms/village');

const WORLD = ['{"group":"a"}', '{"user":"david","groups":["a"]}'];
const REGISTERED = [
  '{"open":["New household","Register a household"]}',
  '{"answer":"/data/head","value":"Otieno"}',
  '{"answer":"/data/people","value":"4"}',
  '{"answer":"/data/water","value":"well"}',
  '{"submit":true}',
];

describe('caseload replay', () => {
  let run: Awaited<ReturnType<typeof buildCli>>;
  let base: string;

  before(async () => {
    run = await buildCli();
  });

  beforeEach(async () => {
    base = await mkdtemp(join(tmpdir(), 'caseload-replay-'));
  });

  afterEach(() => rm(base, { recursive: true, force: true }));

  /** Writes a recording about the villages, and returns its file. */
  async function record(name: string, ...lines: readonly string[]): Promise<string> {
    const folder = join(base, 'sessions');
    await mkdir(folder, { recursive: true });
    const header = JSON.stringify({
      recording: 1,
      title: `Story ${name}`,
      app: APP,
      now: '2026-06-15T08:00:00Z',
      seed: 1,
    });
    const file = join(folder, `${name}.jsonl`);
    await writeFile(file, [header, ...WORLD, ...lines, ''].join('\n'));
    return file;
  }

  async function replayed(...args: string[]) {
    const { code, output } = await run(['replay', ...args]).result();
    return { code, output };
  }

  const same = () => record('same', ...REGISTERED, '{"expectCase":"Otieno","owner":"a"}');
  const differs = () => record('differs', ...REGISTERED, '{"expectCase":"Otieno","owner":"b"}');

  it('plays every recording of a folder, and ends with 0 when all go as they say', async () => {
    await same();
    const { code, output } = await replayed(base);
    expect({ code, output }).to.deep.equal({
      code: 0,
      output: '✓ Story same\n\n1 as recorded, 0 differ\n',
    });
  });

  it('names file, line, subject, what was expected and what is, and ends with 1', async () => {
    const file = await differs();
    const { code, output } = await replayed(file);
    expect(code).to.equal(1);
    expect(output).to.match(/✗ Story differs\n/);
    expect(output).to.match(
      /differs\.jsonl:9 “Otieno” [-0-9a-f]+\n {2}expected owner "b"\n {2}but it is "a"\n/,
    );
  });

  it('ends with 2 for what cannot be played, and says every fault with its remedy', async () => {
    const file = await record('broken', '{"opn":["New household"]}', '{"submit":"yes"}');
    const { code, output } = await replayed(file);
    expect(code).to.equal(2);
    expect(output).to.contain('broken.jsonl:4: “opn” is not known. Did you mean “open”?');
    expect(output).to.contain('broken.jsonl:5: “submit” cannot be "yes". It should be true.');
    expect(output).to.contain('1 could not be played');
    const header = '{"recording":1,"app":"nowhere"}\n{"user":"d"}\n{"sync":true}\n';
    await writeFile(file, header);
    const lost = await replayed(file);
    expect(lost.code).to.equal(2);
    expect(lost.output).to.match(/The app .*nowhere cannot be opened: There is no /);
    expect((await run(['replay', join(base, 'none')]).result()).code).to.equal(2);
    expect((await run(['replay', '--reporter', 'loud']).result()).errors).to.contain('pretty, tap');
  });

  it('plays only what is asked for: by words, by part, to the first that differs', async () => {
    await differs();
    await same();
    expect((await replayed(base, '--grep', 'STORY S')).output).to.match(/^✓ Story same\n\n1 as/);
    expect((await replayed(base, '--bail')).output).to.contain('0 as recorded, 1 differ');
    expect((await replayed(base, '--shard', '2/2')).output).to.match(/^✓ Story same\n\n1 as/);
    expect((await run(['replay', '--shard', '3/2']).result()).code).to.equal(2);
  });

  it('writes snapshots when it is told to, and holds later runs against them', async () => {
    const lines = [...REGISTERED, '{"snapshot":"form.xml"}'];
    const file = await record('kept', ...lines);
    expect((await replayed(file)).output).to.contain('write it with --update');
    expect((await replayed(file, '--update')).code).to.equal(0);
    expect((await replayed(file)).code).to.equal(0);
    const kept = join(base, 'sessions/snapshots/kept.form.xml');
    expect(await readFile(kept, 'utf8')).to.contain('<head>Otieno</head>');
    await record('kept', ...lines.map((line) => line.replace('"4"', '"5"')));
    const { code, output } = await replayed(file);
    expect(code).to.equal(1);
    expect(output).to.contain('<people>4</people>').and.contain('there is: <people>5</people>');
  });

  it('tells the same for machines: TAP, JUnit, JSON and annotations', async () => {
    const file = await differs();
    await same();
    const tap = (await replayed(base, '--reporter', 'tap')).output;
    expect(tap).to.match(/^TAP version 14\n1\.\.2\nnot ok 1 - Story differs\n# .*:9/);
    expect(tap).to.match(/\nok 2 - Story same\n$/);
    const suite = parseXml((await replayed(base, '--reporter', 'junit')).output, 'junit');
    const attributes = suite.attributes.map(({ name, value }) => `${name}=${value}`);
    expect(attributes).to.include.members(['tests=2', 'failures=1', 'errors=0']);
    const [first] = JSON.parse((await replayed(base, '--reporter', 'json')).output);
    expect(first).to.include({ outcome: 'differs', file });
    expect(first.divergence).to.include({ expected: 'owner "b"', actual: 'it is "a"' });
    const github = (await replayed(base, '--reporter', 'github')).output;
    expect(github).to.match(/^::error file=.*differs\.jsonl,line=9::Story differs%0A/);
  });

  it('warns of a recording that does not pin the time', async () => {
    const file = await same();
    await writeFile(file, (await readFile(file, 'utf8')).replace(/,"now":"[^"]*"/, ''));
    const { code, output } = await replayed(file);
    expect(code).to.equal(0);
    expect(output).to.contain('warning: ').and.contain('Add "now" to the first line.');
  });

  it('reads YAML, and names the line in it', async () => {
    await same();
    const file = join(base, 'sessions', 'story.yaml');
    await writeFile(
      file,
      `- recording: 1\n  app: ${APP}\n  now: "2026-06-15T08:00:00Z"\n  seed: 1\n- user: ann\n- expectScreen: menu\n  title: Nothing\n`,
    );
    const { code, output } = await replayed(base);
    expect(code).to.equal(1);
    expect(output).to.contain(`${file}:6 “The screen”`);
  });

  it('tells which branches were taken, and differs when they are too few', async () => {
    const file = await same();
    const enough = await replayed(file, '--coverage', 'text', '--min-branches', '10');
    expect(enough.code).to.equal(0);
    expect(enough.output).to.match(/Branches: \d+ of \d+ \(\d+ %\)/);
    const html = join(base, 'coverage.html');
    const few = await replayed(file, '--coverage', html, '--min-branches', '99');
    expect(few.code).to.equal(1);
    expect(await readFile(html, 'utf8')).to.contain('Register a household');
  });

  it('makes a recording of a submission, about somebody else, and one of a form entry session', async () => {
    const submission = join(base, 'submission.xml');
    await writeFile(
      submission,
      `<data xmlns="urn:caseload:village:register"><head>Anna Lee</head><people>3</people><water>tap</water>
        <case xmlns="http://commcarehq.org/case/transaction/v2" case_id="c" date_modified="2026-06-10T08:00:00Z" user_id="u"><create>
        <case_name>Anna Lee</case_name><owner_id>g</owner_id><case_type>household</case_type></create></case>
        <meta xmlns="http://openrosa.org/jr/xforms"><instanceID>i</instanceID><userID>u</userID></meta></data>`,
    );
    const sent = join(base, 'sessions', 'sent.jsonl');
    expect(
      await replayed('from-submission', submission, '--app', APP, '--out', sent),
    ).to.deep.equal({
      code: 0,
      output: `✓ ${sent}\n`,
    });
    const text = await readFile(sent, 'utf8');
    expect(text).to.contain('{"answer":"/data/people","value":"3"}').and.not.contain('Anna Lee');
    const { output } = await replayed('export', sent);
    const session = join(base, 'session.txt');
    await writeFile(session, output);
    const form = ['--form', 'New household > Register a household'];
    const again = join(base, 'sessions', 'again.jsonl');
    await replayed('import', session, '--app', APP, ...form, '--out', again, '--keep-values');
    expect((await replayed('export', again)).output).to.equal(output);
    expect((await replayed(base)).code).to.equal(0);
  });

  it('leaves out of a recording what has nothing to do with its difference', async () => {
    const file = await differs();
    const { output } = await replayed('minimize', file);
    const words = output
      .trim()
      .split('\n')
      .map((row) => Object.keys(JSON.parse(row))[0]);
    expect(words).to.include('expectCase').and.to.include('submit');
    const short = await record('short', ...output.trim().split('\n').slice(3));
    expect((await replayed(short)).code).to.equal(1);
    expect((await replayed('minimize', await same())).code).to.equal(2);
  });

  it('begins an app with a recording that goes as it says', async () => {
    const app = join(base, 'app');
    await cp(APP, app, { recursive: true });
    await rm(join(app, 'sessions'), { recursive: true });
    expect((await replayed('init', app)).code).to.equal(0);
    expect(await replayed(app)).to.deep.include({ code: 0 });
    expect((await replayed('init', app)).code).to.equal(2);
  });

  it('takes over the new paths of renamed questions when asked to, and says so', async () => {
    await cp(APP, join(base, 'app'), { recursive: true });
    const form = join(base, 'app/register.xml');
    const text = await readFile(form, 'utf8');
    await writeFile(form, text.replaceAll('/data/people', '/data/persons').replace('<people/>', '<persons/>')); // prettier-ignore
    const definition = join(base, 'app/app.json');
    await writeFile(definition, (await readFile(definition, 'utf8')).replace('/data/people', '/data/persons')); // prettier-ignore
    const label = 'How many people live here?';
    const lines = [
      REGISTERED[0]!,
      '{"expect":"/data/people","required":true}',
      `{"answer":"/data/people","value":"4","question":"${label}"}`,
      '{"answer":"/data/people","value":"0","refused":"constraint"}',
    ];
    const file = await record('renamed', ...lines);
    await writeFile(file, (await readFile(file, 'utf8')).replace(APP, join(base, 'app')));
    const before = await replayed(file);
    expect(before).to.include({ code: 1 }, before.output);
    const fixed = await replayed(file, '--fix');
    expect(fixed.output).to.contain('/data/people is /data/persons now');
    expect((await replayed(file)).code).to.equal(0);
    expect(await readFile(file, 'utf8')).to.not.contain('/data/people');
  });
});
