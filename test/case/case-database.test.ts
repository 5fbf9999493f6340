import { expect } from 'chai';
import fc from 'fast-check';
import { CaseDatabase } from '../../src/case/case-database.ts';
import { caseReader } from '../../src/case/case-key.ts';
import type { Case } from '../../src/case/case.ts';
import { aCase, child } from './a-case.ts';

const ids = (cases: Iterable<Case> | undefined): string[] => [...cases!].map((of) => of.caseId);

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
    expect(ids(database.find('@case_id', 'b'))).to.deep.equal(['b']);
    expect(ids(database.find('@case_id', 'x'))).to.deep.equal([]);
    expect(ids(database.find('@status', 'closed'))).to.deep.equal(['b']);
    expect(ids(database.find('@external_id', 'X'))).to.deep.equal(['b']);
    expect(ids(database.find('case_name', 'c'))).to.deep.equal(['c']);
    expect(ids(database.find('village', 'north'))).to.deep.equal(['a', 'c']);
    expect(ids(database.find('index/parent', 'a'))).to.deep.equal(['c']);
    expect(ids(database.find('constructor', 'x'))).to.deep.equal([]);
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
      expect(database.find(key, 'x'), key).to.equal(undefined);
    }
  });

  it('gives the same long answer until a case changes', () => {
    const database = new CaseDatabase(Array.from({ length: 60 }, (_, i) => aCase(`c${i}`)));
    const first = database.find('@status', 'open');
    expect(database.find('@status', 'open')).to.equal(first);
    database.put([aCase('c3', { status: 'closed' })]);
    expect(database.find('@status', 'open')).to.have.lengthOf(59);
  });

  it('tells observers once what came, changed or went, and nothing when nothing did', () => {
    const same = aCase('a');
    const database = new CaseDatabase([same]);
    const seen: string[][] = [];
    const end = database.observe((changed) => seen.push([...changed]));
    database.put([same]);
    database.remove(['x']);
    database.put([aCase('b'), aCase('c')]);
    database.remove(['c', 'x']);
    database.commit([{ before: same, after: aCase('a', { caseName: 'n' }), disrupted: false }]);
    database.replaceAll([aCase('d')]);
    end();
    database.put([aCase('e')]);
    expect(seen).to.deep.equal([['b', 'c'], ['c'], ['a'], ['a', 'b', 'd']]);
  });

  it('lets an observer read the new state, and stop', () => {
    const database = new CaseDatabase();
    let size = 0;
    const end = database.observe(() => {
      size = database.find('@status', 'open')!.length;
      end();
    });
    database.put([aCase('a'), aCase('b')]);
    database.put([aCase('c')]);
    expect(size).to.equal(2);
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
    database.replaceAll(cases);
    model.clear();
    for (const of of cases) model.set(of.caseId, of);
  }),
);

/** After each step every question has the answer of a plain filter over a plain map. */
function followSteps(steps: readonly Step[]): void {
  const database = new CaseDatabase();
  const model = new Map<string, Case>();
  for (const take of steps) {
    take(database, model);
    expect(ids(database.all())).to.deep.equal([...model.keys()]);
    for (const [place, id] of [...model.keys()].entries()) {
      expect(database.position(id)).to.equal(place);
    }
    for (const key of ['@owner_id', 'village', 'index/parent']) {
      for (const value of ['u', 'g', 'n', 's', 'a', 'b']) {
        const walked = [...model.values()].filter((of) => caseReader(key)!(of) === value);
        expect(database.find(key, value), `${key}=${value}`).to.deep.equal(walked);
      }
    }
  }
}
