import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { runLine } from '../../../src/cli/conformance/conformance.ts';
import { setbacks } from '../../../src/cli/conformance/report.ts';
import { buildCli } from '../run-cli.ts';

const BASE = { cat: 'sum', now: '2026-03-15T10:30:00Z', tz: 'UTC' };
const LINES = [
  { ...BASE, id: 'right', expr: '1 + 1', expect: { type: 'number', value: 2 } },
  { ...BASE, id: 'wrong', expr: '1 + 1', expect: { type: 'number', value: 3 } },
  { ...BASE, id: 'crash', expr: '1', instance: 'none.xml', expect: { type: 'number', value: 1 } },
];

describe('caseload conformance', () => {
  let folder = '';
  let start: Awaited<ReturnType<typeof buildCli>>;

  before(async () => {
    start = await buildCli();
    folder = mkdtempSync(join(tmpdir(), 'caseload-conformance-'));
    mkdirSync(join(folder, 'data'));
    writeFileSync(
      join(folder, 'data/xpath.jsonl'),
      LINES.map((line) => JSON.stringify(line)).join('\n'),
    );
  });

  after(() => rmSync(folder, { recursive: true }));

  function run(...args: string[]) {
    return start(['conformance', join(folder, 'data'), ...args]).result();
  }

  it('prints a table, the failures with their reasons, and the closing line', async () => {
    const { code, output } = await run();
    expect(code).to.equal(0);
    expect(output).to.contain('xpath.jsonl: 1 passed, 2 failed');
    expect(output).to.match(/sum +1 passed +2 failed/);
    expect(output).to.contain('✗ wrong\n      value: expected 3, got 2');
    expect(output).to.contain('✗ crash\n      threw Error: ENOENT');
    expect(output.trimEnd().split('\n').at(-1)).to.equal('1 passed, 2 failed');
  });

  it('writes every result, and the counts to hold a later run against', async () => {
    const [json, record] = [join(folder, 'all.json'), join(folder, 'record.json')];
    await run('--json', json, '--record', record);
    const results = JSON.parse(readFileSync(json, 'utf8')) as { id: string; passed: boolean }[];
    expect(results.map(({ id, passed }) => [id, passed])).to.deep.equal([
      ['right', true],
      ['wrong', false],
      ['crash', false],
    ]);
    expect(JSON.parse(readFileSync(record, 'utf8'))).to.deep.equal({ 'xpath.jsonl': 1 });
    expect((await run('--against', record)).code).to.equal(0);
  });

  it('ends with exit code 1 when fewer lines pass than recorded', async () => {
    const record = join(folder, 'better.json');
    writeFileSync(record, '{"xpath.jsonl": 2}');
    const { code, output } = await run('--against', record);
    expect(code).to.equal(1);
    expect(output).to.contain('✗ xpath.jsonl: 1 passed, 2 had passed before');
  });

  it('says what is wrong with the command line or the folder', async () => {
    expect((await start(['conformance']).result()).errors).to.contain('Name one folder');
    expect((await run('--only', 'nothing')).errors).to.contain('There are no test files');
    expect((await run('--nonsense')).code).to.equal(2);
  });
});

describe('runLine', () => {
  it('makes a crash the failure of its line', () => {
    const run = () => {
      throw new TypeError('no such thing');
    };
    const { passed, reason } = runLine({ id: 'x', category: 'y', run }, 'f.jsonl');
    expect(passed).to.equal(false);
    expect(reason).to.contain('threw TypeError: no such thing');
  });
});

describe('setbacks', () => {
  it('passes over files that were not run, and those that are new', () => {
    expect(setbacks({ a: 5, b: 5 }, { a: 5, c: 1 })).to.deep.equal([]);
    expect(setbacks({ a: 5 }, { a: 4 })).to.have.length(1);
  });
});
