import { expect } from 'chai';
import type { AppDefinition } from '../../src/suite/app-definition.ts';
import { AppSession } from '../../src/suite/app-session.ts';
import { isSharingAssertion } from '../../src/suite/assertion.ts';
import { loadAppFiles } from '../../src/suite/load-app-files.ts';
import type { ListScreen, MenuScreen, Screen } from '../../src/suite/screen.ts';
import { exampleCase, exampleWorld } from './example-world.ts';

const PROFILE = `<profile name="Clinic" uniqueid="c"><suite><resource id="s">
  <location authority="local">./suite.xml</location></resource></suite></profile>`;
const INSTANCES = `<instance id="casedb" src="jr://instance/casedb"/>
  <instance id="commcaresession" src="jr://instance/session"/>
  <instance id="groups" src="jr://fixture/user-groups"/>`;

function datum(id: string, type: string, more = ''): string {
  return `<datum id="${id}" value="./@case_id" detail-select="short" ${more}
    nodeset="instance('casedb')/casedb/case[@case_type='${type}'][@status='open']"/>`;
}

function entry(command: string, content: string, form = `<form>urn:${command}</form>`): string {
  return `<entry>${form}<command id="${command}"><text>${command}</text></command>${INSTANCES}${content}</entry>`;
}

const DETAIL = `<detail id="short"><title><text>Mothers</text></title>
  <field><header><text>Name</text></header>
    <template><text><xpath function="case_name"/></text></template>
    <sort type="string" order="1" direction="ascending"><text><xpath function="case_name"/></text></sort>
  </field>
  <field><header><text>Due</text></header>
    <template><text><xpath function="format_date(due, 'short')"/></text></template></field>
</detail>`;

function app(content: string): AppDefinition {
  const files = { 'profile.ccpr': PROFILE, 'suite.xml': `<suite>${DETAIL}${content}</suite>` };
  return loadAppFiles(new Map(Object.entries(files)), 'clinic');
}

function menu(id: string, commands: readonly string[], attributes = ''): string {
  const list = commands.map((command) => `<command id="${command}"/>`).join('');
  return `<menu id="${id}" ${attributes}><text>Menu ${id}</text>${INSTANCES}${list}</menu>`;
}

const CASES = [
  exampleCase('z', 'mother', 'Zoe', { properties: { due: '2026-08-01' } }),
  exampleCase('a', 'mother', 'Amina'),
  exampleCase('closed', 'mother', 'Gone', { status: 'closed' }),
  exampleCase('kid', 'child', 'Kid of Zoe', {
    indices: [{ name: 'parent', caseType: 'mother', target: 'z', relationship: 'child' }],
  }),
];

function choiceIds(screen: Screen): string[] {
  expect(screen.kind).to.equal('menu');
  return (screen as MenuScreen).choices.map(({ id }) => id);
}

function rowIds(screen: Screen): string[] {
  expect(screen.kind, JSON.stringify(screen)).to.equal('list');
  return (screen as ListScreen).rows.map(({ id }) => id);
}

describe('an app session', () => {
  describe('menus', () => {
    it('two blocks with one id are one menu, and a menu below is one choice', () => {
      const definition = app(
        entry('f0', '') +
          entry('f1', '') +
          menu('root', ['f0']) +
          menu('m1', ['f1']) +
          menu('m1', []),
      );
      expect(choiceIds(new AppSession(definition, exampleWorld()).screen)).to.deep.equal([
        'f0',
        'm1',
      ]);
    });

    it('conditions hide menus and commands', () => {
      const definition = app(
        entry('f0', '') +
          menu('m0', ['f0'], `relevant="count(instance('casedb')/casedb/case) > 0"`) +
          menu('m1', ['f0'], 'relevant="false()"'),
      );
      expect(choiceIds(new AppSession(definition, exampleWorld(CASES)).screen)).to.deep.equal([
        'm0',
      ]);
      expect(choiceIds(new AppSession(definition, exampleWorld()).screen)).to.deep.equal([]);
    });

    it('a condition that cannot be evaluated is told, and the other choices stay', () => {
      const definition = app(
        entry('f0', '') + menu('m0', ['f0'], 'relevant="/nowhere = 1"') + menu('m1', ['f0']),
      );
      const screen = new AppSession(definition, exampleWorld()).screen as MenuScreen;
      expect(choiceIds(screen)).to.deep.equal(['m1']);
      expect(screen.problems[0]).to.contain('menu m0').and.contain('/nowhere');
    });

    it('what is wrong with a command is told even where its menu is hidden', () => {
      const absent = "instance('commcaresession')/session/data/case_id = 'z'";
      const definition = app(
        entry('f0', '') +
          `<menu id="root" relevant="false()"><text>Hidden</text>${INSTANCES}
            <command id="f0" relevant="${absent}"/></menu>`,
      );
      const screen = new AppSession(definition, exampleWorld()).screen as MenuScreen;
      expect(choiceIds(screen)).to.deep.equal([]);
      expect(screen.problems[0]).to.contain('command f0').and.contain('case_id');
    });

    it('a choice names the tables that it reads and that the restore did not bring', () => {
      const table = '<instance id="city" src="jr://fixture/item-list:city"/>';
      const definition = app(
        entry('f0', '') + entry('f1', table) + menu('root', ['f0', 'f1']) + menu('m1', ['f1']),
      );
      const screen = new AppSession(definition, exampleWorld()).screen as MenuScreen;
      expect(screen.choices.map(({ id, missingTables }) => [id, missingTables])).to.deep.equal([
        ['f0', []],
        ['f1', ['city']],
        ['m1', ['city']],
      ]);
    });
  });

  describe('lists', () => {
    const definition = app(
      entry('visit', `<session>${datum('case_id', 'mother')}</session>`) +
        entry('close', `<session>${datum('case_id', 'mother')}</session>`) +
        menu('m0', ['visit', 'close']),
    );

    it('a datum that all forms of a menu ask for is asked before the form', () => {
      const session = new AppSession(definition, exampleWorld(CASES));
      const list = session.choose('m0') as ListScreen;
      expect(rowIds(list)).to.deep.equal(['a', 'z']);
      expect(list.headers).to.deep.equal(['Name', 'Due']);
      expect(list.rows.map(({ cells }) => cells)).to.deep.equal([
        ['Amina', ''],
        ['Zoe', '01/08/26'],
      ]);
      expect(choiceIds(session.select('z'))).to.deep.equal(['visit', 'close']);
      expect(session.choose('visit')).to.deep.include({
        kind: 'form',
        xmlns: 'urn:visit',
        datums: { case_id: 'z' },
      });
    });

    it('a row that is not in the list gives a message and changes nothing', () => {
      const session = new AppSession(definition, exampleWorld(CASES));
      session.choose('m0');
      expect(session.select('closed').kind).to.equal('error');
      expect(session.frame).to.have.lengthOf(1);
      expect(session.screen.kind).to.equal('list');
    });

    it('breadcrumbs name the menu and the case, and lead back', () => {
      const session = new AppSession(definition, exampleWorld(CASES));
      session.choose('m0');
      session.select('z');
      session.choose('visit');
      expect(session.breadcrumbs.map(({ text }) => text)).to.deep.equal([
        'Clinic',
        'Menu m0',
        'Zoe',
        'visit',
      ]);
      expect(rowIds(session.goTo(session.breadcrumbs[1]!.index))).to.deep.equal(['a', 'z']);
      expect(choiceIds(session.goTo(0))).to.deep.equal(['m0']);
    });

    it('a session resumes from its frame as plain data', () => {
      const session = new AppSession(definition, exampleWorld(CASES));
      session.choose('m0');
      session.select('z');
      const frame = JSON.parse(JSON.stringify(session.frame));
      const resumed = new AppSession(definition, exampleWorld(CASES), frame);
      expect(choiceIds(resumed.screen)).to.deep.equal(['visit', 'close']);
      expect(resumed.breadcrumbs.at(-1)?.text).to.equal('Zoe');
    });

    it('a cell that cannot be evaluated says so in its place', () => {
      const bad = app(
        `<detail id="bad"><field><header><text>X</text></header><template><text>
          <xpath function="no_such_function(case_name)"/></text></template></field></detail>` +
          entry(
            'visit',
            `<session>${datum('case_id', 'mother').replace('"short"', '"bad"')}</session>`,
          ) +
          menu('m0', ['visit']),
      );
      const screen = new AppSession(bad, exampleWorld(CASES)).choose('m0') as ListScreen;
      expect(screen.rows).to.have.lengthOf(2);
      expect(screen.rows[0]?.cells[0]).to.contain('no_such_function');
    });

    it('a list that cannot be made is an error screen with a way back', () => {
      const bad = app(
        entry(
          'visit',
          `<session><datum id="x" nodeset="instance('ghost')/a/b" value="."/></session>`,
        ) + menu('m0', ['visit']),
      );
      const session = new AppSession(bad, exampleWorld());
      const screen = session.choose('m0');
      expect(screen.kind).to.equal('error');
      expect((screen as { message: string }).message).to.contain('ghost');
      expect(choiceIds(session.back())).to.deep.equal(['m0']);
    });
  });

  describe('going back', () => {
    const definition = app(
      entry('register', '<session><datum id="case_id_new_0" function="uuid()"/></session>') +
        menu('m0', ['register']),
    );

    it('a computed datum is set by itself and gone past on the way back', () => {
      const session = new AppSession(definition, exampleWorld());
      session.choose('m0');
      expect(session.choose('register')).to.deep.include({
        kind: 'form',
        datums: { case_id_new_0: 'uuid-1' },
      });
      expect(choiceIds(session.back())).to.deep.equal(['register']);
      expect(choiceIds(session.back())).to.deep.equal(['m0']);
      expect(choiceIds(session.back())).to.deep.equal(['m0']);
    });

    it('the only row is taken where the list says so, and back does not stop at it', () => {
      const one = app(
        entry('visit', `<session>${datum('case_id', 'child', 'autoselect="true"')}</session>`) +
          menu('root', ['visit']),
      );
      const session = new AppSession(one, exampleWorld(CASES));
      expect(session.choose('visit')).to.deep.include({ kind: 'form', datums: { case_id: 'kid' } });
      expect(choiceIds(session.back())).to.deep.equal(['visit']);
    });
  });

  it('the parent is chosen first and narrows the list of its children', () => {
    const children = datum('case_id', 'child').replace(
      `[@status='open']`,
      `[@status='open'][index/parent=instance('commcaresession')/session/data/parent_id]`,
    );
    const definition = app(
      entry('weigh', `<session>${datum('parent_id', 'mother')}${children}</session>`) +
        menu('m0', ['weigh']),
    );
    const session = new AppSession(definition, exampleWorld(CASES));
    expect(rowIds(session.choose('m0'))).to.deep.equal(['a', 'z']);
    expect(rowIds(session.select('a'))).to.deep.equal([]);
    expect(rowIds(session.back())).to.deep.equal(['a', 'z']);
    expect(rowIds(session.select('z'))).to.deep.equal(['kid']);
  });

  describe('assertions', () => {
    const definition = app(
      entry(
        'register',
        `<assertions>
          <assert test="count(instance('groups')/groups/group) = 1">
            <text><locale id="case_sharing.exactly_one_group"/></text></assert>
          <assert test="instance('commcaresession')/session/user/data/role = 'nurse'">
            <text>Only for nurses</text></assert>
        </assertions>`,
      ) + menu('root', ['register']),
    );
    const strings = new Map([
      ['default', new Map([['case_sharing.exactly_one_group', 'Exactly one group.']])],
    ]);
    const sharing = { ...definition, strings };

    it('the first that fails is shown with its key, before the form', () => {
      const session = new AppSession(sharing, exampleWorld([], { groups: 2 }));
      expect(session.choose('register')).to.deep.include({
        kind: 'assertion',
        key: 'case_sharing.exactly_one_group',
        text: 'Exactly one group.',
      });
    });

    it('one that the host answers itself is left to it, and the others are tested', () => {
      const world = exampleWorld([], { groups: 0, handlesAssertion: isSharingAssertion });
      expect(new AppSession(sharing, world).choose('register')).to.deep.include({
        kind: 'assertion',
        key: undefined,
        text: 'Only for nurses',
      });
    });

    it('the form opens when all of them hold', () => {
      const world = exampleWorld([], { userData: { role: 'nurse' } });
      expect(new AppSession(sharing, world).choose('register').kind).to.equal('form');
    });
  });

  describe('the end of a form', () => {
    function withStack(stack: string): AppDefinition {
      return app(
        entry('register', `<stack>${stack}</stack>`) +
          entry('visit', `<session>${datum('case_id', 'mother')}</session>`) +
          menu('m0', ['register']) +
          menu('m1', ['visit']),
      );
    }

    function finish(stack: string): Screen {
      const session = new AppSession(withStack(stack), exampleWorld(CASES));
      session.choose('m0');
      session.choose('register');
      return session.finish();
    }

    it('without a stack it is the first menu', () => {
      expect(choiceIds(finish(''))).to.deep.equal(['m0', 'm1']);
    });

    it('a frame is gone to when its condition holds', () => {
      const stack = `
        <create if="false()"><command value="'m0'"/></create>
        <create if="true()"><command value="'m1'"/><datum id="case_id" value="'z'"/></create>`;
      expect(choiceIds(finish(stack))).to.deep.equal(['visit']);
    });

    it('of two frames the last is first, and the other follows', () => {
      const session = new AppSession(
        withStack(`<create><command>m0</command></create><create><command value="'m1'"/></create>`),
        exampleWorld(CASES),
      );
      session.choose('m0');
      expect(rowIds((session.choose('register'), session.finish()))).to.deep.equal(['a', 'z']);
      session.select('a');
      session.choose('visit');
      expect(choiceIds(session.finish())).to.deep.equal(['register']);
    });

    it('a jump hands the address to the host', () => {
      const stack = '<push><jump><url><text>https://example.org</text></url></jump></push>';
      expect(finish(stack)).to.deep.equal({ kind: 'link', url: 'https://example.org' });
    });

    it('a stack that cannot be evaluated is an error screen, not a crash', () => {
      expect(finish(`<create if="instance('ghost')/a = 1"/>`).kind).to.equal('error');
    });
  });

  describe('several rows at once', () => {
    const definition = app(
      entry(
        'move',
        `<session><instance-datum id="chosen" max-select-value="2" value="./@case_id" detail-select="short"
           nodeset="instance('casedb')/casedb/case[@case_type='mother']"/></session>`,
      ) + menu('root', ['move']),
    );

    it('they are readable as an instance by the id of the datum', () => {
      const session = new AppSession(definition, exampleWorld(CASES));
      expect(session.choose('move')).to.include({ kind: 'list', maxSelect: 2 });
      expect(session.selectMany(['z', 'a']).kind).to.equal('form');
      const document = session.instance('jr://instance/selected-entities', 'chosen');
      const values = document?.children[0]?.childrenNamed('value').map(({ text }) => text);
      expect(values).to.deep.equal(['z', 'a']);
    });

    it('more than the list allows are refused', () => {
      const session = new AppSession(definition, exampleWorld(CASES));
      session.choose('move');
      expect(session.selectMany(['z', 'a', 'closed']).kind).to.equal('error');
      expect(session.screen.kind).to.equal('list');
    });
  });

  describe('places with an address', () => {
    const endpoint = `<endpoint id="mother"><argument id="who"/>
      <stack><push><command value="'m0'"/><datum id="case_id" value="$who"/></push></stack></endpoint>`;
    const definition = app(
      entry('visit', `<session>${datum('case_id', 'mother')}</session>`) +
        entry('close', `<session>${datum('case_id', 'mother')}</session>`) +
        menu('m0', ['visit', 'close']) +
        endpoint,
    );

    it('its arguments lead to the case', () => {
      const session = new AppSession(definition, exampleWorld(CASES));
      expect(choiceIds(session.openEndpoint('mother', { who: 'z' }))).to.deep.equal([
        'visit',
        'close',
      ]);
      expect(session.datums).to.deep.equal({ case_id: 'z' });
      expect(rowIds(session.back())).to.deep.equal(['a', 'z']);
    });

    it('an unknown place and a missing argument are told by name', () => {
      const session = new AppSession(definition, exampleWorld(CASES));
      expect((session.openEndpoint('moon') as { message: string }).message).to.contain('moon');
      expect((session.openEndpoint('mother') as { message: string }).message).to.contain('who');
      expect(choiceIds(session.home())).to.deep.equal(['m0']);
    });
  });

  it('the only choice of a menu is taken by itself where the host says so', () => {
    const definition = app(
      entry('visit', `<session>${datum('case_id', 'mother')}</session>`) +
        entry('look', '') +
        menu('m0', ['visit']) +
        menu('m1', ['look']),
    );
    const session = new AppSession(definition, exampleWorld(CASES, { advancesMenus: true }));
    session.choose('m0');
    expect(session.select('a').kind).to.equal('form');
    expect(rowIds(session.back())).to.deep.equal(['a', 'z']);
    expect(choiceIds(session.back())).to.deep.equal(['m0', 'm1']);
  });

  it('the session instance holds who works, their data and what is chosen', () => {
    const definition = app(
      entry('visit', `<session>${datum('case_id', 'mother')}</session>`) + menu('root', ['visit']),
    );
    const session = new AppSession(definition, exampleWorld(CASES));
    session.choose('visit');
    session.select('a');
    const root = session.instance('jr://instance/session', 'commcaresession')?.children[0];
    const text = (...names: string[]) =>
      names.reduce((node, name) => node?.childrenNamed(name)[0], root)?.text;
    expect(text('data', 'case_id')).to.equal('a');
    expect(text('context', 'userid')).to.equal('user1');
    expect(text('user', 'data', 'role')).to.equal('worker');
  });
});
