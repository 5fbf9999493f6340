import { expect } from 'chai';
import { createActor } from 'xstate';
import { applyCaseTransactions } from '../../src/case/apply-case-transactions.ts';
import type { ApplyOptions } from '../../src/case/apply-case-transactions.ts';
import { CaseDatabase } from '../../src/case/case-database.ts';
import type { Case } from '../../src/case/case.ts';
import type { OwnerCandidate } from '../../src/case/ownership/owner-candidate.ts';
import { readOwnerPlan } from '../../src/case/ownership/read-owner-plan.ts';
import type { SharingRules } from '../../src/case/ownership/sharing-rules.ts';
import { readCaseTransactions } from '../../src/case/read-case-transactions.ts';
import { caseManagementMachine } from '../../src/machines/case-management.ts';
import { readSubmission } from '../../src/openrosa/read-submission.ts';
import { AppSession } from '../../src/suite/app-session.ts';
import { loadAppFiles } from '../../src/suite/load-app-files.ts';
import type { Screen } from '../../src/suite/screen.ts';
import { aCase, child } from '../case/a-case.ts';
import { exampleWorld } from '../suite/example-world.ts';
import { formXml, Scenario } from '../support/scenario.ts';

/** A case block; `content` as it stands between its tags. */
function block(
  id: string,
  content: string,
  { user = '', date = '2026-03-01T10:00:00Z' } = {},
): string {
  const attributes = `case_id="${id}" date_modified="${date}"${user && ` user_id="${user}"`}`;
  return `<case xmlns="http://commcarehq.org/case/transaction/v2" ${attributes}>${content}</case>`;
}

function create(inside: string): string {
  return `<create><case_type>t</case_type><case_name>n</case_name>${inside}</create>`;
}

function update(inside: string): string {
  return `<update>${inside}</update>`;
}

/** A form with these blocks as the engine sends it. */
function sent(...blocks: readonly string[]): string {
  const nested = blocks.map((each, n) => `<part${n}>${each}</part${n}>`).join('');
  const data = `${nested}<orx:meta><orx:instanceID>i1</orx:instanceID></orx:meta>`;
  return Scenario.load({ data }).form.submissionXml();
}

type Side = Pick<ApplyOptions, 'mode' | 'strict'>;

const SERVER: Side = { mode: 'server' };
const DEVICE: Side = { mode: 'device' };
/** CommCare's device, where ours does otherwise. */
const COMMCARE: Side = { mode: 'device', strict: true };

/** Whose cases are changed by forms, one after the other. */
class Ledger {
  readonly #cases: CaseDatabase;

  constructor(
    readonly side: Side,
    before: readonly Case[],
  ) {
    this.#cases = new CaseDatabase(before);
  }

  take(xml: string, userId = 'sender'): this {
    const transactions = readCaseTransactions(readSubmission(xml).root);
    const options = { ...this.side, userId, now: '2026-03-01T12:00:00Z' };
    this.#cases.commit(applyCaseTransactions((id) => this.#cases.get(id), transactions, options));
    return this;
  }

  get a(): Case | undefined {
    return this.#cases.get('a');
  }
}

const OURS = [DEVICE, SERVER];
const ALL = [...OURS, COMMCARE];

function after(side: Side, xml: string, ...before: readonly Case[]): Case | undefined {
  return new Ledger(side, before).take(xml).a;
}

const GROUPS = '<instance id="groups" src="jr://fixture/user-groups"/>';
const OWNED_WHEN_OPENED = {
  data: `${block('a', create('<owner_id/>'))}<orx:meta><orx:instanceID>i1</orx:instanceID></orx:meta>`,
  model: `${GROUPS}<setvalue event="xforms-ready" ref="/data/case/create/owner_id" value="instance('groups')/groups/group/@id"/>`,
};

function groups(...ids: readonly string[]) {
  const each = ids.map((id) => `<group id="${id}"><name>${id}</name></group>`).join('');
  return { instances: { 'jr://fixture/user-groups': `<groups>${each}</groups>` } };
}

function aGroup(id: string): OwnerCandidate {
  return { id, name: id, kind: 'group' };
}

/** Where the case-management step ends for a form that was opened past the assertion. */
function managed({ form }: Scenario, ids: readonly string[], rules: SharingRules): unknown {
  const input = {
    form,
    plans: readOwnerPlan(formXml(OWNED_WHEN_OPENED), rules),
    candidates: ids.map(aGroup),
    user: { userId: 'sender', name: 'Sender' },
  };
  return createActor(caseManagementMachine, { input }).start().getSnapshot().value;
}

const STRICT = { caseSharing: true } as const;
const ASKS = { caseSharing: true, policy: 'ask' } as const;

/** What is shown when an entry with these assertions is chosen by somebody in so many groups. */
function screenAt(assertions: string, world: Parameters<typeof exampleWorld>[1]): Screen {
  const profile = `<profile name="P" uniqueid="p"><suite><resource id="s"><location authority="local">./suite.xml</location></resource></suite></profile>`;
  const suite = `<suite><entry><form>urn:f</form><command id="f"><text>F</text></command>
    <instance id="casedb" src="jr://instance/casedb"/><instance id="commcaresession" src="jr://instance/session"/>${GROUPS}
    <assertions>${assertions}</assertions></entry><menu id="root"><text>M</text><command id="f"/></menu></suite>`;
  const files = new Map(Object.entries({ 'profile.ccpr': profile, 'suite.xml': suite }));
  const texts = ['case_sharing.exactly_one_group', 'case_autoload.usercase.case_missing'];
  const strings = new Map([['default', new Map(texts.map((key) => [key, key]))]]);
  const app = { ...loadAppFiles(files, 'p'), strings };
  return new AppSession(app, exampleWorld([], world)).choose('f');
}

const SHARING = `<assert test="count(instance('groups')/groups/group) = 1"><text><locale id="case_sharing.exactly_one_group"/></text></assert>`;
const USERCASE = `<assert test="count(instance('casedb')/casedb/case[@case_type='commcare-user']) = 1"><text><locale id="case_autoload.usercase.case_missing"/></text></assert>`;
const CUSTOM = '<assert test="false()"><text>Custom</text></assert>';

describe('what stops a form before it opens', () => {
  it('F01: the sharing assertion is told before a custom one that fails as well', () => {
    const screen = screenAt(SHARING + CUSTOM, { groups: 0 });
    expect(screen).to.include({ kind: 'assertion', key: 'case_sharing.exactly_one_group' });
    expect(screenAt(SHARING + CUSTOM, { groups: 1 })).to.include({
      key: undefined,
      text: 'Custom',
    });
  });

  it('F02: a user case that is missing is told before the sharing assertion, where it stands before it', () => {
    const screen = screenAt(USERCASE + SHARING, { groups: 0 });
    expect(screen).to.include({ kind: 'assertion', key: 'case_autoload.usercase.case_missing' });
  });

  it('F03: the sharing assertion fails where there is no fixture at all', () => {
    const screen = screenAt(SHARING, { instance: () => undefined });
    expect(screen).to.include({ kind: 'assertion', key: 'case_sharing.exactly_one_group' });
  });
});

describe('an owner that is taken from the groups when a form opens', () => {
  it('F04: is none of two, which the form says; the step that follows stops, or asks', () => {
    const scenario = Scenario.load(OWNED_WHEN_OPENED, groups('G1', 'G2'));
    expect(scenario.form.problems.map(({ message }) => message).join()).to.contain(
      'One value is needed here, but the path leads to 2 nodes',
    );
    expect(scenario.value('/data/case/create/owner_id')).to.equal('');
    expect(managed(scenario, ['G1', 'G2'], STRICT)).to.equal('blocked');
    expect(managed(scenario, ['G1', 'G2'], ASKS)).to.equal('askingOwner');
  });

  it('F05: is blank without groups: CommCare’s device refuses the form, its server and we take the sender, whom the step never lets come to that', () => {
    const scenario = Scenario.load(OWNED_WHEN_OPENED, groups());
    const xml = scenario.form.submissionXml();
    expect(() => after(COMMCARE, xml)).to.throw(
      'One of [user_id, owner_id] is missing for case <create> with ID: a',
    );
    for (const side of OURS) expect(after(side, xml)).to.include({ ownerId: 'sender' });
    for (const rules of [STRICT, ASKS]) expect(managed(scenario, [], rules)).to.equal('blocked');
  });

  it('F19: stays what it was when the form is gone on with in another group', () => {
    const opened = Scenario.load(OWNED_WHEN_OPENED, groups('G1'));
    const { form } = Scenario.load(OWNED_WHEN_OPENED, groups('G2'));
    expect(form.node('/data/case/create/owner_id')?.lexical).to.equal('G2');
    const resumed = opened.reopened();
    expect(managed(resumed, ['G2'], STRICT)).to.equal('done');
    for (const side of ALL)
      expect(after(side, resumed.form.submissionXml())).to.include({ ownerId: 'G1' });
  });
});

describe('what a form does to a case', () => {
  it('F06: a case without an owner goes to the user of its block', () => {
    const xml = sent(block('a', create(''), { user: 'u1' }));
    for (const side of ALL) expect(after(side, xml)).to.include({ ownerId: 'u1' });
  });

  it('F07: a create takes nothing but type, name and owner', () => {
    const xml = sent(block('a', create('<foo/>')));
    for (const side of ALL) {
      expect(() => after(side, xml)).to.throw(
        'Expected one of [case_type, owner_id, case_name], found foo',
      );
    }
  });

  it('F08: an update of a case that nobody knows is refused by the device, and makes the case on the server', () => {
    const xml = sent(block('a', update('<p>1</p>')));
    for (const side of [DEVICE, COMMCARE]) {
      expect(() => after(side, xml)).to.throw("Unable to update or close case a, it wasn't found");
    }
    expect(after(SERVER, xml)).to.deep.include({
      ownerId: 'sender',
      caseType: '',
      properties: { p: '1' },
    });
  });

  it('F09: a second create gives name, type and owner anew and leaves the rest', () => {
    const xml = sent(block('a', create('<owner_id>G2</owner_id>')));
    const known = aCase('a', { status: 'closed', ownerId: 'G1', properties: { p: '1' } });
    for (const side of ALL) {
      const expected = {
        caseName: 'n',
        caseType: 't',
        ownerId: 'G2',
        status: 'closed',
        properties: { p: '1' },
      };
      expect(after(side, xml, known)).to.deep.include({
        ...expected,
        dateOpened: known.dateOpened,
      });
    }
    const withoutOwner = sent(block('a', create('')));
    for (const side of OURS) expect(after(side, withoutOwner, known)).to.include({ ownerId: 'G1' });
  });

  it('F10: a closed case takes an update and stays closed', () => {
    const xml = sent(block('a', update('<p>2</p>')));
    for (const side of ALL) {
      const found = after(side, xml, aCase('a', { status: 'closed' }));
      expect(found).to.deep.include({ status: 'closed', properties: { p: '2' } });
    }
  });

  it('F11: an index without text is taken away, and only that one', () => {
    const xml = sent(block('a', '<index><parent case_type="t"/></index>'));
    const known = aCase('a', { indices: [child('b'), child('c', 'other')] });
    for (const side of ALL) {
      const found = after(side, xml, known, aCase('b'), aCase('c'));
      expect(found?.indices).to.deep.equal([child('c', 'other')]);
    }
  });

  it('F12: a case cannot point to itself', () => {
    const xml = sent(block('a', '<index><parent case_type="t">a</parent></index>'));
    for (const side of ALL)
      expect(() => after(side, xml, aCase('a'))).to.throw('Case a cannot index itself');
  });

  it('F13: the server refuses an index to a case that is not in the project, and nothing of the form is done', () => {
    const xml = sent(
      block('b', update('<p>1</p>')),
      block('a', '<index><parent case_type="t">gone</parent></index>'),
    );
    const ledger = new Ledger(SERVER, [aCase('a'), aCase('b')]);
    expect(() => ledger.take(xml)).to.throw("Case 'a' references non-existent case 'gone'");
    expect(ledger.a).to.deep.equal(aCase('a'));
    expect(after(DEVICE, xml, aCase('a'), aCase('b'))?.indices).to.have.length(1);
  });

  it('F14: an owner is at most 255 characters long', () => {
    const xml = (length: number) =>
      sent(block('a', create(`<owner_id>${'x'.repeat(length)}</owner_id>`)));
    for (const side of ALL) {
      expect(() => after(side, xml(256))).to.throw(
        'Invalid <owner_id>, value must be 255 characters or less',
      );
      expect(after(side, xml(255))?.ownerId).to.have.length(255);
    }
  });

  it('F15: an update before the create of its case counts; CommCare’s device refuses it', () => {
    const xml = sent(block('a', update('<p>1</p>')), block('a', create('<owner_id>G1</owner_id>')));
    expect(() => after(COMMCARE, xml)).to.throw(
      "Unable to update or close case a, it wasn't found",
    );
    for (const side of OURS) {
      expect(after(side, xml)).to.deep.include({
        ownerId: 'G1',
        caseName: 'n',
        properties: { p: '1' },
      });
    }
  });
});

describe('forms that come late', () => {
  const at = (time: string, content: string) =>
    sent(block('a', content, { date: `2026-03-01T${time}:00Z` }));
  const server = () => new Ledger(SERVER, [aCase('a')]);

  it('F16: of two people the one whose form comes last has the last word', () => {
    const zed = at('11:00', update('<p>2</p>'));
    const david = at('10:00', update('<p>1</p>'));
    expect(server().take(zed, 'zed').take(david, 'david').a?.properties).to.deep.equal({ p: '1' });
  });

  it('F17: of one person’s forms, too, as the reducer takes them; the project server puts them in the order of their dates first', () => {
    const second = at('11:00', update('<p>2</p>'));
    const first = at('10:00', update('<p>1</p>'));
    expect(server().take(second, 'david').take(first, 'david').a?.properties).to.deep.equal({
      p: '1',
    });
  });

  it('F18: a case that was closed stays closed, with the values that came later', () => {
    const found = server()
      .take(at('11:00', '<close/>'), 'zed')
      .take(at('10:00', update('<p>1</p>')), 'david').a;
    expect(found).to.deep.include({ status: 'closed', properties: { p: '1' } });
  });
});
