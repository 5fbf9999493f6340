import { expect } from 'chai';
import { candidates } from '../../src/case/ownership/candidates.ts';
import { candidatesFromGroups } from '../../src/case/ownership/candidates-from-groups.ts';
import { ownerIds } from '../../src/case/ownership/owner-ids.ts';
import { locationsFixture } from '../../src/openrosa/locations-fixture.ts';
import { userGroupsFixture } from '../../src/openrosa/user-groups-fixture.ts';
import { serializeXml } from '../../src/xml/serialize-xml.ts';
import { attributeOf, childElements } from '../../src/xml/xml-element.ts';
import { aDirectory } from '../case/ownership/a-directory.ts';

const USER = { userId: 'u', kind: 'mobile' } as const;

describe('userGroupsFixture', () => {
  const directory = aDirectory({ groups: ['G1', 'R1'], locations: ['P1'] });
  const fixture = userGroupsFixture('u', candidates(USER, directory));

  it('writes a group for each candidate, a location with its data', () => {
    expect(fixture).to.include({ id: 'user-groups', userId: 'u' });
    expect(serializeXml(fixture.root)).to.equal(
      '<groups><group id="P1"><name>Place D1/Place C1/Place P1-Cases</name><group_data>' +
        '<data key="commcare_location_type">post</data><data key="commcare_location_name">Place P1</data>' +
        '<data key="commcare_location_beds">3</data></group_data></group>' +
        '<group id="G1"><name>Group G1</name></group></groups>',
    );
  });

  it('is read on the device as the candidates and owner ids of the server', () => {
    const sent = candidates(USER, directory).map(({ id, name, kind }) => ({ id, name, kind }));
    expect(candidatesFromGroups(fixture.root)).to.deep.equal(sent);
    expect([...ownerIds('u', fixture.root)]).to.deep.equal(['u', 'P1', 'G1']);
  });

  it('is empty, but there, for a user without candidates', () => {
    expect(serializeXml(userGroupsFixture('u', []).root)).to.equal('<groups/>');
  });
});

describe('locationsFixture', () => {
  const idsFor = (...locations: string[]): (string | undefined)[] =>
    childElements(locationsFixture(USER, aDirectory({ locations })).root).map((record) =>
      attributeOf(record, 'id'),
    );

  it('holds the user’s locations with all above and below, by site code', () => {
    expect(idsFor('C1')).to.deep.equal(['C1', 'D1', 'P1', 'P2']);
    expect(idsFor('P3')).to.deep.equal(['C2', 'D1', 'P3']);
    expect(idsFor()).to.deep.equal([]);
  });

  it('leaves archived locations out, but for those assigned to them', () => {
    expect(idsFor('P0')).to.deep.equal(['C1', 'D1', 'P0']);
  });

  it('names the location of each level in attributes, and indexes them', () => {
    const { root, indices } = locationsFixture(USER, aDirectory({ locations: ['P3'] }));
    const post = childElements(root).find((record) => attributeOf(record, 'id') === 'P3')!;
    expect(
      Object.fromEntries(post.attributes.map(({ name, value }) => [name, value])),
    ).to.deep.equal({
      id: 'P3',
      type: 'post',
      district_id: 'D1',
      clinic_id: '',
      closedClinic_id: 'C2',
      post_id: 'P3',
      office_id: '',
    });
    expect(indices).to.deep.equal([
      '@district_id',
      '@clinic_id',
      '@closedClinic_id',
      '@post_id',
      '@office_id',
      '@id',
      '@type',
      'name',
    ]);
  });
});
