import { expect } from 'chai';
import fc from 'fast-check';
import { liveCases } from '../../src/case/closure.ts';
import { holdingOwners } from '../../src/case/holding-owners.ts';
import { aCase, child, extension } from './a-case.ts';
import { caseGraphs } from './case-graphs.ts';

describe('holdingOwners', () => {
  it('are the owner, and the owners of what brings the case along', () => {
    const cases = [
      aCase('parent', { ownerId: 'david' }),
      aCase('task', { ownerId: 'zed', indices: [child('parent')] }),
      aCase('claim', { ownerId: 'nina', indices: [extension('parent')] }),
      aCase('other', { ownerId: 'maria' }),
    ];
    expect([...holdingOwners('parent', cases)]).to.have.members(['david', 'zed', 'nina']);
    expect([...holdingOwners('claim', cases)]).to.have.members(['david', 'zed', 'nina']);
    expect([...holdingOwners('task', cases)]).to.deep.equal(['zed']);
  });

  it('are nobody for a closed case that nothing needs, or one that is not there', () => {
    const cases = [aCase('c', { status: 'closed' })];
    expect(holdingOwners('c', cases).size).to.equal(0);
    expect(holdingOwners('x', cases).size).to.equal(0);
  });

  it('are exactly the owners whose live cases the case is among', () => {
    fc.assert(
      fc.property(caseGraphs({ acyclic: false }), (cases) => {
        const owners = ['me', 'us', 'them', '-'];
        for (const { caseId } of cases) {
          const expected = owners.filter((owner) => liveCases(cases, new Set([owner])).has(caseId));
          expect([...holdingOwners(caseId, cases)].sort()).to.deep.equal(expected.sort());
        }
      }),
      { numRuns: 1000 },
    );
  });
});
