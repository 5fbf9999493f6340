import { expect } from 'chai';
import type { ControlNode } from '../../src/xforms/control-node.ts';
import { questions } from '../../src/xforms/questions.ts';
import type { FormParts } from '../support/scenario.ts';
import { Scenario } from '../support/scenario.ts';

const VILLAGES = `<list>
  <village><id>1</id><name>Bondo</name><district>x</district></village>
  <village><id>2</id><name>Siaya</name><district>y</district></village>
  <village><id>3</id><name>Ugunja</name><district>y</district></village></list>`;

const instances = { 'jr://fixture/item-list:village': VILLAGES };

function cascade(kind: 'select1' | 'select', data = '<district/><village/>'): FormParts {
  return {
    data,
    binds: '<bind nodeset="/data/village" required="true()"/>',
    model: '<instance id="villages" src="jr://fixture/item-list:village"/>',
    body: `<input ref="/data/district"/><${kind} ref="/data/village">
      <itemset nodeset="instance('villages')/list/village[district = /data/district]"><value ref="id"/><label ref="name"/></itemset></${kind}>`,
  };
}

function question(scenario: Scenario, ref: string): ControlNode {
  const found = scenario.form.controls.find(({ node }) => node.ref === ref);
  if (found === undefined) throw new RangeError(`No question at ${ref}`);
  return found;
}

describe('an answer to an itemset whose choices change', () => {
  it('is taken away in an ODK form when it is not offered any more', () => {
    const scenario = Scenario.load(cascade('select1'), { instances, dialect: 'odk' });
    scenario.answer('/data/district', 'y');
    scenario.answer('/data/village', '2');
    scenario.answer('/data/district', 'x');
    expect(scenario.value('/data/village')).to.equal('');
  });

  it('loses only the values that are not offered any more', () => {
    const scenario = Scenario.load(cascade('select'), { instances, dialect: 'odk' });
    scenario.answer('/data/district', 'y');
    scenario.answer('/data/village', '3 2');
    expect(scenario.value('/data/village')).to.equal('3 2');
    scenario.answer('/data/district', 'x');
    expect(scenario.value('/data/village')).to.equal('');
  });

  it('stays in the node in a CommCare form, but is not shown and does not count as an answer', () => {
    const scenario = Scenario.load(cascade('select1'), { instances, dialect: 'commcare' });
    const village = question(scenario, '/data/village');
    scenario.answer('/data/district', 'y');
    scenario.answer('/data/village', '2');
    expect(village.chosen.map(({ label }) => label.text)).to.deep.equal(['Siaya']);
    scenario.answer('/data/district', 'x');
    expect(scenario.value('/data/village')).to.equal('2');
    expect(village.chosen).to.deep.equal([]);
    expect(village.node.violation?.kind).to.equal('required');
    scenario.answer('/data/district', 'y');
    expect(village.chosen.map(({ value }) => value)).to.deep.equal(['2']);
  });

  it('is kept where the choices cannot be computed, and the question says why', () => {
    const scenario = Scenario.load(cascade('select1', '<district/><village>2</village>'), {
      dialect: 'odk',
    });
    scenario.answer('/data/district', 'y');
    expect(scenario.value('/data/village')).to.equal('2');
    expect(question(scenario, '/data/village').problem?.kind).to.equal('choices');
    expect(scenario.form.problems.map(({ ref }) => ref)).to.include('/data/village');
  });
});

describe('a question that cannot be shown as the form means it', () => {
  it('tells of a lookup table that has no such items, and keeps a CommCare form from being sent', () => {
    const scenario = Scenario.load(cascade('select1'), {
      instances: { 'jr://fixture/item-list:village': '<list/>' },
      dialect: 'commcare',
    });
    const village = question(scenario, '/data/village');
    expect(village.choices).to.deep.equal([]);
    expect(village.problem?.kind).to.equal('choices');
    expect(village.problem?.message).to.contain("instance('villages')/list/village");
    expect(scenario.form.validate()).to.include(village);
  });

  it('has no problem where the items exist and none fits', () => {
    const scenario = Scenario.load(cascade('select1'), { instances });
    expect(question(scenario, '/data/village').problem).to.equal(undefined);
  });

  it('tells of a value that the form has written and that is none of the choices', () => {
    const scenario = Scenario.load({
      data: '<kind/>',
      model: '<setvalue event="xforms-ready" ref="/data/kind" value="\'other\'"/>',
      body: `<select1 ref="/data/kind"><item><label>Cow</label><value>cow</value></item></select1>`,
    });
    const kind = question(scenario, '/data/kind');
    expect(kind.problem?.kind).to.equal('value');
    expect(kind.problem?.message).to.contain('“other”');
    scenario.answer('/data/kind', 'cow');
    expect(kind.problem).to.equal(undefined);
  });

  it('tells of a label that cannot be computed, and shows the rest', () => {
    const scenario = Scenario.load({
      data: '<a/>',
      body: `<input ref="/data/a"><label>Hello <output value="instance('none')/x"/></label><hint>Name</hint></input>`,
    });
    const a = question(scenario, '/data/a');
    expect(a.problem?.kind).to.equal('text');
    expect(a.hint?.text).to.equal('Name');
  });
});

describe('the choices of a question in a repeat', () => {
  const villages = Array.from({ length: 12 }, (_, n) => {
    const district = n < 5 ? 'x' : 'y';
    return `<village><id>${n}</id><name>Village ${n}</name><district>${district}</district></village>`;
  });
  const form: FormParts = {
    data: '<visit jr:template=""><district/><village/></visit>',
    model: '<instance id="villages" src="jr://fixture/item-list:village"/>',
    body: `<group ref="/data/visit"><repeat nodeset="/data/visit"><input ref="/data/visit/district"/><select1 ref="/data/visit/village">
      <itemset nodeset="instance('villages')/list/village[district = /data/visit/district]"><value ref="id"/><label ref="name"/></itemset></select1></repeat></group>`,
  };

  for (const dialect of ['commcare', 'odk'] as const) {
    it(`go by the answers of that repeat (${dialect})`, () => {
      const files = { 'jr://fixture/item-list:village': `<list>${villages.join('')}</list>` };
      const scenario = Scenario.load(form, { instances: files, dialect });
      for (let n = 0; n < 3; n += 1) scenario.addRepeat('/data/visit');
      scenario.answer('/data/visit[1]/district', 'x');
      scenario.answer('/data/visit[3]/district', 'y');
      const selects = [...questions(scenario.form.controls)].filter(
        ({ node }) => node.name === 'village',
      );
      const counts = selects.map(({ choices }) => choices.length);
      expect(counts).to.deep.equal([5, 0, 7]);
    });
  }
});
