import { expect } from 'chai';
import type { Dialect } from '../../src/xpath/compiled-expression.ts';
import { Scenario } from '../support/scenario.ts';

const itext = `<itext><translation lang="en"><text id="low"><value>At least <output value="../least"/></value></text></translation>
  <translation lang="fr"><text id="low"><value>Au moins <output value="../least"/></value></text></translation></itext>`;

/** A question of whole numbers above `least` with that attribute on its bind and that content. */
function limited(attribute: string, dialect: Dialect = 'odk', content = ''): Scenario {
  return Scenario.load(
    {
      data: '<least>3</least><n/>',
      model: itext,
      binds: `<bind nodeset="/data/n" type="int" constraint=". &gt;= ../least" ${attribute}/>`,
      body: `<input ref="/data/n">${content}</input>`,
    },
    { dialect },
  );
}

function message(scenario: Scenario, value: string): string | undefined {
  return scenario.answer('/data/n', value).refusals[0]?.message;
}

describe('the message of a constraint', () => {
  it('is shown as it is written', () => {
    expect(message(limited('jr:constraintMsg="Too low, try again"'), '1')).to.equal(
      'Too low, try again',
    );
  });

  it('comes from the itext in the current language, with what is put in', () => {
    const scenario = limited(`jr:constraintMsg="jr:itext('low')"`);
    expect(message(scenario, '1')).to.equal('At least 3');
    scenario.form.transact([{ kind: 'setLanguage', language: 'fr' }], { source: 'user' });
    expect(message(scenario, '1')).to.equal('Au moins 3');
  });

  it('is computed where it is an expression', () => {
    expect(message(limited(`jr:constraintMsg="concat('not ', ../least - 1)"`), '1')).to.equal(
      'not 2',
    );
  });

  it('that is one word is no path', () => {
    expect(message(limited('jr:constraintMsg="Invalid"', 'odk'), '1')).to.equal('Invalid');
    expect(message(limited('jr:constraintMsg="Invalid"', 'commcare'), '1')).to.equal('Invalid');
  });

  it('gives way to the alert of the question', () => {
    const scenario = limited(
      'jr:constraintMsg="Low"',
      'commcare',
      '<alert>Lower than <output value="../least"/></alert>',
    );
    expect(message(scenario, '1')).to.equal('Lower than 3');
  });

  it('is markdown in an ODK form', () => {
    const scenario = Scenario.load(
      {
        data: '<n/>',
        binds: '<bind nodeset="/data/n" required="true()" jr:requiredMsg="We *need* it"/>',
        body: '<input ref="/data/n"/>',
      },
      { dialect: 'odk' },
    );
    const { violation } = scenario.node('/data/n');
    expect([violation?.kind, violation?.message]).to.deep.equal(['required', 'We *need* it']);
    const [block] = violation?.text?.blocks ?? [];
    expect(block?.kind === 'paragraph' && block.content.map(({ kind }) => kind)).to.deep.equal([
      'text',
      'emphasis',
      'text',
    ]);
  });
});

describe('a constraint that cannot be computed', () => {
  it('refuses the answer and says why, and the form goes on', () => {
    const scenario = Scenario.load({
      data: '<n/><m/>',
      binds: `<bind nodeset="/data/n" constraint="instance('nowhere')/a = ."/>`,
      body: '<input ref="/data/n"/><input ref="/data/m"/>',
    });
    const { refusals } = scenario.answer('/data/n', '1');
    expect(refusals[0]?.reason).to.equal('constraint');
    expect(refusals[0]?.message).to.contain('nowhere');
    expect(scenario.refusal('/data/m', '1')).to.equal(undefined);
  });
});

describe('a required answer', () => {
  it('of spaces alone is an answer', () => {
    const scenario = Scenario.load({
      data: '<n/>',
      binds: '<bind nodeset="/data/n" type="string" required="true()"/>',
      body: '<input ref="/data/n"/>',
    });
    expect(scenario.refusal('/data/n', '  ')).to.equal(undefined);
  });

  it('is missed in the order of the form, and not where nothing is asked', () => {
    const scenario = Scenario.load({
      data: '<c/><a/><g><b/></g>',
      binds: `<bind nodeset="/data/a" required="true()"/><bind nodeset="/data/g/b" required="true()"/>
        <bind nodeset="/data/c" required="true()"/><bind nodeset="/data/g" relevant="/data/a = 'x'"/>`,
      body: '<input ref="/data/a"/><group ref="/data/g"><input ref="/data/g/b"/></group><input ref="/data/c"/>',
    });
    const missed = () => scenario.form.validate().map(({ node }) => node.ref);
    expect(missed()).to.deep.equal(['/data/a', '/data/c']);
    scenario.answer('/data/a', 'x');
    expect(missed()).to.deep.equal(['/data/g/b', '/data/c']);
  });
});
