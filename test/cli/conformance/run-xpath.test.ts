import { expect } from 'chai';
import { Resources } from '../../../src/cli/conformance/find-resources.ts';
import type { XPathLine } from '../../../src/cli/conformance/run-xpath.ts';
import { runXPath } from '../../../src/cli/conformance/run-xpath.ts';

const resources = new Resources('/nowhere/xpath.jsonl');

function run(expr: string, expected: XPathLine['expect'], more: Partial<XPathLine> = {}) {
  const base = { id: 'x', cat: 'x', now: '2026-03-15T10:30:00Z', tz: 'UTC' };
  return runXPath({ ...base, expr, expect: expected, ...more }, resources);
}

describe('runXPath', () => {
  it('passes a right value and tells a wrong one', () => {
    expect(run('1 + 1', { type: 'number', value: 2, string: '2' })).to.equal(undefined);
    expect(run('1 + 1', { type: 'number', value: 3 })).to.equal('value: expected 3, got 2');
    expect(run('1 + 1', { type: 'string', value: '2' })).to.contain('type: expected "string"');
  });

  it('holds the text of a value against that of CommCare alone', () => {
    const wrong = { type: 'number', value: 2, string: '2.0' };
    expect(run('2', wrong)).to.equal('string: expected "2.0", got "2"');
    expect(run('2', wrong, { dialect: 'odk' })).to.equal(undefined);
  });

  it('wants an error of the stated phase', () => {
    expect(run('1 +', { error: 'parse' })).to.equal(undefined);
    expect(run('1 +', { error: 'eval' })).to.contain('error: expected "eval');
    expect(run('1', { error: 'eval' })).to.contain('got 1');
    expect(run('1 +', { type: 'number', value: 1 })).to.contain('an error (parse)');
  });

  it('wants a clean error where the reference engine broke down', () => {
    const quirk = 'any clean error of ours is right';
    expect(run('nosuch()', { error: 'eval' }, { quirk })).to.equal(undefined);
    expect(run('1', { error: 'eval' }, { quirk })).to.contain(quirk);
  });

  it('pins the clock, and looks at random values for their shape alone', () => {
    const today = { type: 'date', value: '2026-03-15T00:00:00.000Z', string: '2026-03-15' };
    expect(run('today()', today)).to.equal(undefined);
    expect(run('random()', { type: 'number', random: true, min: 0, max: 1 })).to.equal(undefined);
    expect(run('random()', { type: 'number', random: true, min: 2, max: 3 })).to.contain('between');
  });
});
