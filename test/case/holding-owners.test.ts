import { expect } from 'chai';
import fc from 'fast-check';
import type { LinkedCase } from '../../src/case/case-graph.ts';
import { CaseLinks } from '../../src/case/case-links.ts';
import { ChangedCases } from '../../src/case/changed-cases.ts';
import { liveCases } from '../../src/case/closure.ts';
import { holdingOwners } from '../../src/case/holding-owners.ts';
import { aCase, child, extension } from './a-case.ts';
import { caseGraphs } from './case-graphs.ts';

function among(cases: readonly LinkedCase[]): ChangedCases {
  const byId = new Map(cases.map((of) => [of.caseId, of]));
  return new ChangedCases({ links: new CaseLinks(cases), get: (id) => byId.get(id) });
}

describe('holdingOwners', () => {
  it('are the owner, and the owners of what brings the case along', () => {
    const cases = [
      aCase('parent', { ownerId: 'david' }),
      aCase('task', { ownerId: 'zed', indices: [child('parent')] }),
      aCase('claim', { ownerId: 'nina', indices: [extension('parent')] }),
      aCase('other', { ownerId: 'maria' }),
    ];
    const holders = (id: string) => Object.fromEntries(holdingOwners(id, among(cases)));
    expect(holders('parent')).to.deep.equal({ david: 'parent', zed: 'task', nina: 'claim' });
    expect(holders('claim')).to.deep.equal({ david: 'parent', zed: 'task', nina: 'claim' });
    expect(holders('task')).to.deep.equal({ zed: 'task' });
  });

  it('are nobody for a closed case that nothing needs, or one that is not there', () => {
    const cases = [aCase('c', { status: 'closed' })];
    expect(holdingOwners('c', among(cases)).size).to.equal(0);
    expect(holdingOwners('x', among(cases)).size).to.equal(0);
  });

  it('are exactly the owners whose live cases the case is among', () => {
    fc.assert(
      fc.property(caseGraphs({ acyclic: false }), (cases) => {
        const owners = ['me', 'us', 'them', '-'];
        for (const { caseId } of cases) {
          const expected = owners.filter((owner) => liveCases(cases, new Set([owner])).has(caseId));
          expect([...holdingOwners(caseId, among(cases)).keys()].sort()).to.deep.equal(
            expected.sort(),
          );
        }
      }),
      { numRuns: 1000 },
    );
  });
});
