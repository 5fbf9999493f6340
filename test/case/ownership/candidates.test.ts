import { expect } from 'chai';
import { allCandidates, candidates } from '../../../src/case/ownership/candidates.ts';
import type { DirectoryUser } from '../../../src/case/ownership/directory.ts';
import { aDirectory } from './a-directory.ts';

const WORKER: DirectoryUser = { userId: 'u', kind: 'mobile' };

function ids(groups: string[], locations: string[], user = WORKER): string[] {
  return candidates(user, aDirectory({ groups, locations })).map((candidate) => candidate.id);
}

describe('candidates', () => {
  const rows: [string, string[], string[], string[]][] = [
    ['nobody for a user without group and location', [], [], []],
    ['a group that shares cases', ['G1'], [], ['G1']],
    ['no group that is for reports only', ['R1'], [], []],
    ['a location whose level owns cases', [], ['P1'], ['P1']],
    ['no location whose level does not', [], ['O1'], []],
    ['locations before groups', ['G2', 'G1'], ['P1'], ['P1', 'G1', 'G2']],
    [
      'all owning descendants that the level views, and the location itself',
      [],
      ['C1'],
      ['C1', 'P1', 'P2'],
    ],
    [
      'descendants at any depth, whatever the levels between do',
      [],
      ['D1'],
      ['C1', 'P1', 'P2', 'C2', 'P3'],
    ],
    ['no descendants where the level does not view them', [], ['C2'], ['C2']],
    ['nobody for a viewing level above nothing', [], ['D2'], []],
    ['an archived location for those assigned to it', [], ['P0'], ['P0']],
    ['a location once that is reached in two ways', [], ['C1', 'P1'], ['C1', 'P1', 'P2']],
  ];
  for (const [what, groups, locations, expected] of rows) {
    it(`are ${what}`, () => expect(ids(groups, locations)).to.deep.equal(expected));
  }

  it('are the locations only for web users', () => {
    expect(ids(['G1'], ['P1'], { userId: 'u', kind: 'web' })).to.deep.equal(['P1']);
  });

  it('tell by which way they count', () => {
    const all = candidates(WORKER, aDirectory({ groups: ['G1'], locations: ['D1', 'P3'] }));
    const via = Object.fromEntries(all.map((candidate) => [candidate.id, candidate.via]));
    expect(via['P3']).to.deep.equal({ kind: 'assigned' });
    expect(via['C1']).to.deep.equal({ kind: 'descendant', of: { id: 'D1', name: 'Place D1' } });
    expect(via['G1']).to.deep.equal({ kind: 'member' });
  });

  it('have the path of a location for its name, and its fields as data', () => {
    const [post] = candidates(WORKER, aDirectory({ locations: ['P1'] }));
    expect(post).to.deep.include({
      name: 'Place D1/Place C1/Place P1',
      kind: 'location',
      data: {
        commcare_location_type: 'post',
        commcare_location_name: 'Place P1',
        commcare_location_beds: '3',
      },
    });
  });

  it('stand once for each way in the compatible list', () => {
    const all = allCandidates(WORKER, aDirectory({ locations: ['C1', 'P1'] }));
    expect(all.map((candidate) => candidate.id)).to.deep.equal(['C1', 'P1', 'P1', 'P2']);
  });

  it('end in a tree of locations that bites its tail', () => {
    const directory = aDirectory({ locations: ['D1'] });
    const locations = directory.locations.map((place) =>
      place.locationId === 'D1' ? { ...place, parentId: 'C1' } : place,
    );
    const found = candidates(WORKER, { ...directory, locations });
    expect(found.map((candidate) => candidate.id)).to.include.members(['C1', 'P3']);
  });
});
