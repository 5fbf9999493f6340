import { expect } from 'chai';
import { candidateImpact } from '../../../src/case/ownership/candidate-impact.ts';
import type { Directory } from '../../../src/case/ownership/directory.ts';
import { aDirectory } from './a-directory.ts';

const USERS = [
  { userId: 'u', kind: 'mobile' as const },
  { userId: 'other', kind: 'mobile' as const },
];

function impact(before: Directory, after: Directory): unknown[] {
  return candidateImpact(USERS, before, after).map(({ userId, gained, lost, registration }) => {
    return [userId, gained.map((c) => c.id).join(), lost.map((c) => c.id).join(), registration];
  });
}

describe('candidateImpact', () => {
  it('finds the user whose registration stops when a location is added below his', () => {
    const after = aDirectory({ locations: ['C1'] });
    const before = {
      ...after,
      locations: after.locations.filter((place) => place.parentId !== 'C1'),
    };
    expect(impact(before, after)).to.deep.equal([['u', 'P1,P2', '', 'blocked']]);
    expect(impact(after, before)).to.deep.equal([['u', '', 'P1,P2', 'unblocked']]);
  });

  it('finds the user who loses everything when a level stops owning', () => {
    const before = aDirectory({ locations: ['P1'] });
    const locationTypes = before.locationTypes.map((type) => ({ ...type, ownsCases: false }));
    expect(impact(before, { ...before, locationTypes })).to.deep.equal([
      ['u', '', 'P1', 'blocked'],
    ]);
  });

  it('tells a move from one owner to another', () => {
    const moved = impact(aDirectory({ groups: ['G1'] }), aDirectory({ groups: ['G2'] }));
    expect(moved).to.deep.equal([['u', 'G2', 'G1', 'moved']]);
  });

  it('is empty when nobody is concerned', () => {
    const directory = aDirectory({ groups: ['G1'] });
    expect(impact(directory, { ...directory, groups: [...directory.groups] })).to.deep.equal([]);
  });
});
