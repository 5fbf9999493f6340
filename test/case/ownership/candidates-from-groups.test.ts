import { expect } from 'chai';
import {
  allCandidatesFromGroups,
  candidatesFromGroups,
} from '../../../src/case/ownership/candidates-from-groups.ts';
import { ownerIds } from '../../../src/case/ownership/owner-ids.ts';
import { parseXml } from '../../../src/xml/parse-xml.ts';

const GROUPS = parseXml(
  `<groups>
    <group id="p1"><name>District/Post 1-Cases</name><group_data><data key="commcare_location_type">post</data></group_data></group>
    <group id="g1"><name> Village-Cases </name><group_data><data key="colour">red</data></group_data></group>
    <group id="p1"><name>District/Post 1-Cases</name></group>
    <group id="g2"/><group><name>No id</name></group>
  </groups>`,
  'restore',
);

describe('candidatesFromGroups', () => {
  it('reads each group once, and knows a location by its group data', () => {
    expect(candidatesFromGroups(GROUPS)).to.deep.equal([
      { id: 'p1', name: 'District/Post 1', kind: 'location' },
      { id: 'g1', name: 'Village-Cases', kind: 'group' },
      { id: 'g2', name: 'g2', kind: 'group' },
    ]);
  });

  it('is empty for an empty fixture', () => {
    expect(candidatesFromGroups(parseXml('<groups/>', 'restore'))).to.deep.equal([]);
  });

  it('counts repeated ids for the compatible assertion', () => {
    expect(allCandidatesFromGroups(GROUPS)).to.have.lengthOf(4);
  });
});

describe('ownerIds', () => {
  it('are the user and all groups', () => {
    expect([...ownerIds('me', GROUPS)]).to.deep.equal(['me', 'p1', 'g1', 'g2']);
    expect([...ownerIds('me', undefined)]).to.deep.equal(['me']);
  });
});
