import { expect } from 'chai';
import { CaseNode } from '../../src/case/case-node.ts';
import { AppSession } from '../../src/suite/app-session.ts';
import { loadAppFiles } from '../../src/suite/load-app-files.ts';
import type { ListScreen } from '../../src/suite/screen.ts';
import { exampleCase, exampleWorld } from './example-world.ts';

const PROFILE = `<profile name="Clinic" uniqueid="c"><suite><resource id="s">
  <location authority="local">./suite.xml</location></resource></suite></profile>`;

/** An app with one list of mothers, over which a form is opened. */
function session(datum: { nodeset?: string; value?: string; tag?: string } = {}) {
  const { nodeset = OPEN, value = './@case_id', tag = 'datum' } = datum;
  const suite = `<suite>
    <detail id="short"><title><text>Mothers</text></title>
      <field><header width="0"><text>Key</text></header><template width="0"><text><xpath function="@owner_id"/></text></template></field>
      <field><header><text>Picture</text></header><template form="image"><text><xpath function="photo"/></text></template></field>
      <field><header><text>Name</text></header><template><text><xpath function="concat($title, ' ', case_name)"/></text></template></field>
      <variables><title function="if(sex = 'f', 'Mrs', 'Mr')"/></variables>
    </detail>
    <detail id="long"><title><text>Mother</text></title>
      <field><header><text>Name</text></header><template><text><xpath function="case_name"/></text></template></field></detail>
    <entry><form>urn:f</form><command id="f"><text>Visit</text></command>
      <instance id="casedb" src="jr://instance/casedb"/>
      <session><${tag} id="case_id" value="${value}" nodeset="${nodeset}" detail-select="short" detail-confirm="long" max-select-value="3"/></session>
    </entry>
    <menu id="root"><text>Home</text><command id="f"/></menu></suite>`;
  const files = new Map([
    ['profile.ccpr', PROFILE],
    ['suite.xml', suite],
  ]);
  const opened = new AppSession(loadAppFiles(files, 'clinic'), exampleWorld(CASES));
  opened.choose('f');
  return opened;
}

const OPEN = "instance('casedb')/casedb/case[@case_type='mother'][@status='open']";

const CASES = Array.from({ length: 10_000 }, (_, n) =>
  exampleCase(`c${n}`, 'mother', `Ann ${n}`, {
    properties: { sex: n % 2 === 0 ? 'f' : 'm', key: `k${n}`, parts: `a p${n % 7}` },
  }),
);

/** How many values of cases are read meanwhile. */
function readsIn(work: () => void): number {
  const { scalarNamed, childrenNamed, attribute } = CaseNode.prototype;
  let reads = 0;
  const counted = <Args extends unknown[], Result>(
    read: (this: CaseNode, ...args: Args) => Result,
  ) =>
    function (this: CaseNode, ...args: Args): Result {
      reads += 1;
      return read.apply(this, args);
    };
  Object.assign(CaseNode.prototype, {
    scalarNamed: counted(scalarNamed),
    childrenNamed: counted(childrenNamed),
    attribute: counted(attribute),
  });
  try {
    work();
  } finally {
    Object.assign(CaseNode.prototype, { scalarNamed, childrenNamed, attribute });
  }
  return reads;
}

describe('choosing a row of a long list', () => {
  const nodesets = {
    'of an index': OPEN,
    'with a condition': `${OPEN}[selected(parts, 'p4')]`,
    'with an order among candidates': `${OPEN}[sex = 'f' and key != '']`,
  };
  for (const [how, nodeset] of Object.entries(nodesets)) {
    it(`reads no other rows, in a list ${how}`, () => {
      const opened = session({ nodeset });
      const reads = readsIn(() => opened.select('c4'));
      expect(opened.screen.kind).to.equal('form');
      expect(opened.datums).to.deep.equal({ case_id: 'c4' });
      expect(opened.breadcrumbs.at(-1)?.text).to.equal('Mrs Ann 4');
      expect(reads).to.be.below(20);
    });
  }

  it('reads no other rows for the detail, by whatever value rows are known', () => {
    const opened = session({ value: 'key' });
    const reads = readsIn(() => {
      expect(opened.detail('k77')[0]?.rows[0]?.value).to.equal('Ann 77');
      expect(opened.select('k77').kind).to.equal('form');
    });
    expect(reads).to.be.below(30);
  });

  it('reads only the rows that are chosen, of several too', () => {
    const opened = session({ tag: 'instance-datum' });
    const reads = readsIn(() => opened.selectMany(['c9', 'c2', 'c5']));
    expect(opened.screen.kind).to.equal('form');
    expect(opened.breadcrumbs.at(-1)?.text).to.equal('Mr Ann 9, Mrs Ann 2, Mr Ann 5');
    expect(reads).to.be.below(60);
  });

  it('goes by a value that an expression computes, too', () => {
    const opened = session({ value: "concat('x', key)" });
    expect(opened.select('xk9999').kind).to.equal('form');
  });

  it('goes by a list in parentheses, too', () => {
    for (const nodeset of [`(${OPEN})`, ` ( ${OPEN}[sex = 'f'] ) `]) {
      const opened = session({ nodeset });
      expect(opened.select('c4').kind, nodeset).to.equal('form');
      expect(session({ nodeset }).select('c-1').kind).to.equal('error');
    }
  });

  it('does not take a row that the conditions of the list leave out', () => {
    const opened = session({ nodeset: `${OPEN}[selected(parts, 'p4')][position() &lt; 3]` });
    expect((opened.screen as ListScreen).rows.map(({ id }) => id)).to.deep.equal(['c4', 'c11']);
    for (const id of ['c5', 'c18', 'c-1', '']) expect(opened.select(id).kind).to.equal('error');
    expect(opened.select('c11').kind).to.equal('form');
  });
});
