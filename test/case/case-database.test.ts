import { expect } from 'chai';
import fc from 'fast-check';
import { CaseDatabase } from '../../src/case/case-database.ts';
import { caseReader } from '../../src/case/case-key.ts';
import { packCases } from '../../src/case/database/packed-cases.ts';
import type { Case } from '../../src/case/case.ts';
import { aCase, child } from './a-case.ts';

const ids = (cases: Iterable<Case>): string[] => Array.from(cases, (of) => of.caseId);

/** Ids of the cases that have a value. */
function found(database: CaseDatabase, key: string, value: string): string[] | undefined {
  return database.find(key, value)?.map((row) => database.at(row).caseId);
}

describe('CaseDatabase', () => {
  it('keeps the order of arrival, and the place of a case that changes', () => {
    const database = new CaseDatabase([aCase('a'), aCase('b')]);
    database.put([aCase('c'), aCase('a', { caseName: 'new' })]);
    expect(ids(database.cases())).to.deep.equal(['a', 'b', 'c']);
    expect(database.get('a')).to.include({ caseName: 'new' });
    expect(database.size).to.equal(3);
    expect(database.position('c')).to.equal(2);
    expect(database.position('x')).to.equal(-1);
  });

  it('finds by field, property and index, in order', () => {
    const database = new CaseDatabase([
      aCase('a', { properties: { village: 'north' } }),
      aCase('b', { externalId: 'X', status: 'closed' }),
      aCase('c', { indices: [child('a')], properties: { village: 'north' } }),
    ]);
    expect(found(database, '@case_id', 'b')).to.deep.equal(['b']);
    expect(found(database, '@case_id', 'x')).to.deep.equal([]);
    expect(found(database, '@status', 'closed')).to.deep.equal(['b']);
    expect(found(database, '@external_id', 'X')).to.deep.equal(['b']);
    expect(found(database, 'case_name', 'c')).to.deep.equal(['c']);
    expect(found(database, 'village', 'north')).to.deep.equal(['a', 'c']);
    expect(found(database, 'index/parent', 'a')).to.deep.equal(['c']);
    expect(found(database, 'constructor', 'x')).to.deep.equal([]);
  });

  it('says that dates and deeper paths cannot be looked up', () => {
    const database = new CaseDatabase([aCase('a')]);
    for (const key of [
      'date_opened',
      'last_modified',
      'index',
      'index/parent/@case_type',
      'a/b',
      '@x',
    ]) {
      expect(found(database, key, 'x'), key).to.equal(undefined);
    }
  });

  it('answers from its indexes what a walk over all cases would', () => {
    fc.assert(fc.property(fc.array(step, { maxLength: 30 }), followSteps), { numRuns: 500 });
  });
});

const anyCase = fc
  .record({
    caseId: fc.constantFrom('a', 'b', 'c', 'd', 'e'),
    ownerId: fc.constantFrom('u', 'g'),
    village: fc.constantFrom('n', 's', undefined),
    parent: fc.constantFrom('a', 'b', undefined),
  })
  .map(({ caseId, ownerId, village, parent }) =>
    aCase(caseId, {
      ownerId,
      properties: village === undefined ? {} : { village },
      indices: parent === undefined ? [] : [child(parent)],
    }),
  );

type Step = (database: CaseDatabase, model: Map<string, Case>) => void;

const step: fc.Arbitrary<Step> = fc.oneof(
  fc.array(anyCase, { maxLength: 3 }).map((cases): Step => (database, model) => {
    database.put(cases);
    for (const of of cases) model.set(of.caseId, of);
  }),
  fc.constantFrom('a', 'b', 'c').map((id): Step => (database, model) => {
    database.remove([id]);
    model.delete(id);
  }),
  fc.array(anyCase, { maxLength: 3 }).map((cases): Step => (database, model) => {
    const distinct = [...new Map(cases.map((of) => [of.caseId, of])).values()];
    // The places tell the order, whatever the blocks are.
    const blocks = distinct.map((of, n) => ({ places: [n * 7], cases: packCases([of]) }));
    database.load(blocks.reverse());
    model.clear();
    for (const of of distinct) model.set(of.caseId, of);
  }),
);

const KEYS = ['@owner_id', 'village', 'index/parent', '@case_id', '@case_type', 'userid'];

/** After each step every question has the answer of a plain filter over a plain map. */
function followSteps(steps: readonly Step[]): void {
  const database = new CaseDatabase();
  const model = new Map<string, Case>();
  for (const take of steps) {
    take(database, model);
    expect([...database.cases()]).to.deep.equal([...model.values()]);
    for (const [place, id] of [...model.keys()].entries()) {
      expect(database.position(id)).to.equal(place);
    }
    for (const key of KEYS) {
      for (const value of ['u', 'g', 'n', 's', 'a', 'b']) {
        const walked = [...model.values()].filter((of) => caseReader(key)!(of) === value);
        expect(found(database, key, value), `${key}=${value}`).to.deep.equal(ids(walked));
        const both = walked.filter((of) => of.ownerId === 'u');
        const rows = database.findAll([
          [key, value],
          ['@owner_id', 'u'],
        ]);
        expect(rows?.map((row) => database.at(row).caseId)).to.deep.equal(ids(both));
      }
    }
  }
}
