import { expect } from 'chai';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { FileHost } from '../../../src/cli/replay/file-host.ts';
import { fixRecording } from '../../../src/cli/replay/fix-recording.ts';
import { formXml } from '../../support/scenario.ts';

type Lines = readonly Readonly<Record<string, unknown>>[];

const HEADER = { recording: 1, app: '../app', now: '2026-06-15T08:00:00Z', seed: 1 };
const BEGUN: Lines = [HEADER, { user: 'ann' }];

const open = (form: string) => ({ open: ['Forms', form] });
const answer = (question: string, value = 'x') => ({ answer: `/data/${question}`, value });
const submit = { submit: true };

describe('renamed questions in a recording and what it includes', () => {
  let base: string;

  /** An app with the forms Ours, in which `villages` was `village`, and Theirs, which has `village` still. */
  beforeEach(async () => {
    base = await mkdtemp(join(tmpdir(), 'caseload-fix-'));
    await mkdir(join(base, 'app'));
    await mkdir(join(base, 'sessions'));
    const forms = [form('Ours', 'villages', 'people'), form('Theirs', 'village', 'people')];
    for (const { name, xform, text } of forms) {
      await writeFile(join(base, 'app', xform), text.replaceAll('Test form', name));
    }
    const app = {
      ...{ id: 'two', name: 'Two', version: 1 },
      modules: [
        {
          name: 'Forms',
          case_type: 'house',
          forms: forms.map(({ name, xform }) => ({ name, xform })),
        },
      ],
    };
    await writeFile(join(base, 'app/app.json'), JSON.stringify(app));
  });

  afterEach(() => rm(base, { recursive: true, force: true }));

  function form(name: string, ...questions: readonly string[]) {
    const data = questions.map((question) => `<${question}/>`).join('');
    const body = questions.map(
      (question) => `<input ref="/data/${question}"><label>${question}</label></input>`,
    );
    const text = formXml({ data, body: body.join('') }).replace('formdesigner/test', `two/${name}`);
    return { name, xform: `${name}.xml`, text };
  }

  async function write(name: string, lines: Lines): Promise<string> {
    const file = join(base, 'sessions', name);
    await writeFile(file, lines.map((line) => `${JSON.stringify(line)}\n`).join(''));
    return file;
  }

  async function linesOf(name: string): Promise<Lines> {
    const text = await readFile(join(base, 'sessions', name), 'utf8');
    return text.trim().split('\n').map((row) => JSON.parse(row)); // prettier-ignore
  }

  const fix = (file: string) => fixRecording(file, new FileHost({ update: false }));

  it('get their new paths in their own form alone', async () => {
    const theirs = [open('Theirs'), answer('village'), submit];
    const ours = (name: string) => [open('Ours'), answer(name, 'a'), answer(name, 'b'), submit];
    const around = (name: string) => [...BEGUN, ...theirs, ...ours(name), ...theirs, ...ours(name)];
    const file = await write('a.jsonl', around('village'));
    const told = await fix(file);
    expect(told).to.deep.equal(Array(2).fill(`${file}: /data/village is /data/villages now`));
    expect(await linesOf('a.jsonl')).to.deep.equal(around('villages'));
  });

  it('get them at once in every file that has a part of that filling-in', async () => {
    const filled = (name: string) => [answer(name), { expect: `/data/${name}`, value: 'x' }];
    await write('_filled.jsonl', filled('village'));
    const around = (name: string) => [
      ...[...BEGUN, open('Ours'), { expect: `/data/${name}`, value: '' }],
      ...[{ include: '_filled.jsonl' }, answer(name, 'y'), submit],
    ];
    const told = await fix(await write('a.jsonl', around('village')));
    expect(told).to.have.length(2);
    expect(await linesOf('a.jsonl')).to.deep.equal(around('villages'));
    expect(await linesOf('_filled.jsonl')).to.deep.equal(filled('villages'));
  });

  it('stay in all files where one of them is in YAML', async () => {
    const yaml = '- answer: /data/village\n  value: x\n';
    await writeFile(join(base, 'sessions/_filled.yaml'), yaml);
    const lines = [
      ...[...BEGUN, open('Ours'), answer('village')],
      ...[{ include: '_filled.yaml' }, submit],
    ];
    expect(await fix(await write('a.jsonl', lines))).to.deep.equal([]);
    expect(await linesOf('a.jsonl')).to.deep.equal(lines);
  });

  it('are not renamed to and fro in what two forms share', async () => {
    await write('_filled.jsonl', [answer('village')]);
    const filled = (name: string) => [open(name), { include: '_filled.jsonl' }, submit];
    const lines = [...BEGUN, ...filled('Ours'), ...filled('Theirs')];
    expect(await fix(await write('a.jsonl', lines))).to.have.length(1);
  });
});
