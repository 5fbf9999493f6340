import { expect } from 'chai';
import fc from 'fast-check';
import { CaseCycleError } from '../../src/case/case-cycle-error.ts';
import { liveCases } from '../../src/case/closure.ts';
import { findCycle, purge } from '../../src/case/purge.ts';
import { aCase, child, extension } from './a-case.ts';
import { caseGraphs } from './case-graphs.ts';

const ME = new Set(['me']);

describe('purge', () => {
  it('names the cases that are not live, in their order', () => {
    const cases = [
      aCase('a', { ownerId: 'x' }),
      aCase('b', { ownerId: 'me' }),
      aCase('c', { ownerId: 'y' }),
    ];
    expect(purge(cases, ME)).to.deep.equal(['a', 'c']);
  });

  it('drops a case whose parent is missing, with all that hangs on it', () => {
    const cases = [
      aCase('a', { ownerId: 'me', indices: [child('gone')] }),
      aCase('b', { ownerId: 'me', indices: [child('a')] }),
      aCase('c', { ownerId: 'me', indices: [extension('b')] }),
      aCase('d', { ownerId: 'me' }),
    ];
    expect(purge(cases, ME)).to.deep.equal(['a', 'b', 'c']);
  });

  it('names the cases of a cycle', () => {
    const cases = [
      aCase('z', { ownerId: 'me', indices: [child('a')] }),
      aCase('a', { ownerId: 'me', indices: [child('b')] }),
      aCase('b', { ownerId: 'me', indices: [extension('a')] }),
    ];
    expect(() => purge(cases, ME))
      .to.throw(CaseCycleError, 'Invalid data sandbox, cycle detected: a → b → a')
      .with.deep.property('cycle', ['a', 'b']);
  });

  it('leaves nothing that points to a case that is not there, and nothing that is not live', () => {
    fc.assert(
      fc.property(caseGraphs({ acyclic: true }), (cases) => {
        const gone = new Set(purge(cases, ME));
        const kept = cases.filter((of) => !gone.has(of.caseId));
        const ids = new Set(kept.map((of) => of.caseId));
        const targets = kept.flatMap((of) => of.indices.map((index) => index.target));
        expect(targets.filter((target) => !ids.has(target))).to.deep.equal([]);
        expect(liveCases(kept, ME)).to.deep.equal(ids);
        expect(purge(kept, ME)).to.deep.equal([]);
      }),
      { numRuns: 2000 },
    );
  });
});

describe('findCycle', () => {
  it('finds a cycle whenever there is one, and only then', () => {
    fc.assert(
      fc.property(caseGraphs({ acyclic: false }), (cases) => {
        const cycle = findCycle(cases);
        expect(cycle !== undefined).to.equal(!canBeOrdered(cases));
        for (const [place, id] of (cycle ?? []).entries()) {
          const next = cycle![(place + 1) % cycle!.length];
          const indices = cases.find((of) => of.caseId === id)!.indices;
          expect(indices.some((index) => index.target === next)).to.equal(true);
        }
      }),
      { numRuns: 2000 },
    );
  });

  it('does not take two ways to one case for a cycle', () => {
    const cases = [
      aCase('a', { indices: [child('b'), child('c', 'other')] }),
      aCase('b', { indices: [child('c')] }),
      aCase('c'),
    ];
    expect(findCycle(cases)).to.equal(undefined);
  });
});

/** Takes cases without targets away until nothing is left, or nothing more can be. */
function canBeOrdered(
  cases: readonly { caseId: string; indices: readonly { target: string }[] }[],
): boolean {
  let left = [...cases];
  for (let size = -1; size !== left.length;) {
    size = left.length;
    const ids = new Set(left.map((of) => of.caseId));
    left = left.filter((of) => of.indices.some((index) => ids.has(index.target)));
  }
  return left.length === 0;
}
