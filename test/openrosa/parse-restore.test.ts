import { expect } from 'chai';
import { parseRestore } from '../../src/openrosa/parse-restore.ts';
import { XmlParseError } from '../../src/xml/xml-parse-error.ts';

const RESTORE = `<OpenRosaResponse xmlns="http://openrosa.org/http/response" items="9">
  <message nature="ota_restore_success">Hello ann!</message>
  <Sync xmlns="http://commcarehq.org/sync"><restore_id> tok-1 </restore_id></Sync>
  <Registration xmlns="http://openrosa.org/user/registration">
    <username>ann</username><password>x</password><uuid>u1</uuid><date>2026-01-01</date>
    <user_data><data key="commcare_location_id">p1</data><data key="blank"/></user_data>
  </Registration>
  <schema id="locations"><indices><index>@id</index><index>@type,name</index></indices></schema>
  <fixture id="locations" indexed="true" user_id="u1"><locations><location id="p1"/></locations></fixture>
  <fixture id="user-groups" user_id="u1"><groups/></fixture>
  <fixture id="nothing"/>
  <case case_id="c1" date_modified="2026-01-02" user_id="u1" xmlns="http://commcarehq.org/case/transaction/v2">
    <create><case_type>t</case_type><case_name>n</case_name><owner_id>u1</owner_id></create></case>
  <ns0:ledger xmlns:ns0="urn:stock"><case case_id="c2" date_modified="2026-01-02"><update><a>1</a></update></case></ns0:ledger>
</OpenRosaResponse>`;

describe('parseRestore', () => {
  const restore = parseRestore(RESTORE, 'restore.xml');

  it('reads message, token and user', () => {
    expect(restore).to.include({ message: 'Hello ann!', syncToken: 'tok-1' });
    expect(restore.registration).to.deep.equal({
      username: 'ann',
      userId: 'u1',
      date: '2026-01-01',
      userData: { user_type: 'standard', commcare_location_id: 'p1', blank: '' },
    });
  });

  it('reads fixtures with the indices of their schema, and no empty ones', () => {
    expect(
      restore.fixtures.map(({ id, root, indices, indexed }) => [id, root.name, indices, indexed]),
    ).to.deep.equal([
      ['locations', 'locations', ['@id', '@type,name'], true],
      ['user-groups', 'groups', [], false],
    ]);
  });

  it('reads cases, also inside elements that it does not know', () => {
    expect(restore.cases.map((block) => block.caseId)).to.deep.equal(['c1', 'c2']);
    expect(restore.problems).to.deep.equal([]);
  });

  it('skips bad blocks and tells each with file and line', () => {
    const { cases, fixtures, problems } = parseRestore(
      `<r>
      <case case_id="a" date_modified="2026-01-01"><index><p case_type="t">a</p></index></case>
      <case case_id="b" date_modified="2026-01-01"><close/></case>
      <fixture id="late" indexed="true"><x/></fixture>
      <schema id="late"><indices><index>@id</index></indices></schema>
      <schema id="bad"><indices><index>'; drop</index></indices></schema>
      <fixture id="bad" indexed="true"><x/></fixture>
      <fixture><x/></fixture>
      <Registration><username>ann</username></Registration>
      </r>`,
      'bad.xml',
    );
    expect(cases.map((block) => block.caseId)).to.deep.equal(['b']);
    expect(fixtures.map((fixture) => fixture.id)).to.deep.equal(['late']);
    expect(problems).to.deep.equal([
      'bad.xml, line 2: Case a cannot index itself',
      "bad.xml, line 5: schema for 'late' appeared after fixture in the user restore",
      "bad.xml, line 6: Fixture schema contains an invalid index: ''; drop'",
      'bad.xml, line 8: A fixture has no id',
      "bad.xml, line 9: The registration of user 'ann' has no <uuid>",
    ]);
  });

  it('keeps the last fixture of an id', () => {
    const xml = '<r><fixture id="f"><old/></fixture><fixture id="f"><new/></fixture></r>';
    expect(parseRestore(xml).fixtures.map((fixture) => fixture.root.name)).to.deep.equal(['new']);
  });

  it('reads on after a raw < in an attribute, and tells the place', () => {
    const restore = parseRestore('<r><fixture id="f"><x a="1<2"/></fixture></r>', 'r.xml');
    expect(restore.fixtures).to.have.lengthOf(1);
    expect(restore.problems).to.have.lengthOf(1);
    expect(restore.problems[0]).to.match(/^r\.xml, line 1/);
  });

  it('throws for text that is no XML', () => {
    expect(() => parseRestore('Service unavailable', 'restore')).to.throw(
      XmlParseError,
      /^restore, line 1/,
    );
  });
});
