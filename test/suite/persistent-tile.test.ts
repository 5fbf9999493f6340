import { expect } from 'chai';
import { AppSession } from '../../src/suite/app-session.ts';
import { loadAppFiles } from '../../src/suite/load-app-files.ts';
import { exampleCase, exampleWorld } from './example-world.ts';

const PROFILE = `<profile name="Clinic" uniqueid="c"><suite><resource id="s">
  <location authority="local">./suite.xml</location></resource></suite></profile>`;
const SUITE = `<suite>
  <detail id="short"><title><text>Mothers</text></title><field><header><text>Name</text></header>
    <template><text><xpath function="case_name"/></text></template></field></detail>
  <detail id="tile"><title><text>Mother</text></title><variables><who function="case_name"/></variables>
    <field><style horz-align="right" vert-align="center" font-size="large" show-border="true">
      <grid grid-x="2" grid-y="1" grid-width="6" grid-height="2"/></style><header><text/></header>
      <template><text><xpath function="concat($who, '!')"/></text></template></field></detail>
  <entry><form>urn:visit</form><command id="visit"><text>Visit</text></command>
    <instance id="casedb" src="jr://instance/casedb"/>
    <session><datum id="case_id" nodeset="instance('casedb')/casedb/case" value="./@case_id" detail-select="short"
      detail-persistent="tile"/></session></entry>
  <entry><form>urn:look</form><command id="look"><text>Look</text></command>
    <instance id="casedb" src="jr://instance/casedb"/>
    <session><datum id="case_id" nodeset="instance('casedb')/casedb/case" value="./@case_id" detail-select="short"
      detail-persistent="tile" detail-inline="short"/></session></entry>
  <menu id="m0"><text>Mothers</text><command id="visit"/><command id="look"/></menu></suite>`;

describe('the tile that stays in sight', () => {
  it('is there as soon as its row is chosen, in menu and form, and goes with it', () => {
    const files = new Map(Object.entries({ 'profile.ccpr': PROFILE, 'suite.xml': SUITE }));
    const world = exampleWorld([exampleCase('a', 'mother', 'Amina')]);
    const session = new AppSession(loadAppFiles(files, 'clinic'), world);
    session.choose('m0');
    expect(session.persistentTile).to.equal(undefined);
    session.select('a');
    expect(session.persistentTile?.cells).to.deep.equal(['Amina!']);
    session.choose('visit');
    expect(session.persistentTile?.columns[0]?.tile).to.deep.equal({
      ...{ x: 2, y: 1, width: 6, height: 2, horizontal: 'end', vertical: 'center' },
      ...{ fontSize: 'large', border: true, shading: false },
    });
    expect(session.persistentTile?.hasDetail).to.equal(false);
    session.back();
    session.choose('look');
    expect(session.persistentTile?.hasDetail).to.equal(true);
    expect(session.persistentTile?.tabs[0]?.rows).to.deep.include.members([
      { label: 'Name', value: 'Amina', form: '', graph: undefined },
    ]);
    session.home();
    expect(session.persistentTile).to.equal(undefined);
  });

  it('is names and values where the app gives a detail that is no tile, and nothing where all are blank', () => {
    const suite = SUITE.replaceAll('detail-persistent="tile"', 'detail-persistent="short"');
    const files = new Map(Object.entries({ 'profile.ccpr': PROFILE, 'suite.xml': suite }));
    const world = exampleWorld([
      exampleCase('a', 'mother', 'Amina'),
      exampleCase('b', 'mother', ' '),
    ]);
    const session = new AppSession(loadAppFiles(files, 'clinic'), world);
    session.choose('m0');
    session.select('a');
    const { rows, columns } = session.persistentTile ?? {};
    expect(rows).to.deep.equal([{ label: 'Name', value: 'Amina', form: '', graph: undefined }]);
    expect(columns).to.deep.equal([]);
    session.back();
    session.select('b');
    expect(session.persistentTile).to.equal(undefined);
  });
});
