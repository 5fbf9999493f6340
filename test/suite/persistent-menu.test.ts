import { expect } from 'chai';
import { AppSession } from '../../src/suite/app-session.ts';
import { loadAppFiles } from '../../src/suite/load-app-files.ts';
import type { PersistentMenuItem } from '../../src/suite/persistent-menu.ts';
import { exampleCase, exampleWorld } from './example-world.ts';

const PROFILE = `<profile name="Clinic" uniqueid="c"><property key="cc-persistent-menu" value="yes"/>
  <suite><resource id="s"><location authority="local">./suite.xml</location></resource></suite></profile>`;
const entry = (
  id: string,
) => `<entry><form>urn:${id}</form><command id="${id}"><text>${id}</text></command>
  <instance id="casedb" src="jr://instance/casedb"/>
  <session><datum id="case_id" nodeset="instance('casedb')/casedb/case" value="./@case_id" detail-select="short"/></session></entry>`;
const SUITE = `<suite>
  <detail id="short"><title><text>Mothers</text></title><field><header><text>Name</text></header>
    <template><text><xpath function="case_name"/></text></template></field></detail>
  ${entry('visit')}${entry('weigh')}
  <menu id="m0"><text>Mothers</text><command id="visit"/><command id="weigh"/></menu>
  <menu id="m1"><text>Children</text><command id="visit"/></menu>
  <menu id="m2" relevant="false()"><text>Hidden</text><command id="visit"/></menu></suite>`;

function openApp(profile = PROFILE): AppSession {
  const files = new Map(Object.entries({ 'profile.ccpr': profile, 'suite.xml': SUITE }));
  return new AppSession(
    loadAppFiles(files, 'clinic'),
    exampleWorld([exampleCase('a', 'mother', 'Amina')]),
  );
}

/** Its texts, the current one marked, with what lies below in brackets. */
function written(items: readonly PersistentMenuItem[]): string {
  return items
    .map(({ text, isCurrent, items: below }) => {
      const nested = below.length === 0 ? '' : ` [${written(below)}]`;
      return `${text}${isCurrent ? '*' : ''}${nested}`;
    })
    .join(', ');
}

describe('the menu that stays in sight', () => {
  it('has the first menu, marks where the person is, and opens below it the menus that they have come to', () => {
    const session = openApp();
    expect(written(session.persistentMenu)).to.equal('Mothers, Children');
    session.choose('m0');
    expect(written(session.persistentMenu)).to.equal('Mothers*, Children');
    session.select('a');
    expect(written(session.persistentMenu)).to.equal('Mothers* [visit, weigh], Children');
    session.choose('visit');
    expect(written(session.persistentMenu)).to.equal('Mothers [visit*, weigh], Children');
  });

  it('leads to another form for the same case, and to another menu', () => {
    const session = openApp();
    session.choose('m0');
    session.select('a');
    session.choose('visit');
    const [mothers, children] = session.persistentMenu;
    session.goToAddress(mothers!.items[1]!.address);
    expect(session.screen).to.include({ kind: 'form', xmlns: 'urn:weigh' });
    expect(session.datums).to.deep.equal({ case_id: 'a' });
    session.goToAddress(children!.address);
    expect(session.screen).to.include({ kind: 'list' });
  });

  it('is not there unless the app asks for it', () => {
    expect(openApp(PROFILE.replace('"yes"', '"no"')).persistentMenu).to.deep.equal([]);
  });
});
