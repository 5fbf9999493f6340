import { expect } from 'chai';
import { candidates } from '../../src/case/ownership/candidates.ts';
import { noCandidateReason } from '../../src/case/ownership/no-candidate-reason.ts';
import { locationsFixture } from '../../src/openrosa/locations-fixture.ts';
import { noCandidateFixture } from '../../src/openrosa/no-candidate-fixture.ts';
import type { OwnerStanding } from '../../src/openrosa/owner-standing.ts';
import { ownerStanding } from '../../src/openrosa/owner-standing.ts';
import { userGroupsFixture } from '../../src/openrosa/user-groups-fixture.ts';
import { aDirectory } from '../case/ownership/a-directory.ts';

const USER = { userId: 'u', kind: 'mobile' } as const;

interface Membership {
  readonly groups?: readonly string[];
  readonly locations?: readonly string[];
}

/** What a device makes of the restore; `plain` for a server that knows nothing of our additions. */
function standing(membership: Membership, plain = false): OwnerStanding {
  const directory = aDirectory(membership);
  const reason = noCandidateReason(USER, directory);
  const [primary = ''] = membership.locations ?? [];
  return ownerStanding({
    groups: userGroupsFixture('u', candidates(USER, directory)).root,
    noCandidate: plain ? undefined : noCandidateFixture('u', reason).root,
    locations: locationsFixture(USER, directory).root,
    userData: {
      commcare_location_id: primary,
      commcare_location_ids: (membership.locations ?? []).join(' '),
    },
  });
}

describe('what a restore says of the owners that a user may give', () => {
  it('tells how each candidate counts, as the server knows it', () => {
    for (const membership of [{ groups: ['G1'], locations: ['C1', 'P3'] }, { locations: ['D1'] }]) {
      const onServer = candidates(USER, aDirectory(membership));
      expect(
        standing(membership, true).candidates.map(({ id, via }) => ({ id, via })),
      ).to.deep.equal(onServer.map(({ id, via }) => ({ id, via })));
    }
  });

  it('names the primary location, whether or not it owns cases', () => {
    expect(standing({ locations: ['O1', 'P1'] }).primaryLocationId).to.equal('O1');
    expect(standing({ groups: ['G1'] }).primaryLocationId).to.equal(undefined);
  });

  it('brings the reason why there is no candidate from our server, with names', () => {
    const memberships: Membership[] = [
      {},
      { groups: ['R1'] },
      { locations: ['O1'] },
      { locations: ['D2'] },
    ];
    for (const membership of memberships) {
      const reason = noCandidateReason(USER, aDirectory(membership));
      expect(standing(membership).noCandidateReason).to.deep.equal(reason);
    }
    expect(standing({ groups: ['G1'] }).noCandidateReason).to.equal(undefined);
  });

  it('finds the likeliest reason in the restore of any other server', () => {
    expect(standing({}, true).noCandidateReason).to.deep.equal({ kind: 'noMembership' });
    expect(standing({ locations: ['O1'] }, true).noCandidateReason).to.deep.equal({
      kind: 'onlyNonOwningLocations',
      locations: [{ id: 'O1', name: 'Place O1', level: 'office' }],
    });
  });
});
