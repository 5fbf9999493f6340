import { expect } from 'chai';
import { applyRestoredCases } from '../../src/case/apply-restored-cases.ts';
import { parseRestore } from '../../src/openrosa/parse-restore.ts';
import type { Restore } from '../../src/openrosa/restore.ts';
import { writeRestore } from '../../src/openrosa/write-restore.ts';
import type { RestoreContent } from '../../src/openrosa/write-restore.ts';
import { parseXml } from '../../src/xml/parse-xml.ts';
import { childElements, xmlElement } from '../../src/xml/xml-element.ts';
import { aCase, child } from '../case/a-case.ts';

const CONTENT: RestoreContent = {
  syncToken: 'tok-1',
  registration: {
    username: 'ann',
    userId: 'u1',
    date: '2026-01-01',
    userData: { a: '<1>', b: '' },
  },
  fixtures: [
    { id: 'list', userId: undefined, root: xmlElement('items', ''), indices: ['@id'] },
    { id: 'user-groups', userId: 'u1', root: xmlElement('groups', ''), indices: [] },
  ],
  cases: [aCase('a', { properties: { note: 'x & y' } }), aCase('b', { status: 'closed' })],
  removals: ['gone', 'case'],
};

const written = (content: Partial<RestoreContent> = {}): string =>
  [...writeRestore({ ...CONTENT, ...content })].join('');

describe('writeRestore', () => {
  const restore: Restore = parseRestore(written());

  it('writes the parts in the order that clients expect', () => {
    const names = childElements(parseXml(written(), 'restore')).map((part) => part.name);
    expect(names).to.deep.equal([
      'message',
      'Sync',
      'Registration',
      'schema',
      'fixture',
      'fixture',
      'case',
      'case',
      'removals',
    ]);
  });

  it('writes the registration in the order in which devices ask for it', () => {
    const registration = childElements(parseXml(written(), 'restore'))[2]!;
    expect(childElements(registration).map((part) => part.name)).to.deep.equal([
      'username',
      'password',
      'uuid',
      'date',
      'user_data',
    ]);
  });

  it('is read back as it was written', () => {
    expect(restore.problems).to.deep.equal([]);
    expect(restore.syncToken).to.equal('tok-1');
    expect(restore.message).to.equal('Successfully restored account ann!');
    expect(restore.registration).to.deep.include({ username: 'ann', userId: 'u1' });
    expect(restore.registration!.userData).to.deep.include({ a: '<1>', b: '' });
    expect(
      restore.fixtures.map(({ id, userId, indices }) => ({ id, userId, indices })),
    ).to.deep.equal([
      { id: 'list', userId: undefined, indices: ['@id'] },
      { id: 'user-groups', userId: 'u1', indices: [] },
    ]);
    expect(restore.removals).to.deep.equal(['gone', 'case']);
    const { changes } = applyRestoredCases(() => undefined, restore.cases, { userId: '', now: '' });
    expect(changes.map((change) => change.after)).to.deep.equal(CONTENT.cases);
  });

  it('replaces what a device held of a case', () => {
    const stale = aCase('a', { properties: { old: '1' }, indices: [child('p')] });
    const { changes } = applyRestoredCases(() => stale, restore.cases.slice(0, 1), {
      userId: '',
      now: '',
    });
    expect(changes[0]!.after).to.deep.include({ properties: { note: 'x & y' }, indices: [] });
  });

  it('has no case for other clients in the removals', () => {
    const removals = written().split('<removals')[1]!;
    expect(removals).not.to.match(/<[^>]*\bcase\b[^>]*>/);
    expect(written({ removals: [] })).not.to.include('removals');
  });

  it('takes cases one at a time', () => {
    let taken = 0;
    function* rows(): Generator<ReturnType<typeof aCase>> {
      for (const id of ['a', 'b', 'c']) {
        taken += 1;
        yield aCase(id);
      }
    }
    const pieces = writeRestore({ ...CONTENT, cases: rows() });
    for (const piece of pieces) if (piece.includes('case_id="a"')) break;
    expect(taken).to.equal(1);
  });
});
