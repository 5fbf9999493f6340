import { expect } from 'chai';
import fc from 'fast-check';
import type { Case } from '../../src/case/case.ts';
import { purge } from '../../src/case/purge.ts';
import { movesCases } from '../../src/sync/moves-cases.ts';
import { testCase } from './support/user-store-contract.ts';

const OWNERS = new Set(['G1']);
const IDS = ['a', 'b', 'c', 'd'];

/** Indices lead to earlier cases only, so that there are no cycles. */
function caseAt(place: number): fc.Arbitrary<Case> {
  const target = fc.constantFrom(...IDS.slice(0, place), 'nobody');
  const relationship = fc.constantFrom('child', 'extension');
  const index = fc.record({
    name: fc.constant('parent'),
    caseType: fc.constant('t'),
    ...{ target, relationship },
  });
  const changes = fc.record({
    ownerId: fc.constantFrom('G1', 'G2'),
    status: fc.constantFrom('open' as const, 'open' as const, 'closed' as const),
    indices: fc.array(index, { maxLength: 1 }),
    caseName: fc.constantFrom('one', 'two'),
  });
  return changes.map((change) => ({ ...testCase(IDS[place]!), ...change }));
}

function keptOf(cases: readonly Case[]): Case[] {
  const dropped = new Set(purge(cases, OWNERS));
  return cases.filter((of) => !dropped.has(of.caseId));
}

describe('movesCases', () => {
  it('says no only when the purge drops nothing afterwards', () => {
    const world = fc.tuple(...IDS.map((_, place) => caseAt(place)));
    const change = fc
      .nat(IDS.length - 1)
      .chain((place) => fc.tuple(fc.constant(place), caseAt(place)));
    const property = fc.property(world, change, (cases, [place, after]) => {
      const held = keptOf(cases);
      const before = held.find((of) => of.caseId === IDS[place]);
      if (movesCases(before, after, OWNERS)) return;
      const others = held.filter((of) => of !== before);
      expect(purge([...others, after], OWNERS)).to.deep.equal([]);
    });
    fc.assert(property, { numRuns: 2000 });
  });

  it('says no for a new name and for a registration of the own group', () => {
    const before = testCase('a');
    expect(movesCases(before, { ...before, caseName: 'New' }, OWNERS)).to.be.false;
    expect(movesCases(undefined, before, OWNERS)).to.be.false;
  });

  it('says yes for another owner, a closure, an index and a removal', () => {
    const before = testCase('a');
    const index = { name: 'parent', caseType: 't', target: 'b', relationship: 'child' };
    for (const change of [{ ownerId: 'G2' }, { status: 'closed' as const }, { indices: [index] }]) {
      expect(movesCases(before, { ...before, ...change }, OWNERS)).to.be.true;
    }
    expect(movesCases(before, undefined, OWNERS)).to.be.true;
    expect(movesCases(undefined, { ...before, ownerId: 'G2' }, OWNERS)).to.be.true;
  });
});
