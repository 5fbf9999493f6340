import { expect } from 'chai';
import { directoryIndex } from '../../../src/case/ownership/directory-index.ts';
import { aDirectory } from './a-directory.ts';

const directory = aDirectory({ groups: ['R1', 'G1', 'G1'], locations: ['P1', 'nowhere', 'C1'] });
const index = directoryIndex(directory);

describe('the index of a directory', () => {
  it('has the groups of a user once each, in the order of the directory', () => {
    expect(index.groupsOf('u').map(({ groupId }) => groupId)).to.deep.equal(['G1', 'R1']);
  });

  it('has the locations of a user in the order of their assignment, without those that are gone', () => {
    expect(index.locationsOf('u').map(({ locationId }) => locationId)).to.deep.equal(['P1', 'C1']);
  });

  it('has nothing of somebody who belongs to nothing', () => {
    expect([index.groupsOf('other'), index.locationsOf('other')]).to.deep.equal([[], []]);
  });

  it('is made once for a directory, and anew for what becomes of it', () => {
    const changed = { ...directory, memberships: [] };
    expect(directoryIndex(directory)).to.equal(index);
    expect(directoryIndex(changed).groupsOf('u')).to.deep.equal([]);
  });
});
