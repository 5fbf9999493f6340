import { expect } from 'chai';
import { AppSession } from '../../src/suite/app-session.ts';
import type { AppWorld } from '../../src/suite/app-world.ts';
import { loadAppFiles } from '../../src/suite/load-app-files.ts';
import type { ListScreen, MenuScreen, QueryScreen, Screen } from '../../src/suite/screen.ts';
import { exampleCase, exampleWorld } from './example-world.ts';

const PROFILE = `<profile name="Clinic" uniqueid="c"><suite><resource id="s">
  <location authority="local">./suite.xml</location></resource></suite></profile>`;
const INSTANCES = `<instance id="casedb" src="jr://instance/casedb"/>
  <instance id="commcaresession" src="jr://instance/session"/>
  <instance id="results" src="jr://instance/remote"/>`;
const NAME = `<field><header><text>Name</text></header>
  <template><text><xpath function="case_name"/></text></template></field>`;
const CASES = [
  exampleCase('a', 'mother', 'Amina', { properties: { star: 'yes' } }),
  exampleCase('b', 'mother', 'Beza'),
];

function entry(command: string, more = ''): string {
  return `<entry><form>urn:${command}</form><command id="${command}"><text>${command}</text></command>${INSTANCES}
    <session><datum id="case_id" nodeset="instance('casedb')/casedb/case" value="./@case_id"
      detail-select="short" ${more}/></session></entry>`;
}

/** A menu of two forms for the same list; `detail` are its fields, actions and the like. */
function session(detail: string, more: Partial<AppWorld> = {}, rest = ''): AppSession {
  const suite = `<suite><detail id="short"><title><text>Mothers</text></title>${detail}</detail>
    ${entry('visit')}${entry('close')}${rest}
    <menu id="m0"><text>Mothers</text><command id="visit"/><command id="close"/></menu>
    <menu id="m1" relevant="false()"><text>Hidden</text><command id="visit"/></menu></suite>`;
  const files = new Map(Object.entries({ 'profile.ccpr': PROFILE, 'suite.xml': suite }));
  const world = exampleWorld(CASES, { launchesActions: true, ...more });
  return new AppSession(loadAppFiles(files, 'clinic'), world);
}

function list(screen: Screen): ListScreen {
  expect(screen.kind, JSON.stringify(screen)).to.equal('list');
  return screen as ListScreen;
}

describe('what a list of an app says of itself', () => {
  it('a row to open at, tiles side by side, and what a picture says', () => {
    const star = `<field><header><text>Star</text></header>
      <template form="clickable-icon"><text>jr://file/star.png</text></template>
      <alt_text><text><xpath function="if(star = 'yes', 'Starred', '')"/></text></alt_text></field>`;
    const screen = list(
      session(`${NAME}${star}<focus function="case_name = 'Beza'"/>`).choose('m0'),
    );
    expect(screen.focusedRow).to.equal('b');
    expect(screen.rows.map((row) => row.alternative?.(1))).to.deep.equal(['Starred', '']);
    const tiled = `<detail id="other" fit-across="7"/>`;
    expect(session(NAME, {}, tiled).app.details.get('other')?.tilesAcross).to.equal(7);
  });

  it('a focus that no row fulfils, or that is wrong, leaves the list as it is', () => {
    for (const source of ["case_name = 'Zoe'", 'count(']) {
      const detail = `${NAME}<focus function="${source}"/>`;
      expect(list(session(detail).choose('m0')).focusedRow).to.equal(undefined);
    }
  });

  it('a graph is drawn from its row when it is asked for', () => {
    const graph = `<field><header><text>Weights</text></header><template form="graph"><graph type="xy">
      <series nodeset="instance('casedb')/casedb/case[@case_id = current()/@case_id]">
        <x function="1"/><y function="string-length(case_name)"/></series>
      <configuration/></graph></template></field>`;
    const { rows } = list(session(NAME + graph).choose('m0'));
    expect(rows.map((row) => row.graph?.(1)?.series[0]?.points)).to.deep.equal([
      [{ x: '1', y: 5 }],
      [{ x: '1', y: 4 }],
    ]);
    expect(rows[0]?.graph?.(0)).to.equal(undefined);
  });
});

describe('an action that starts by itself', () => {
  const SEARCH = `<remote-request><post url="https://example.org/claim"/>
    <command id="search"><text>Search</text></command>${INSTANCES}
    <session><query url="https://example.org/search" storage-instance="results"><title><text>Search</text></title></query>
    </session></remote-request>`;
  const search = (condition: string) => `${NAME}<action auto_launch="${condition}">
    <display><text>Search</text></display><stack><push><command value="'search'"/></push></stack></action>`;

  it('starts as the list opens, and going back does not lead into it again', () => {
    const opened = session(search('true'), {}, SEARCH);
    expect((opened.choose('m0') as QueryScreen).kind).to.equal('query');
    expect((opened.back() as MenuScreen).menuId).to.equal('root');
  });

  it('does not start where its condition fails, or where the host does not want it', () => {
    for (const condition of ['false', 'false()', "$next_input != ''"]) {
      expect(session(search(condition), {}, SEARCH).choose('m0').kind).to.equal('list');
    }
    const unwanted = session(search('true'), { launchesActions: false }, SEARCH);
    expect(unwanted.choose('m0').kind).to.equal('list');
  });

  it('lets an address through to a row that is here, and searches for one that is not', () => {
    const unknown = `$next_input = '' or count(instance('casedb')/casedb/case[@case_id = $next_input]) = 0`;
    const address = (id: string) =>
      [
        { kind: 'command', id: 'm0' },
        { kind: 'datum', id: 'case_id', values: [id] },
      ] as const;
    const opened = session(search(unknown), {}, SEARCH);
    expect(opened.goToAddress(address('a')).kind).to.equal('menu');
    expect(opened.datums).to.deep.equal({ case_id: 'a' });
    expect(session(search(unknown), {}, SEARCH).choose('m0', ['gone']).kind).to.equal('query');
  });

  it('sees several rows that come as an instance', () => {
    const several = `count(instance('next_input')/results/value) = 2`;
    expect(session(search(several), {}, SEARCH).choose('m0', ['a', 'b']).kind).to.equal('query');
    expect(session(search(several), {}, SEARCH).choose('m0', ['a']).kind).to.equal('list');
  });

  it('that leads to its own list goes in circles, and says so', () => {
    const round = `${NAME}<action auto_launch="true"><display><text>Again</text></display>
      <stack><push><command value="'m0'"/></push></stack></action>`;
    expect(session(round).choose('m0')).to.deep.include({ kind: 'error' });
  });
});

describe('a cell that leads somewhere', () => {
  const endpoints = `<endpoint id="visit"><argument id="who"/><stack><push>
      <command value="'m0'"/><datum id="case_id" value="$who"/><command value="'visit'"/></push></stack></endpoint>
    <endpoint id="hidden" respect-relevancy="true"><argument id="who"/><stack><push>
      <command value="'m1'"/></push></stack></endpoint>
    <endpoint id="shown" respect-relevancy="false"><stack><push><command value="'m1'"/></push></stack></endpoint>`;
  const cell = (id: string, background: boolean) => `${NAME}<field><header><text>Go</text></header>
    <template><text>Go</text></template><endpoint_action endpoint_id="${id}" background="${background}"/></field>`;

  it('opens its place with the row, and what runs in the background comes back to the list', () => {
    const opened = session(cell('visit', true), {}, endpoints);
    const { columns } = list(opened.choose('m0'));
    expect(columns[1]?.endpoint).to.deep.equal({ id: 'visit', isBackground: true });
    expect(opened.followCell(1, 'b')).to.deep.include({ kind: 'form', xmlns: 'urn:visit' });
    expect(opened.datums).to.deep.equal({ case_id: 'b' });
    expect(list(opened.finish()).rows).to.have.length(2);
    opened.followCell(1, 'b');
    expect(opened.back().kind).to.equal('list');
    expect(() => opened.followCell(0, 'b')).to.throw(RangeError);
  });

  it('leads on for good where it is not for the background', () => {
    const opened = session(cell('visit', false), {}, endpoints);
    opened.choose('m0');
    opened.followCell(1, 'b');
    expect(opened.finish().kind).to.equal('menu');
    expect(opened.frame).to.deep.equal([]);
  });

  it('an address from outside opens nothing that the app hides, unless the app says that it may', () => {
    const opened = session(NAME, {}, endpoints);
    expect(opened.openEndpoint('hidden', { who: 'a' })).to.deep.include({
      kind: 'error',
      message: 'The place “hidden” is not open to you now.',
    });
    expect(opened.openEndpoint('shown').kind).to.equal('list');
  });

  it('comes back to the list from a place that is not open', () => {
    const opened = session(cell('hidden', false), {}, endpoints);
    opened.choose('m0');
    expect(opened.followCell(1, 'b').kind).to.equal('error');
    expect(opened.back().kind).to.equal('list');
  });
});
