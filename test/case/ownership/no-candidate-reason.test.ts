import { expect } from 'chai';
import { noCandidateReason } from '../../../src/case/ownership/no-candidate-reason.ts';
import { aDirectory } from './a-directory.ts';

function reason(
  user: Parameters<typeof aDirectory>[0],
  kind: 'mobile' | 'web' = 'mobile',
): unknown {
  return noCandidateReason({ userId: 'u', kind }, aDirectory(user))?.kind;
}

describe('noCandidateReason', () => {
  it('tells apart what has different remedies', () => {
    expect(reason({})).to.equal('noMembership');
    expect(reason({ groups: ['R1'] })).to.equal('onlyNonSharingGroups');
    expect(reason({ locations: ['O1'] })).to.equal('onlyNonOwningLocations');
    expect(reason({ locations: ['D2'] })).to.equal('viewOnlyWithoutChildren');
    expect(reason({ groups: ['R1'], locations: ['O1'] })).to.equal('onlyNonOwningLocations');
    expect(reason({ groups: ['G1'] }, 'web')).to.equal('noMembership');
  });

  it('names the groups and locations at fault, and the level of a location', () => {
    const user = { userId: 'u', kind: 'mobile' } as const;
    const groups = noCandidateReason(user, aDirectory({ groups: ['R1'] }));
    expect(groups).to.deep.equal({
      kind: 'onlyNonSharingGroups',
      groups: [{ id: 'R1', name: 'Group R1' }],
    });
    const places = noCandidateReason(user, aDirectory({ locations: ['O1'] }));
    expect(places).to.deep.equal({
      kind: 'onlyNonOwningLocations',
      locations: [{ id: 'O1', name: 'Place O1', level: 'office' }],
    });
  });

  it('is none for a user with a candidate', () => {
    expect(reason({ groups: ['G1'] })).to.equal(undefined);
  });
});
