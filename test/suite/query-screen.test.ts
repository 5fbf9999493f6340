import { expect } from 'chai';
import type { AppWorld } from '../../src/suite/app-world.ts';
import { AppSession } from '../../src/suite/app-session.ts';
import { loadAppFiles } from '../../src/suite/load-app-files.ts';
import type { QueryAnswers } from '../../src/suite/query-datum.ts';
import type { QueryScreen, Screen } from '../../src/suite/screen.ts';
import { XPathEvaluationError } from '../../src/xpath/xpath-error.ts';
import { exampleWorld } from './example-world.ts';

const PLACES = `<fixture id="places"><places>
  <place><id>b</id><name>Bo</name><in>north</in></place><place><id>a</id><name>Abo</name><in>north</in></place>
  <place><id>c</id><name>Co</name><in>south</in></place></places></fixture>`;
const INPUT = "instance('search-input:results')/input/field";

function prompt(key: string, attributes = '', content = ''): string {
  return `<prompt key="${key}" ${attributes}><display><text>${key}</text></display>${content}</prompt>`;
}

function itemset(filter = 'true()'): string {
  return `<itemset nodeset="instance('places')/places/place[${filter}]">
    <value ref="id"/><label ref="name"/><sort ref="name"/></itemset>`;
}

/** An app with one search, standing at its prompts. */
function search(
  prompts: string,
  attributes = '',
  ofList = '',
  world: Partial<AppWorld> = {},
): AppSession {
  const suite = `<suite>${PLACES}<detail id="found"><title><text>Found</text></title><field>
      <header><text>Name</text></header><template><text><xpath function="case_name"/></text></template></field></detail>
    <entry><command id="find"><text>Find</text></command><instance id="places" src="jr://fixture/places"/>
      <session><query url="https://example.org/search" storage-instance="results" template="case" ${attributes}>
        <title><text>Find a mother</text></title><data key="case_type" ref="'mother'"/>${prompts}</query>
      <datum id="case_id" nodeset="instance('results')/results/case[not(hidden = 'yes')]" value="./@case_id"
        detail-select="found" ${ofList}/></session></entry>
    <menu id="root"><command id="find"/></menu></suite>`;
  const profile = `<profile name="Clinic" uniqueid="c"><suite><resource id="s">
    <location authority="local">./suite.xml</location></resource></suite></profile>`;
  const app = loadAppFiles(
    new Map(Object.entries({ 'profile.ccpr': profile, 'suite.xml': suite })),
    'clinic',
  );
  const session = new AppSession(app, exampleWorld([], world));
  session.choose('find');
  return session;
}

function query(screen: Screen): QueryScreen {
  if (screen.kind !== 'query') throw new Error(`expected a query, got ${screen.kind}`);
  return screen;
}

const RESULTS = '<results><case case_id="far"><case_name>Zora</case_name></case></results>';

describe('a search at a server', () => {
  it('asks also for what has no value, where the prompt allows it', () => {
    const session = search(
      prompt('place', 'input="select" allow_blank_value="true"', itemset()) +
        prompt('other', 'input="select"', itemset()),
    );
    const blankAnd = (answer: string) =>
      query(session.answerPrompts({ place: answer, other: answer })).parameters.slice(1);
    expect(blankAnd('#,#a')).to.deep.equal([
      { key: 'place', value: '' },
      { key: 'place', value: 'a' },
      { key: 'other', value: 'a' },
    ]);
    expect(blankAnd('#,#')).to.deep.equal([{ key: 'place', value: '' }]);
  });

  it('is asked with the parameters of the app and the first answers', () => {
    expect(query(search(prompt('name', `default="'Zo'"`)).screen)).to.deep.include({
      url: 'https://example.org/search',
      title: 'Find a mother',
      parameters: [
        { key: 'case_type', value: 'mother' },
        { key: 'name', value: 'Zo' },
      ],
    });
  });

  it('its answer is the list, and a breadcrumb leads back to what was asked', () => {
    const session = search(prompt('name'));
    session.answerPrompts({ name: 'Zora' });
    const list = session.answerQuery(RESULTS);
    expect(list.kind === 'list' && list.rows.map(({ id }) => id)).to.deep.equal(['far']);
    expect(session.breadcrumbs.map(({ text }) => text)).to.deep.equal([
      'Clinic',
      'Find',
      'Find a mother',
    ]);
    expect(query(session.back()).prompts[0]?.value).to.equal('Zora');
  });

  it('several values of one answer are sent one by one, and a hidden prompt with its first answer', () => {
    const session = search(
      prompt('place', 'input="select"', itemset()) +
        prompt('status', `hidden="true" default="'open'"`),
    );
    const screen = query(session.answerPrompts({ place: 'a#,#c', status: 'closed' }));
    expect(screen.prompts.map(({ key }) => key)).to.deep.equal(['place']);
    expect(screen.parameters.slice(1)).to.deep.equal([
      { key: 'place', value: 'a' },
      { key: 'place', value: 'c' },
      { key: 'status', value: 'open' },
    ]);
  });

  it('an answer that is excluded is not sent, but read by the others', () => {
    const session = search(
      prompt('mode', 'exclude="true()"') +
        prompt('place', 'input="select1"', itemset(`in = ${INPUT}[@name = 'mode']`)),
    );
    const screen = query(session.answerPrompts({ mode: 'south' }));
    expect(screen.parameters.map(({ key }) => key)).to.deep.equal(['case_type']);
    expect(screen.prompts[1]?.choices).to.deep.equal([{ value: 'c', label: 'Co' }]);
  });

  it('choices follow the other answers, and what is not offered any more is taken away', () => {
    const session = search(
      prompt('region', `default="'north'"`) +
        prompt('place', 'input="select1"', itemset(`in = ${INPUT}[@name = 'region']`)) +
        prompt(
          'near',
          'input="select"',
          itemset(`in = 'north' and ${INPUT}[@name = 'place'] = 'a'`),
        ),
    );
    expect(query(session.screen).prompts[1]?.choices.map(({ label }) => label)).to.deep.equal([
      'Abo',
      'Bo',
    ]);
    session.answerPrompts({ place: 'a' });
    expect(query(session.answerPrompts({ near: 'a#,#b' })).answers).to.include({ near: 'a#,#b' });
    const { answers } = query(session.answerPrompts({ region: 'south' }));
    expect(answers).to.deep.equal({ region: 'south', place: '', near: '' });
  });

  it('a required answer and a check that fails are told, with the words of the app', () => {
    const required = `<required test="${INPUT}[@name = 'phone'] = ''"><text>Give a name or a phone</text></required>`;
    const check =
      '<validation test="string-length(PHONE) &gt; 3"><text>Too short</text></validation>';
    const phone = `${INPUT}[@name = 'phone']`;
    const session = search(
      prompt('name', '', required) + prompt('phone', '', check.replace('PHONE', phone)),
    );
    const problems = (screen: Screen) => query(screen).prompts.map(({ problem }) => problem);
    expect(problems(session.screen)).to.deep.equal([
      { kind: 'required', text: 'Give a name or a phone' },
      undefined,
    ]);
    expect(problems(session.answerPrompts({ phone: '12' }))).to.deep.equal([
      undefined,
      { kind: 'invalid', text: 'Too short' },
    ]);
    expect(problems(session.answerPrompts({ phone: '1234' }))).to.deep.equal([
      undefined,
      undefined,
    ]);
  });

  it('what the app got wrong in a prompt is told there, and its answer and the others stay', () => {
    const fails = "instance('nowhere')/a";
    const wrong = [
      prompt('default', `default="${fails}"`),
      prompt('exclude', `exclude="${fails}"`),
      prompt('required', '', `<required test="${fails} = ''"/>`),
      prompt('choices', 'input="select1"', itemset(`${fails} = ''`)),
    ];
    for (const each of wrong) {
      const session = search(each + prompt('name'), 'default_search="true"');
      expect(query(session.screen).asksAtOnce).to.be.false;
      const first = query(session.screen).prompts[0]!;
      expect(first.problem?.kind).to.equal('invalid');
      expect(first.problem?.text).to.match(/^⚠: .*nowhere/);
      const given = { [first.key]: 'a', name: 'Zo' };
      expect(query(session.answerPrompts(given)).answers).to.deep.equal(given);
    }
  });

  it('what the app got wrong in a hidden prompt is told in place of the prompts', () => {
    const session = search(prompt('kind', `hidden="true" default="instance('nowhere')/a"`));
    expect(session.screen.kind).to.equal('error');
    expect(session.back().kind).to.equal('menu');
  });

  it('an app may search at once, but not again when the person comes back, nor with answers that are missing', () => {
    const session = search(prompt('name'), 'default_search="true"');
    expect(query(session.screen).asksAtOnce).to.be.true;
    session.answerQuery(RESULTS);
    expect(query(session.back()).asksAtOnce).to.be.false;
    const incomplete = search(prompt('name', 'required="true"'), 'default_search="true"');
    expect(query(incomplete.screen).asksAtOnce).to.be.false;
  });

  it('prompts say what they are for: hint, group, and which answers fill them in', () => {
    const hinted = `<prompt key="place" group_key="where" receive="map::district"><display>
      <text>Place</text><hint><text>Where?</text></hint></display></prompt>`;
    const group = '<group key="where"><display><text>Where</text></display></group>';
    expect(query(search(group + hinted).screen).prompts[0]).to.include({
      hint: 'Where?',
      group: 'Where',
      receive: 'map::district',
    });
  });

  describe('whose prompts stay beside what it found', () => {
    const found = (...ids: string[]) =>
      `<results>${ids.map((id) => `<case case_id="${id}"><case_name>${id}</case_name></case>`).join('')}</results>`;
    const rows = ({ screen }: AppSession) =>
      screen.kind === 'list' ? screen.rows.map(({ id }) => id) : screen.kind;
    const beside = (prompts: string, world: Partial<AppWorld> = {}) =>
      search(prompts, 'dynamic_search="true"', 'autoselect="true"', world);

    it('asks at once, and keeps the list as it is while its answers change', () => {
      const session = beside(prompt('name') + prompt('place', 'input="select1"', itemset()));
      expect(session.query?.asksAtOnce).to.be.true;
      const list = session.answerQuery(found('a', 'b'));
      expect(session.query).to.deep.include({ isFound: true, asksAtOnce: false });
      expect(session.answerPrompts({ name: 'Zo' })).to.equal(list);
      expect(session.query).to.deep.include({ isFound: false });
      expect(session.query?.parameters).to.deep.include({ key: 'name', value: 'Zo' });
      session.answerQuery(found('c', 'd'));
      expect(rows(session)).to.deep.equal(['c', 'd']);
      expect(session.query?.isFound).to.be.true;
      expect(session.instance('jr://instance/search-input', 'search-input:results')).not.to.equal(
        undefined,
      );
    });

    it('takes the only row by itself at first, but not while the person changes the search', () => {
      const session = beside(prompt('name'));
      expect(session.answerQuery(found('a')).kind).to.equal('end');
      const other = beside(prompt('name'));
      other.answerQuery(found('a', 'b'));
      other.answerPrompts({ name: 'A' });
      other.answerQuery(found('a'));
      expect(rows(other)).to.deep.equal(['a']);
      other.refresh();
      expect(rows(other)).to.deep.equal(['a']);
    });

    it('goes back past the prompts, and from a row to the same answers', () => {
      const session = beside(prompt('name'));
      session.answerQuery(found('a', 'b'));
      session.answerPrompts({ name: 'Zo' });
      session.answerQuery(found('c', 'd'));
      session.select('d');
      session.back();
      expect(rows(session)).to.deep.equal(['c', 'd']);
      expect(session.query?.answers).to.deep.equal({ name: 'Zo' });
      expect(session.back().kind).to.equal('menu');
    });

    it('loses no list over an answer that is no XML', () => {
      const session = beside(prompt('name'));
      session.answerQuery(found('a', 'b'));
      expect(session.answerQuery('<html><p>Hotel').kind).to.equal('error');
      session.back();
      expect(rows(session)).to.deep.equal(['a', 'b']);
    });

    it('says at the prompt that its check cannot be evaluated, and keeps the list and what was typed', () => {
      const check = `<validation test="date(${INPUT}[@name = 'dob']) &lt;= today()"><text>In the past</text></validation>`;
      const session = beside(prompt('dob', '', check) + prompt('name'));
      session.answerQuery(found('a', 'b'));
      session.answerPrompts({ dob: 'abc' });
      expect(rows(session)).to.deep.equal(['a', 'b']);
      const problem = session.query?.prompts[0]?.problem;
      expect(problem?.kind).to.equal('invalid');
      expect(problem?.text).to.match(/^In the past ⚠: .*abc/);
      session.answerPrompts({ name: 'Zo' });
      expect(session.query?.answers).to.deep.equal({ dob: 'abc', name: 'Zo' });
      session.answerPrompts({ dob: '2001-02-03' });
      expect(session.query?.prompts[0]?.problem).to.equal(undefined);
    });

    it('goes back to the last answers with which its hidden prompts can be computed', () => {
      const exclude = `if(${INPUT}[@name = 'name'] = 'x', instance('nowhere')/a, true())`;
      const session = beside(prompt('name') + prompt('kind', `hidden="true" exclude="${exclude}"`));
      session.answerQuery(found('a', 'b'));
      session.answerPrompts({ name: 'Zo' });
      expect(session.answerPrompts({ name: 'x' }).kind).to.equal('error');
      expect(session.query).to.equal(undefined);
      session.back();
      expect(rows(session)).to.deep.equal(['a', 'b']);
      expect(session.query?.answers['name']).to.equal('Zo');
    });

    it('leaves the list alone where its prompts cannot be computed any more', () => {
      let isBroken = false;
      const broken = () => {
        if (isBroken) throw new XPathEvaluationError('broken');
        return '';
      };
      const session = beside(prompt('name', `hidden="true" default="here()"`), {
        environment: { ...exampleWorld([]).environment, here: broken },
      });
      session.answerQuery(found('a', 'b'));
      isBroken = true;
      session.refresh();
      expect(session.query).to.equal(undefined);
      expect(rows(session)).to.deep.equal(['a', 'b']);
      expect(session.back().kind).to.equal('menu');
    });

    it('is asked again with the same answers by whoever comes by its address, as any search is', () => {
      const kept = new Map<string, QueryAnswers>();
      const searches = {
        read: (place: string) => kept.get(place),
        write: (place: string, answers: QueryAnswers) => void kept.set(place, answers),
      };
      for (const attribute of ['dynamic_search="true"', '']) {
        const open = () => search(prompt('name'), attribute, '', { searches });
        const session = open();
        session.answerPrompts({ name: 'Zo' });
        session.answerQuery(found('a'));
        const again = open();
        again.goToAddress(session.address);
        expect(again.query).to.deep.include({ asksAtOnce: true, answers: { name: 'Zo' } });
        again.answerPrompts({});
        expect(again.query?.asksAtOnce).to.be.false;
      }
    });
  });
});
