import { expect } from 'chai';
import { CaseDatabase } from '../../src/case/case-database.ts';
import type { PlacedCases } from '../../src/case/database/case-rows.ts';
import {
  byChunk,
  changedChunk,
  chunkOf,
  chunksFor,
  splitChunk,
} from '../../src/storage/case-chunk.ts';
import { testCase } from '../sync/support/user-store-contract.ts';

describe('chunkOf', () => {
  it('gives the numbers that existing databases were written with', () => {
    expect(['', 'a', 'case-1', 'ü'].map((id) => chunkOf(id, 256))).to.deep.equal(KNOWN);
  });

  it('spreads UUIDs and numbered ids evenly, over however many chunks', () => {
    for (const chunks of [4, 32, 256]) {
      for (const id of [() => crypto.randomUUID(), (index: number) => `case-${index}`]) {
        const sizes = new Array<number>(chunks).fill(0);
        for (let index = 0; index < chunks * 100; index++) sizes[chunkOf(id(index), chunks)]! += 1;
        expect(Math.max(...sizes)).to.be.below(200);
        expect(Math.min(...sizes)).to.be.above(40);
      }
    }
  });
});

describe('chunksFor', () => {
  it('gives each chunk a few hundred cases, and never more than 256 chunks', () => {
    expect([0, 400, 401, 10_000, 100_000, 1_000_000].map(chunksFor)).to.deep.equal([
      ...[1, 1, 2, 32, 256, 256],
    ]);
  });
});

describe('splitChunk', () => {
  it('lays each case where it belongs, with its place', () => {
    const ids = Array.from({ length: 100 }, (_, index) => `case-${index}`);
    const puts = ids.map((id, index) => ({ place: index + 1, of: testCase(id) }));
    const whole = changedChunk(undefined, { puts, removals: new Set() });
    const parts = splitChunk(whole!, 8);
    for (const [number, part] of parts) {
      for (const of of casesIn(part)) expect(chunkOf(of.caseId, 8)).to.equal(number);
    }
    expect(casesIn(...parts.values())).to.deep.equal(ids.map((id) => testCase(id)));
  });
});

const KNOWN = [197, 237, 106, 73];

describe('changedChunk', () => {
  it('keeps the place of a case that changes, and drops what is removed', () => {
    const puts = ['a', 'b', 'c'].map((id, index) => ({ place: index + 1, of: testCase(id) }));
    const first = changedChunk(undefined, { puts, removals: new Set() });
    const later = [testCase('d'), testCase('a', 'new')].map((of) => ({ place: 9, of }));
    const second = changedChunk(first, { puts: later, removals: new Set(['b']) });
    expect(casesIn(second!)).to.deep.equal([testCase('a', 'new'), testCase('c'), testCase('d')]);
  });
});

function casesIn(...chunks: readonly PlacedCases[]) {
  const database = new CaseDatabase();
  database.load(chunks);
  return [...database.cases()];
}

describe('byChunk', () => {
  it('gives places in the order of the cases, whatever their chunks', () => {
    const puts = [testCase('b'), testCase('a'), testCase('case-1')];
    const changes = byChunk({ puts, removals: [] }, { chunks: 4, place: 7 });
    const placed = [...changes.values()].flatMap((change) => change.puts);
    const places = Object.fromEntries(placed.map(({ place, of }) => [of.caseId, place]));
    expect(places).to.deep.equal({ b: 8, a: 9, 'case-1': 10 });
  });

  it('gathers the changes of one chunk and touches no other', () => {
    const puts = [testCase('a'), testCase('case-1')];
    const changes = byChunk({ puts, removals: ['a'] }, { chunks: 256, place: 0 });
    const [a, other] = puts.map(({ caseId }) => chunkOf(caseId, 256));
    expect([...changes.keys()].sort()).to.deep.equal([a!, other!].sort());
    expect(changes.get(a!)?.removals).to.deep.equal(new Set(['a']));
  });
});
