import { expect } from 'chai';
import { FormInstance } from '../../src/xforms/form-instance.ts';
import type { FormParts } from '../support/scenario.ts';
import { pinnedEnvironment, Scenario } from '../support/scenario.ts';

function load(parts: Partial<FormParts>): Scenario {
  const whole = { data: '<a>given</a>', body: '<input ref="/data/a"/>', ...parts };
  return Scenario.load(whole, { dialect: 'odk' });
}

/** The same form, opened to edit a submission with that value. */
function edited(scenario: Scenario, saved: string): string | undefined {
  const xml = `<data xmlns="http://openrosa.org/formdesigner/test"><a>${saved}</a></data>`;
  const { definition } = scenario.form;
  const form = FormInstance.edit(definition, xml, { environment: pinnedEnvironment() });
  return form.node('/data/a')?.lexical;
}

const PRELOAD = '<bind nodeset="/data/a" jr:preload="uid"/>';
const CALCULATE = '<bind nodeset="/data/a" jr:preload="uid" calculate="\'computed\'"/>';

describe('the value that a node of an ODK form begins with', () => {
  it('is the one that the form gives, or what is preloaded in its place', () => {
    expect(load({}).value('/data/a')).to.equal('given');
    expect(load({ binds: PRELOAD }).value('/data/a')).to.match(/^uuid:/);
  });

  it('is the saved one when a submission is edited', () => {
    expect(edited(load({}), 'saved')).to.equal('saved');
    expect(edited(load({ binds: PRELOAD }), 'saved')).to.equal('saved');
  });

  it('is computed where there is a calculate, over what was preloaded or saved', () => {
    expect(load({ binds: CALCULATE }).value('/data/a')).to.equal('computed');
    expect(edited(load({ binds: CALCULATE }), 'saved')).to.equal('computed');
  });

  it('is set by an action of the first opening, which sees what is preloaded', () => {
    const scenario = load({
      data: '<a/><b/><c/>',
      binds:
        '<bind nodeset="/data/b" jr:preload="uid"/><bind nodeset="/data/c" calculate="concat(/data/a, \'!\')"/>',
      model:
        '<setvalue event="odk-instance-first-load" ref="/data/a" value="substring-before(/data/b, \':\')"/>',
    });
    expect([scenario.value('/data/a'), scenario.value('/data/c')]).to.deep.equal(['uuid', 'uuid!']);
  });

  it('is the one of the bind of an attribute, too', () => {
    const scenario = load({
      data: '<version/><a version="old"/>',
      binds: '<bind nodeset="/data/a/@version" type="string" calculate="/data/version"/>',
      body: '<input ref="/data/version"/><input ref="/data/a"/>',
    });
    scenario.answer('/data/version', '7');
    scenario.answer('/data/a', 'x');
    expect(scenario.form.submissionXml()).to.contain('<a version="7">x</a>');
  });

  it('is computed once with once(), also when the draft is opened again', () => {
    const scenario = load({
      data: '<seed>1</seed><a/>',
      binds: '<bind nodeset="/data/a" calculate="once(/data/seed)"/>',
      body: '<input ref="/data/seed"/>',
    });
    scenario.answer('/data/seed', '2');
    expect(scenario.value('/data/a')).to.equal('1');
    expect(scenario.reopened().value('/data/a')).to.equal('1');
  });
});

describe('a question of an ODK form', () => {
  it('may stand twice in the body, and both show one node', () => {
    const scenario = load({
      body: '<input ref="/data/a"><label>First</label></input><input ref="/data/a"><label>Second</label></input>',
    });
    scenario.answer('/data/a', 'x');
    expect(
      scenario.form.controls.map(({ node, label }) => [label?.text, node.lexical]),
    ).to.deep.equal([
      ['First', 'x'],
      ['Second', 'x'],
    ]);
  });

  it('shows in label and hint what is put in, and what follows from it', () => {
    const scenario = load({
      data: '<a>2</a><b/>',
      binds:
        '<bind nodeset="/data/a" type="int"/><bind nodeset="/data/b" calculate="/data/a * 2"/>',
      body: `<input ref="/data/a"><label>Twice <output value="/data/a"/> is <output value="../b"/></label>
        <hint><output value="if(/data/b > 4, 'much', 'little')"/></hint></input>`,
    });
    const shown = () => [
      scenario.form.controls[0]?.label?.text,
      scenario.form.controls[0]?.hint?.text,
    ];
    expect(shown()).to.deep.equal(['Twice 2 is 4', 'little']);
    const { changed } = scenario.answer('/data/a', '3');
    expect(changed).to.include(scenario.node('/data/a'));
    expect(shown()).to.deep.equal(['Twice 3 is 6', 'much']);
  });

  it('is there without a bind, and takes any text', () => {
    expect(load({}).refusal('/data/a', ' anything & more ')).to.equal(undefined);
  });

  it('about several choices keeps the order in which they are ranked', () => {
    const scenario = load({
      data: '<chosen/><ranked/>',
      model: `<instance id="list"><root><item><name>x</name></item><item><name>y</name></item><item><name>z</name></item></root></instance>`,
      body: `<select ref="/data/chosen"><itemset nodeset="instance('list')/root/item"><value ref="name"/><label ref="name"/></itemset></select>
        <rank ref="/data/ranked"><itemset nodeset="instance('list')/root/item[selected(/data/chosen, name)]"><value ref="name"/><label ref="name"/></itemset></rank>`,
    });
    scenario.answer('/data/chosen', 'x z y');
    scenario.answer('/data/ranked', 'z x y');
    expect(scenario.value('/data/ranked')).to.equal('z x y');
    scenario.answer('/data/chosen', 'x z');
    expect(scenario.value('/data/ranked')).to.equal('z x');
  });

  it('of a range tells from where to where it goes, and in which steps', () => {
    const scenario = load({
      binds: '<bind nodeset="/data/a" type="decimal"/>',
      body: '<range ref="/data/a" start="-1" end="1" step="0.5"/>',
    });
    expect(scenario.form.controls[0]?.definition).to.include({
      kind: 'range',
      start: -1,
      end: 1,
      step: 0.5,
    });
    expect(scenario.refusal('/data/a', '0.5')).to.equal(undefined);
  });
});
