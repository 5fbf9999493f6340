import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect } from 'chai';
import { Resources } from '../../../src/cli/conformance/find-resources.ts';
import { findTests } from '../../../src/cli/conformance/find-tests.ts';

const FILES = [
  'a/xpath.jsonl',
  'a/forms/deep/er/clinic.jsonl',
  'a/forms/notes.txt',
  'a/other/clinic.jsonl',
  'b/odk-forms/x.jsonl',
  'b/runtime/navigation.jsonl',
  'b/case-sharing/more-vectors.json',
  'b/case-sharing/vectors.json',
  'b/vectors.json',
  'b/resources/forms/no-test.jsonl',
  'b/resources/near.txt',
  'resources/near.txt',
  'resources/far.txt',
];

describe('the files of a conformance folder', () => {
  let folder = '';

  before(() => {
    folder = mkdtempSync(join(tmpdir(), 'caseload-tests-'));
    for (const file of FILES) {
      mkdirSync(dirname(join(folder, file)), { recursive: true });
      writeFileSync(join(folder, file), file);
    }
  });

  after(() => rmSync(folder, { recursive: true }));

  it('are known by name and folder, and never below resources', () => {
    expect(findTests(folder, undefined).map(({ name, kind }) => [name, kind])).to.deep.equal([
      ['a/forms/deep/er/clinic.jsonl', 'forms'],
      ['a/xpath.jsonl', 'xpath'],
      ['b/case-sharing/more-vectors.json', 'case-sharing'],
      ['b/case-sharing/vectors.json', 'case-sharing'],
      ['b/odk-forms/x.jsonl', 'forms'],
      ['b/runtime/navigation.jsonl', 'navigation'],
    ]);
  });

  it('are chosen by the end of their path', () => {
    const names = (glob: string) => findTests(folder, glob).map(({ name }) => name);
    expect(names('xpath.jsonl')).to.deep.equal(['a/xpath.jsonl']);
    expect(names('path.jsonl')).to.deep.equal([]);
    expect(names('forms/*.jsonl')).to.deep.equal([]);
    expect(names('forms/**/c*.jsonl')).to.deep.equal(['a/forms/deep/er/clinic.jsonl']);
    expect(names('b/**')).to.have.length(4);
  });

  it('find what they name in the nearest resources folder that has it', () => {
    const resources = new Resources(join(folder, 'b/runtime/navigation.jsonl'));
    expect(resources.text('near.txt')).to.equal('b/resources/near.txt');
    expect(resources.text('far.txt')).to.equal('resources/far.txt');
    expect(() => resources.text('none.txt')).to.throw('the resource none.txt is not in');
  });

  it('are asked for in a folder that exists', () => {
    expect(() => findTests(join(folder, 'nowhere'), undefined)).to.throw('is no folder');
  });
});
