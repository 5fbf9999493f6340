import { expect } from 'chai';
import type { AppDefinition } from '../../src/suite/app-definition.ts';
import { AppSession } from '../../src/suite/app-session.ts';
import { loadAppFiles } from '../../src/suite/load-app-files.ts';
import type { FormScreen } from '../../src/suite/screen.ts';
import { exampleCase, exampleWorld } from './example-world.ts';

const INSTANCES = `<instance id="casedb" src="jr://instance/casedb"/>
  <instance id="commcaresession" src="jr://instance/session"/>`;
const NODESET = `nodeset="instance('casedb')/casedb/case[@case_type='mother'][@status='open']"`;
const CHOSEN = "instance('commcaresession')/session/data/case_id";

const SUITE = `<suite>
  <detail id="short"><title><text>Mothers</text></title><field><header><text>Name</text></header>
    <template><text><xpath function="case_name"/></text></template></field></detail>
  <entry><form>urn:new</form><command id="m0-f0"><text>Register</text></command>${INSTANCES}
    <session><datum id="new_id" function="uuid()"/></session>
    <stack><create><command value="'m1'"/><datum id="case_id" value="'z'"/><command value="'m1-f0'"/></create></stack>
  </entry>
  <entry><form>urn:visit</form><command id="m1-f0"><text>Visit</text></command>${INSTANCES}
    <session><datum id="case_id" value="./@case_id" detail-select="short" ${NODESET}/></session>
    <stack><create><command value="'m3'"/>
      <query id="found" value="http://example.org/search"><data key="case_id" ref="${CHOSEN}"/></query>
      <command value="'m3-f0'"/></create></stack>
  </entry>
  <entry><form>urn:several</form><command id="m2-f0"><text>Several</text></command>${INSTANCES}
    <session><instance-datum id="cases" value="./@case_id" detail-select="short" ${NODESET}/></session></entry>
  <entry><form>urn:found</form><command id="m3-f0"><text>Found</text></command>${INSTANCES}
    <instance id="found" src="jr://instance/remote"/>
    <assertions><assert test="count(instance('found')/results/case) = 1"><text>Nothing found</text></assert></assertions>
  </entry>
  <menu id="m0"><text>New</text><command id="m0-f0"/></menu>
  <menu id="m1"><text>Mothers</text><command id="m1-f0"/></menu>
  <menu id="m2"><text>Together</text><command id="m2-f0"/></menu>
  <menu id="m3" relevant="false()"><text>Hidden</text><command id="m3-f0"/></menu>
</suite>`;
const PROFILE = `<profile name="Clinic" uniqueid="c"><suite><resource id="s">
  <location authority="local">./suite.xml</location></resource></suite></profile>`;

const CASES = [exampleCase('z', 'mother', 'Zoe'), exampleCase('a', 'mother', 'Amina')];

function app(): AppDefinition {
  const files = { 'profile.ccpr': PROFILE, 'suite.xml': SUITE };
  return loadAppFiles(new Map(Object.entries(files)), 'clinic');
}

const open = (cases = CASES) => new AppSession(app(), exampleWorld(cases));

describe('the address of a session', () => {
  it('leads to the same form with the same case in another session', () => {
    const session = open();
    session.choose('m1');
    session.select('z');
    session.choose('m1-f0');
    const again = open();
    const screen = again.goToAddress(session.address) as FormScreen;
    expect(screen).to.include({ kind: 'form', xmlns: 'urn:visit' });
    expect(screen.datums).to.deep.equal({ case_id: 'z' });
    expect(again.breadcrumbs).to.deep.equal(session.breadcrumbs);
  });

  it('leaves out what is computed, so that a form that is opened again makes another case', () => {
    const session = open();
    session.choose('m0');
    const first = session.choose('m0-f0') as FormScreen;
    expect(session.address.map(({ id }) => id)).to.deep.equal(['m0', 'm0-f0']);
    const { address } = session;
    session.home();
    const second = session.goToAddress(address) as FormScreen;
    expect(second.kind).to.equal('form');
    expect(second.datums['new_id']).not.to.equal(first.datums['new_id']);
  });

  it('keeps rows that were chosen together', () => {
    const session = open();
    session.choose('m2');
    session.selectMany(['a', 'z']);
    const again = open();
    again.goToAddress(session.address);
    expect(again.breadcrumbs.at(-1)?.text).to.equal('Amina, Zoe');
  });

  it('leads as far as what it names is still there', () => {
    const session = open();
    session.choose('m1');
    session.select('z');
    session.choose('m1-f0');
    const closed = open([exampleCase('a', 'mother', 'Amina')]);
    expect(closed.goToAddress(session.address).kind).to.equal('list');
    expect(closed.address.map(({ id }) => id)).to.deep.equal(['m1']);
    expect(open().goToAddress([{ kind: 'command', id: 'never' }]).kind).to.equal('menu');
  });

  it('does not lead to what a menu hides', () => {
    const screen = open().goToAddress([{ kind: 'command', id: 'm3' }]);
    expect(screen).to.include({ kind: 'menu', menuId: 'root' });
  });

  it('leads to where a stack of the app had led past the menus', () => {
    const session = open();
    session.choose('m0');
    session.choose('m0-f0');
    expect(session.finish()).to.include({ kind: 'form', xmlns: 'urn:visit' });
    expect(open().goToAddress(session.address)).to.include({ kind: 'form', xmlns: 'urn:visit' });
  });
});

describe('a search that a stack makes', () => {
  function searching(): AppSession {
    const session = open();
    session.choose('m1');
    session.select('z');
    session.choose('m1-f0');
    session.finish();
    return session;
  }

  it('is asked at once, with the data of the session as it was, before anything else', () => {
    expect(searching().screen).to.include({
      kind: 'query',
      url: 'http://example.org/search',
      asksAtOnce: true,
    });
    const { screen } = searching();
    expect(screen.kind === 'query' && screen.parameters).to.deep.equal([
      { key: 'case_id', value: 'z' },
    ]);
  });

  it('gives the instance that the form behind it reads', () => {
    const found = '<results><case case_id="x"/></results>';
    expect(searching().answerQuery(found)).to.include({ kind: 'form', xmlns: 'urn:found' });
    const none = searching().answerQuery('<results/>');
    expect(none).to.include({ kind: 'assertion', text: 'Nothing found' });
  });

  it('is not asked again by itself once it has failed', () => {
    const session = searching();
    expect(session.answerPrompts({})).to.include({ kind: 'query', asksAtOnce: false });
  });

  it('is no place on the way back', () => {
    const session = searching();
    session.answerQuery('<results/>');
    expect(session.breadcrumbs.map(({ text }) => text)).to.deep.equal([
      'Clinic',
      'Hidden',
      'Found',
    ]);
  });
});
