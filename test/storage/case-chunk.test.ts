import { expect } from 'chai';
import { CaseDatabase } from '../../src/case/case-database.ts';
import type { PlacedCases } from '../../src/case/database/case-rows.ts';
import { byChunk, changedChunk, chunkOf, CHUNKS } from '../../src/storage/case-chunk.ts';
import { testCase } from '../sync/support/user-store-contract.ts';

describe('chunkOf', () => {
  it('gives the numbers that existing databases were written with', () => {
    expect(['', 'a', 'case-1', 'ü'].map(chunkOf)).to.deep.equal(KNOWN);
  });

  it('spreads UUIDs and numbered ids evenly', () => {
    for (const id of [() => crypto.randomUUID(), (index: number) => `case-${index}`]) {
      const sizes = new Array<number>(CHUNKS).fill(0);
      for (let index = 0; index < 25_600; index++) sizes[chunkOf(id(index))]! += 1;
      expect(Math.max(...sizes)).to.be.below(200);
      expect(Math.min(...sizes)).to.be.above(40);
    }
  });
});

const KNOWN = [197, 237, 106, 73];

describe('changedChunk', () => {
  it('keeps the place of a case that changes, and drops what is removed', () => {
    const puts = ['a', 'b', 'c'].map((id, index) => ({ place: index + 1, of: testCase(id) }));
    const first = changedChunk(undefined, { puts, removals: new Set() });
    const later = [testCase('d'), testCase('a', 'new')].map((of) => ({ place: 9, of }));
    const second = changedChunk(first, { puts: later, removals: new Set(['b']) });
    expect(casesIn(second)).to.deep.equal([testCase('a', 'new'), testCase('c'), testCase('d')]);
  });
});

function casesIn(chunk: PlacedCases | undefined) {
  const database = new CaseDatabase();
  database.load([chunk!]);
  return [...database.cases()];
}

describe('byChunk', () => {
  it('gives places in the order of the cases, whatever their chunks', () => {
    const changes = byChunk([testCase('b'), testCase('a'), testCase('case-1')], [], 7);
    const placed = [...changes.values()].flatMap((change) => change.puts);
    const places = Object.fromEntries(placed.map(({ place, of }) => [of.caseId, place]));
    expect(places).to.deep.equal({ b: 8, a: 9, 'case-1': 10 });
  });

  it('gathers the changes of one chunk and touches no other', () => {
    const changes = byChunk([testCase('a'), testCase('case-1')], ['a'], 0);
    expect([...changes.keys()].sort()).to.deep.equal([chunkOf('a'), chunkOf('case-1')].sort());
    expect(changes.get(chunkOf('a'))?.removals).to.deep.equal(new Set(['a']));
  });
});
