import { expect } from 'chai';
import type { FormParts } from '../support/scenario.ts';
import { Scenario } from '../support/scenario.ts';

/** Rows with a value each, `fields` that are computed in each, and `totals` that are computed once. */
function rows(
  fields: Readonly<Record<string, string>>,
  totals: Readonly<Record<string, string>>,
): FormParts {
  const bind =
    (path: string) =>
    ([name, calculate]: readonly [string, string]) =>
      `<bind nodeset="${path}/${name}" calculate="${calculate.replaceAll('<', '&lt;')}"/>`;
  const elements = (names: Readonly<Record<string, string>>) =>
    Object.keys(names)
      .map((name) => `<${name}/>`)
      .join('');
  return {
    data: `${elements(totals)}<list><row jr:template=""><v/>${elements(fields)}</row></list>`,
    binds:
      Object.entries(fields).map(bind('/data/list/row')).join('') +
      Object.entries(totals).map(bind('/data')).join(''),
    body: '<group ref="/data/list"><repeat nodeset="/data/list/row"><input ref="/data/list/row/v"/></repeat></group>',
  };
}

function filled(parts: FormParts, ...answers: string[]): Scenario {
  const scenario = Scenario.load(parts, { dialect: 'odk' });
  answers.forEach((answer, at) => {
    scenario.addRepeat('/data/list/row');
    scenario.answer(`/data/list/row[${at + 1}]/v`, answer);
  });
  return scenario;
}

function column(scenario: Scenario, name: string): string[] {
  return scenario.form.nodesOf(`/data/list/row/${name}`).map((node) => node.lexical);
}

describe('an expression of an ODK form that reads a repeat', () => {
  it('finds the item before, from every item', () => {
    const scenario = filled(
      rows({ before: '/data/list/row[position() = position(current()/..) - 1]/v' }, {}),
      'a',
      'b',
      'c',
    );
    expect(column(scenario, 'before')).to.deep.equal(['', 'a', 'b']);
    scenario.answer('/data/list/row[1]/v', 'x');
    expect(column(scenario, 'before')).to.deep.equal(['', 'x', 'b']);
    scenario.removeRepeat('/data/list/row[2]');
    expect(column(scenario, 'before')).to.deep.equal(['', 'x']);
  });

  it('makes a running total of the items so far', () => {
    const scenario = filled(
      rows({ total: 'sum(/data/list/row[position() <= position(current()/..)]/v)' }, {}),
      '1',
      '2',
      '3',
    );
    expect(column(scenario, 'total')).to.deep.equal(['1', '3', '6']);
    scenario.answer('/data/list/row[2]/v', '10');
    expect(column(scenario, 'total')).to.deep.equal(['1', '11', '14']);
  });

  it('joins the texts of all items', () => {
    const scenario = filled(
      rows({}, { all: 'concat(/data/list/row/v)', listed: "join(', ', /data/list/row/v)" }),
      'a',
      'b',
      'c',
    );
    expect([scenario.value('/data/all'), scenario.value('/data/listed')]).to.deep.equal([
      'abc',
      'a, b, c',
    ]);
    scenario.removeRepeat('/data/list/row[2]');
    expect([scenario.value('/data/all'), scenario.value('/data/listed')]).to.deep.equal([
      'ac',
      'a, c',
    ]);
  });

  it('finds the last item by its number, however it is asked for', () => {
    const scenario = filled(
      rows(
        {},
        {
          number: 'count(/data/list/row)',
          last: '/data/list/row[position() = /data/number]/v',
          lastToo: '/data/list/row[position() = last()]/v',
          indexed: 'indexed-repeat(/data/list/row/v, /data/list/row, /data/number)',
          relative: 'indexed-repeat(../list/row/v, ../list/row, ../number)',
        },
      ),
      '10',
      '20',
    );
    const last = () =>
      ['last', 'lastToo', 'indexed', 'relative'].map((name) => scenario.value(`/data/${name}`));
    expect(last()).to.deep.equal(['20', '20', '20', '20']);
    scenario.addRepeat('/data/list/row');
    expect(last()).to.deep.equal(['', '', '', '']);
    scenario.answer('/data/list/row[3]/v', '30');
    expect(last()).to.deep.equal(['30', '30', '30', '30']);
    scenario.removeRepeat('/data/list/row[3]');
    expect(last()).to.deep.equal(['20', '20', '20', '20']);
  });

  it('counts the items around it by a relative path', () => {
    const scenario = filled(
      rows({ n: 'count(../../row)', alike: 'count(../../row[v = current()/../v])' }, {}),
      'a',
      'b',
      'a',
    );
    expect(column(scenario, 'n')).to.deep.equal(['3', '3', '3']);
    expect(column(scenario, 'alike')).to.deep.equal(['2', '1', '2']);
    scenario.answer('/data/list/row[2]/v', 'a');
    expect(column(scenario, 'alike')).to.deep.equal(['3', '3', '3']);
  });

  it('sums what follows from positions anew when an item goes', () => {
    const scenario = filled(
      rows({ place: 'position(..)' }, { places: 'sum(/data/list/row/place)' }),
      ...Array.from({ length: 6 }, String),
    );
    expect(scenario.value('/data/places')).to.equal('21');
    scenario.removeRepeat('/data/list/row[3]');
    expect(scenario.value('/data/places')).to.equal('15');
  });

  it('looks up another instance by a value of its own item', () => {
    const scenario = filled(
      {
        ...rows({ label: "instance('names')/root/item[id = current()/../v]/label" }, {}),
        model: `<instance id="names"><root><item><id>a</id><label>Ann</label></item>
          <item><id>b</id><label>Ben</label></item></root></instance>`,
      },
      'b',
      'a',
      'z',
    );
    expect(column(scenario, 'label')).to.deep.equal(['Ben', 'Ann', '']);
  });

  it('may narrow by several predicates, in several steps', () => {
    const scenario = filled({
      ...rows(
        {},
        {
          found: "count(instance('people')/root/person[@born < 1970][@place = 'x']/child[. != ''])",
        },
      ),
      model: `<instance id="people"><root><person born="1966" place="x"><child>a</child><child/></person>
          <person born="1968" place="y"><child>b</child></person><person born="1968" place="x"><child>c</child></person>
          <person born="1980" place="x"><child>d</child></person></root></instance>`,
    });
    expect(scenario.value('/data/found')).to.equal('2');
  });
});

describe('the choices of a select in a repeat of an ODK form', () => {
  const meals = {
    data: '<meal jr:template=""><kind/><dish/></meal>',
    model: `<instance id="dishes"><root>${['soup:warm', 'stew:warm', 'salad:cold']
      .map((each) => each.split(':'))
      .map(([name, kind]) => `<item><name>${name}</name><kind>${kind}</kind></item>`)
      .join('')}</root></instance>`,
    body: `<repeat nodeset="/data/meal"><input ref="/data/meal/kind"/><select1 ref="/data/meal/dish">
      <itemset nodeset="instance('dishes')/root/item[kind = current()/../kind]"><value ref="name"/><label ref="name"/></itemset></select1></repeat>`,
  };
  const choices = (scenario: Scenario, item: number) =>
    scenario.form.controls[0]?.children[item]?.children[1]?.choices.map(({ value }) => value);

  it('follow the answers of their own item', () => {
    const scenario = Scenario.load(meals, { dialect: 'odk' });
    scenario.addRepeat('/data/meal');
    scenario.addRepeat('/data/meal');
    scenario.answer('/data/meal[1]/kind', 'warm');
    scenario.answer('/data/meal[2]/kind', 'cold');
    expect([choices(scenario, 0), choices(scenario, 1)]).to.deep.equal([
      ['soup', 'stew'],
      ['salad'],
    ]);
    scenario.answer('/data/meal[2]/dish', 'salad');
    scenario.answer('/data/meal[1]/dish', 'stew');
    scenario.answer('/data/meal[1]/kind', 'cold');
    expect(scenario.value('/data/meal[1]/dish')).to.equal('');
    expect(scenario.value('/data/meal[2]/dish')).to.equal('salad');
    scenario.removeRepeat('/data/meal[1]');
    expect(choices(scenario, 0)).to.deep.equal(['salad']);
    expect(scenario.value('/data/meal[1]/dish')).to.equal('salad');
  });
});
