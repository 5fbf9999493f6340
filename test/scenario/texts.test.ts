import { expect } from 'chai';
import type { ControlNode } from '../../src/xforms/control-node.ts';
import type { FormParts } from '../support/scenario.ts';
import { Scenario } from '../support/scenario.ts';

function itext(...translations: readonly [language: string, texts: string][]): string {
  const all = translations.map(
    ([language, texts]) => `<translation lang="${language}">${texts}</translation>`,
  );
  return `<itext>${all.join('')}</itext>`;
}

function first(scenario: Scenario): ControlNode {
  return scenario.form.controls[0] as ControlNode;
}

describe('texts of a form', () => {
  const greeting: FormParts = {
    data: '<name>Ann</name>',
    model: itext(
      [
        'en',
        `<text id="hi"><value>Hi <output value="/data/name"/></value><value form="short">Hi</value>
        <value form="guidance">Say it</value><value form="big-image">jr://images/big.png</value>
        <value form="image">jr://images/hi.png</value><value form="loud">HI</value></text>`,
      ],
      ['fr', '<text id="hi"><value>Salut <output value="/data/name"/></value></text>'],
    ),
    body: `<input ref="/data/name"><label ref="jr:itext('hi')"/></input>`,
  };

  it('are there in every form that the itext has', () => {
    const { label } = first(Scenario.load(greeting));
    expect(label?.text).to.equal('Hi Ann');
    expect(Object.fromEntries(label?.forms ?? [])).to.deep.equal({
      '': 'Hi Ann',
      short: 'Hi',
      guidance: 'Say it',
      'big-image': 'jr://images/big.png',
      image: 'jr://images/hi.png',
      loud: 'HI',
    });
  });

  it('follow the language, and keep the pictures that it has none of its own for', () => {
    const scenario = Scenario.load(greeting, { language: 'fr' });
    const { label } = first(scenario);
    expect([label?.text, label?.image]).to.deep.equal(['Salut Ann', 'jr://images/hi.png']);
  });

  it('are markdown in an ODK form, with each value that is put in formatted by itself', () => {
    const scenario = Scenario.load(
      {
        data: '<a>_x_</a>',
        body: '<input ref="/data/a"><label>**Dear <output value="/data/a"/>**</label></input>',
      },
      { dialect: 'odk' },
    );
    const { label } = first(scenario);
    expect(label?.text).to.equal('**Dear _x_**');
    const emphasis = { kind: 'emphasis', content: [{ kind: 'text', text: 'x' }] };
    const content = [{ kind: 'strong', content: [{ kind: 'text', text: 'Dear ' }, emphasis] }];
    expect(label?.blocks).to.deep.equal([{ kind: 'paragraph', content }]);
  });

  it('are plain in a CommCare form unless the itext has markdown', () => {
    const parts = (forms: string): FormParts => ({
      data: '<a/>',
      model: itext(['en', `<text id="t"><value>**b**</value>${forms}</text>`]),
      body: `<input ref="/data/a"><label ref="jr:itext('t')"/></input>`,
    });
    expect(first(Scenario.load(parts(''))).label?.blocks).to.deep.equal([
      { kind: 'paragraph', content: [{ kind: 'text', text: '**b**' }] },
    ]);
    const formatted = first(Scenario.load(parts('<value form="markdown">**c**</value>')));
    expect(formatted.label?.blocks).to.deep.equal([
      { kind: 'paragraph', content: [{ kind: 'strong', content: [{ kind: 'text', text: 'c' }] }] },
    ]);
  });

  it('that no translation has are named in brackets where an expression asks for them', () => {
    const scenario = Scenario.load({
      data: '<kind>x</kind><shown/>',
      binds: `<bind nodeset="/data/shown" calculate="jr:itext(concat('kind-', /data/kind))"/>`,
      model: itext(['en', '<text id="kind-y"><value>Why</value></text>']),
    });
    expect(scenario.value('/data/shown')).to.equal('[itext:kind-x]');
    scenario.answer('/data/kind', 'y');
    expect(scenario.value('/data/shown')).to.equal('Why');
  });
});

describe('jr:choice-name', () => {
  const items = `<item><label>Cow</label><value>c</value></item><item><label>Goat</label><value>g</value></item>`;

  it('gives the label of a value, whatever the space around the reference', () => {
    const scenario = Scenario.load({
      data: '<kind>g</kind><name/>',
      binds: `<bind nodeset="/data/name" calculate="jr:choice-name(/data/kind, ' /data/kind ')"/>`,
      body: `<select1 ref="/data/kind">${items}</select1>`,
    });
    expect(scenario.value('/data/name')).to.equal('Goat');
  });

  it('means the question of its own repeat instance', () => {
    const choice = `<item><label><output value="../tag"/></label><value>c</value></item>`;
    const scenario = Scenario.load(
      {
        data: '<a><tag>1</tag><kind/><name/></a><a><tag>2</tag><kind/><name/></a>',
        binds: `<bind nodeset="/data/a/name" calculate="jr:choice-name(../kind, '../kind')"/>`,
        body: `<repeat nodeset="/data/a"><select1 ref="kind">${choice}</select1></repeat>`,
      },
      { dialect: 'odk' },
    );
    scenario.answer('/data/a[2]/kind', 'c');
    expect(scenario.value('/data/a[2]/name')).to.equal('2');
  });

  it('follows the label of the choice, in its own repeat instance, also when the name is part of the label', () => {
    const choice = `<item><label><output value="../tag"/></label><value>c</value></item>`;
    const scenario = Scenario.load({
      data: '<a><tag>1</tag><kind>c</kind><name/></a><a><tag>2</tag><kind>c</kind><name/></a>',
      binds: `<bind nodeset="/data/a/name" calculate="jr:choice-name(../kind, '../kind')"/>
        <bind nodeset="/data/a/tag" relevant="string-length(../name) &lt; 5"/>`,
      body: `<repeat nodeset="/data/a"><input ref="tag"/><select1 ref="kind">${choice}</select1></repeat>`,
    });
    scenario.answer('/data/a[2]/tag', 'new');
    expect(scenario.value('/data/a[2]/name')).to.equal('new');
    expect(scenario.value('/data/a[1]/name')).to.equal('1');
  });

  it('is empty for a question that is not there or offers nothing', () => {
    const scenario = Scenario.load({
      data: '<kind>g</kind><name/>',
      binds: `<bind nodeset="/data/name" calculate="jr:choice-name(/data/kind, '/data/name')"/>`,
      body: `<select1 ref="/data/kind">${items}</select1>`,
    });
    expect(scenario.value('/data/name')).to.equal('');
  });
});
