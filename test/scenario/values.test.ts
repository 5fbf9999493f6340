import { expect } from 'chai';
import type { Dialect } from '../../src/xpath/compiled-expression.ts';
import { Scenario } from '../support/scenario.ts';

/** A question of that type; `model` may write to it. */
function typed(type: string, dialect: Dialect, model = ''): Scenario {
  const bind = `<bind nodeset="/data/q" ${type === '' ? '' : `type="${type}"`}/>`;
  const body = '<input ref="/data/q"/>';
  return Scenario.load({ data: '<q/>', binds: bind, body, model }, { dialect });
}

function computed(type: string, expression: string, dialect: Dialect): string {
  const bind = `<bind nodeset="/data/q" ${type === '' ? '' : `type="${type}"`} calculate="${expression}"/>`;
  return Scenario.load({ data: '<q/>', binds: bind }, { dialect }).value('/data/q');
}

function assigned(type: string, value: string, dialect: Dialect): Scenario {
  return typed(type, dialect, `<setvalue event="xforms-ready" ref="/data/q" value="${value}"/>`);
}

describe('an answer', () => {
  for (const [type, dialect, answer, stored] of [
    ['geopoint', 'commcare', '-1.5 36.8 10.129 5.5', '-1.5 36.8 10.12 5.5'],
    ['geopoint', 'odk', '-1.5 36.8 10.129', '-1.5 36.8 10.129 0.0'],
    ['geopoint', 'odk', '12', '12.0 0.0 0.0 0.0'],
    ['geopoint', 'odk', '0 0 0 0', ''],
    ['geopoint', 'commcare', '0 0 0 0', '0.0 0.0 0.0 0.0'],
    ['geotrace', 'odk', '1 2;3 4 0 0;', '1.0 2.0 0.0 0.0; 3.0 4.0 0.0 0.0'],
    [
      'geoshape',
      'odk',
      '1 2; 1 3; 2 3; 1 2',
      '1.0 2.0 0.0 0.0; 1.0 3.0 0.0 0.0; 2.0 3.0 0.0 0.0; 1.0 2.0 0.0 0.0',
    ],
    ['long', 'odk', '9007199254740993', '9007199254740993'],
    ['int', 'odk', '-0012', '-12'],
  ] as const) {
    it(`“${answer}” of type ${type} is kept as “${stored}” in ${dialect}`, () => {
      const scenario = typed(type, dialect);
      expect(scenario.refusal('/data/q', answer)).to.equal(undefined);
      expect(scenario.value('/data/q')).to.equal(stored);
    });
  }

  for (const [type, dialect, answer] of [
    ['geopoint', 'commcare', '1'],
    ['geopoint', 'odk', 'north'],
    ['geoshape', 'odk', '1 2;x'],
    ['geotrace', 'odk', '1 2;;3 4'],
    ['long', 'odk', '9223372036854775808'],
    ['int', 'commcare', '-2147483649'],
  ] as const) {
    it(`“${answer}” is none of type ${type} in ${dialect}`, () => {
      expect(typed(type, dialect).refusal('/data/q', answer)).to.equal('badValue');
    });
  }

  it('of four zeros is judged by its constraint before ODK takes it for a place that was never measured', () => {
    const scenario = Scenario.load(
      {
        data: '<q/>',
        binds: `<bind nodeset="/data/q" type="geopoint" constraint="false()"/>`,
        body: '<input ref="/data/q"/>',
      },
      { dialect: 'odk' },
    );
    expect(scenario.refusal('/data/q', '0 0 0 0')).to.equal('constraint');
  });

  describe('to a select', () => {
    function select(kind: string, type: string): Scenario {
      const items = ['10', '23.4', 'a b'].map(
        (value) => `<item><label>${value}</label><value>${value}</value></item>`,
      );
      return Scenario.load({
        data: '<q/>',
        binds: `<bind nodeset="/data/q" type="${type}"/>`,
        body: `<${kind} ref="/data/q">${items.join('')}</${kind}>`,
      });
    }

    it('is kept as the choice is written, whatever the type of its bind', () => {
      const scenario = select('select', 'decimal');
      expect(scenario.refusal('/data/q', '10 23.4')).to.equal(undefined);
      expect(scenario.value('/data/q')).to.equal('10 23.4');
    });

    it('is no choice, and not of the wrong type, when it is not offered', () => {
      expect(select('select1', 'int').refusal('/data/q', 'x')).to.equal('noSuchChoice');
    });

    it('may have spaces in it where one can be chosen', () => {
      expect(select('select1', 'string').refusal('/data/q', 'a b')).to.equal(undefined);
    });
  });
});

describe('a computed value', () => {
  for (const [type, expression, dialect, stored] of [
    ['decimal', '4 div 2', 'odk', '2'],
    ['decimal', '5 div 2', 'commcare', '2.5'],
    ['int', '5 div 2', 'commcare', '2'],
    ['int', '99999999999', 'odk', '2147483647'],
    ['', '100000 * 100000', 'odk', '10000000000'],
    ['', '0.1 + 0.2', 'odk', '0.30000000000000004'],
    ['', 'now()', 'odk', '2026-03-15T12:00:00.000Z'],
    ['', '1 = 1', 'odk', '1'],
    ['', 'now()', 'commcare', '2026-03-15'],
    ['date', 'now()', 'odk', '2026-03-15'],
  ] as const) {
    it(`of ${expression} is “${stored}” in a node of type “${type}” in ${dialect}`, () => {
      expect(computed(type, expression, dialect)).to.equal(stored);
    });
  }
});

describe('a value that setvalue writes', () => {
  it('takes the form of its type', () => {
    expect(assigned('decimal', '1 + 1', 'odk').value('/data/q')).to.equal('2.0');
    expect(assigned('int', "'7'", 'commcare').value('/data/q')).to.equal('7');
  });

  it('is not written when it is none of the type, which is a fault of the form', () => {
    const scenario = assigned('int', "'29.1'", 'commcare');
    expect(scenario.value('/data/q')).to.equal('');
    expect(scenario.form.problems.map(({ kind, ref }) => [kind, ref])).to.deep.equal([
      ['setvalue', '/data/q'],
    ]);
  });
});

describe('a value that the form itself gives', () => {
  function given(type: string, value: string): string {
    const binds = `<bind nodeset="/data/q" type="${type}"/>`;
    return Scenario.load({ data: `<q>${value}</q>`, binds }).value('/data/q');
  }

  for (const [type, value, read] of [
    ['decimal', ' 3 ', '3.0'],
    ['int', '007', '7'],
    ['int', 'many', ''],
    ['boolean', 'true', '1'],
    ['geopoint', 'here', ''],
    ['string', ' as  it is ', 'as  it is'],
    ['date', '2026-03-15', '2026-03-15'],
  ] as const) {
    it(`of “${value}” is read as “${read}” where the type is ${type}`, () => {
      expect(given(type, value)).to.equal(read);
    });
  }

  it('is left out where the choices of its question do not have it', () => {
    const items = ['a', 'b'].map(
      (value) => `<item><label>${value}</label><value>${value}</value></item>`,
    );
    const scenario = Scenario.load({
      data: '<one>c</one><many>b c a</many>',
      body: `<select1 ref="/data/one">${items.join('')}</select1><select ref="/data/many">${items.join('')}</select>`,
    });
    expect([scenario.value('/data/one'), scenario.value('/data/many')]).to.deep.equal(['', 'b a']);
  });

  it('is taken as it was in a draft', () => {
    const scenario = Scenario.load({
      data: '<kind/>',
      model: '<setvalue event="xforms-ready" ref="/data/kind" value="\'other\'"/>',
      body: `<select1 ref="/data/kind"><item><label>Cow</label><value>cow</value></item></select1>`,
    });
    expect(scenario.reopened().value('/data/kind')).to.equal('other');
  });
});
