import { expect } from 'chai';
import { FormParseError } from '../../src/xforms/definition/form-parse-error.ts';
import { Scenario } from '../support/scenario.ts';

const odk = { dialect: 'odk' } as const;

/** Values of all nodes at a reference, in order. */
function values(scenario: Scenario, ref: string): string[] {
  return scenario.form.nodesOf(ref).map((node) => node.lexical);
}

describe('setvalue', () => {
  it('writes an expression, a text, or nothing', () => {
    const scenario = Scenario.load({
      data: '<a/><b/><c>12</c><d>12</d><e f=""/>',
      model: `<setvalue event="odk-instance-first-load" ref="/data/a" value="3 * 4"/>
        <setvalue event="odk-instance-first-load" ref="/data/b">3 * 4</setvalue>
        <setvalue event="odk-instance-first-load" ref="/data/c"/>
        <setvalue event="odk-instance-first-load" ref="/data/d" value=""/>
        <setvalue event="odk-instance-first-load" ref="/data/e/@f" value="7"/>`,
    });
    const all = ['a', 'b', 'c', 'd', 'e/@f'].map((name) => scenario.value(`/data/${name}`));
    expect(all).to.deep.equal(['12', '3 * 4', '', '', '7']);
  });

  it('listens to several events', () => {
    const scenario = Scenario.load({
      data: '<source>5</source><twice/>',
      body: `<input ref="/data/source"><setvalue event="odk-instance-first-load xforms-value-changed" ref="/data/twice" value="/data/source * 2"/></input>`,
    });
    expect(scenario.value('/data/twice')).to.equal('10');
    scenario.answer('/data/source', '7');
    expect(scenario.value('/data/twice')).to.equal('14');
  });

  it('evaluates its value on its target', () => {
    const scenario = Scenario.load({
      data: '<counter>0</counter><item><source/></item>',
      body: `<repeat nodeset="/data/item"><input ref="/data/item/source"><setvalue event="xforms-value-changed" ref="/data/counter" value=". + 1"/></input></repeat>`,
    });
    scenario.answer('/data/item[1]/source', 'x');
    scenario.answer('/data/item[1]/source', 'y');
    expect(scenario.value('/data/counter')).to.equal('2');
  });

  it('writes what a person may not: a readonly node, and one that is not relevant', () => {
    const scenario = Scenario.load({
      data: '<a/><b/><c/>',
      binds:
        '<bind nodeset="/data/b" readonly="true()"/><bind nodeset="/data/c" relevant="false()"/>',
      body: `<input ref="/data/a"><setvalue event="xforms-value-changed" ref="/data/b" value="1"/><setvalue event="xforms-value-changed" ref="/data/c" value="2"/></input>`,
    });
    scenario.answer('/data/a', 'x');
    expect([scenario.value('/data/b'), scenario.value('/data/c')]).to.deep.equal(['1', '2']);
  });

  it('sees what follows from the answer that set it off, and what follows from it is computed', () => {
    const scenario = Scenario.load({
      data: '<a/><twice/><copy/><shout/>',
      binds: `<bind nodeset="/data/twice" calculate="/data/a * 2"/><bind nodeset="/data/shout" calculate="concat(/data/copy, '!')"/>`,
      body: `<input ref="/data/a"><setvalue event="xforms-value-changed" ref="/data/copy" value="/data/twice"/></input>`,
    });
    scenario.answer('/data/a', '6');
    expect(scenario.value('/data/shout')).to.equal('12!');
  });

  describe('in a repeat', () => {
    const parts = {
      data: '<rep><source/><target/></rep>',
      body: `<repeat nodeset="/data/rep"><input ref="/data/rep/source"><setvalue event="xforms-value-changed" ref="/data/rep/target" value="position(..)"/></input></repeat>`,
    };

    it('writes the item in which its event happened', () => {
      const scenario = Scenario.load(parts, odk);
      scenario.addRepeat('/data/rep');
      scenario.addRepeat('/data/rep');
      scenario.answer('/data/rep[2]/source', 'x');
      expect(values(scenario, '/data/rep/target')).to.deep.equal(['', '2', '']);
    });

    it('runs in every item that is there when the form is opened, but not in later ones', () => {
      const scenario = Scenario.load(
        {
          data: '<rep><q/></rep><rep><q/></rep>',
          body: `<repeat nodeset="/data/rep"><setvalue event="odk-instance-load" ref="/data/rep/q" value="4 * 4"/><input ref="/data/rep/q"/></repeat>`,
        },
        odk,
      );
      scenario.addRepeat('/data/rep');
      expect(values(scenario, '/data/rep/q')).to.deep.equal(['16', '16', '']);
    });
  });

  it('from outside a repeat writes the item that a predicate chooses', () => {
    const scenario = Scenario.load(
      {
        data: '<source/><rep><q/></rep><rep><q/></rep>',
        body: `<input ref="/data/source"><setvalue event="xforms-value-changed" ref="/data/rep[position() = 2]/q" value="/data/source"/></input><repeat nodeset="/data/rep"><input ref="/data/rep/q"/></repeat>`,
      },
      odk,
    );
    scenario.answer('/data/source', 'foo');
    expect(values(scenario, '/data/rep/q')).to.deep.equal(['', 'foo']);
  });

  it('from outside a repeat writes none of several items, and says so in ODK', () => {
    const parts = {
      data: '<source/><rep><q/></rep><rep><q/></rep>',
      body: `<input ref="/data/source"><setvalue event="xforms-value-changed" ref="/data/rep/q" value="/data/source"/></input><repeat nodeset="/data/rep"><input ref="/data/rep/q"/></repeat>`,
    };
    const lenient = Scenario.load(parts, odk);
    const [problem] = lenient.answer('/data/source', 'foo').problems;
    expect(problem?.message).to.contain('an action writes one node');
    expect(values(lenient, '/data/rep/q')).to.deep.equal(['', '']);
    expect(Scenario.load(parts).answer('/data/source', 'foo').problems).to.be.empty;
  });
});

describe('xforms-value-changed', () => {
  const chain = {
    data: '<a/><b/><c/><runs>0</runs>',
    body: `<input ref="/data/a"><setvalue event="xforms-value-changed" ref="/data/b" value="/data/a"/></input>
      <input ref="/data/b"><setvalue event="xforms-value-changed" ref="/data/c" value="/data/b"/><setvalue event="xforms-value-changed" ref="/data/runs" value=". + 1"/></input>`,
  };

  it('happens in ODK also where another action has set the value, and not where the value is the same', () => {
    const scenario = Scenario.load(chain, odk);
    scenario.answer('/data/a', 'x');
    expect(scenario.value('/data/c')).to.equal('x');
    scenario.answer('/data/b', 'x');
    expect(scenario.value('/data/runs')).to.equal('1');
  });

  it('happens in CommCare with each answer of a person, and with nothing else', () => {
    const scenario = Scenario.load(chain);
    scenario.answer('/data/a', 'x');
    expect([scenario.value('/data/b'), scenario.value('/data/c')]).to.deep.equal(['x', '']);
    scenario.answer('/data/b', 'x');
    expect([scenario.value('/data/c'), scenario.value('/data/runs')]).to.deep.equal(['x', '1']);
  });

  it('does not happen where a calculate has changed the value', () => {
    const scenario = Scenario.load(
      {
        data: '<a/><b/><c/>',
        binds: '<bind nodeset="/data/b" calculate="/data/a"/>',
        body: `<input ref="/data/a"/><input ref="/data/b"><setvalue event="xforms-value-changed" ref="/data/c" value="1"/></input>`,
      },
      odk,
    );
    scenario.answer('/data/a', 'x');
    expect([scenario.value('/data/b'), scenario.value('/data/c')]).to.deep.equal(['x', '']);
  });

  it('stops where actions set off each other for ever', () => {
    const scenario = Scenario.load(
      {
        data: '<a>0</a><b>0</b>',
        body: `<input ref="/data/a"><setvalue event="xforms-value-changed" ref="/data/b" value="/data/a + 1"/></input>
          <input ref="/data/b"><setvalue event="xforms-value-changed" ref="/data/a" value="/data/b + 1"/></input>`,
      },
      odk,
    );
    const { problems } = scenario.answer('/data/a', '5');
    expect(problems).to.have.length(1);
    expect(problems[0]?.message).to.contain('set off each other for ever');
  });
});

describe('odk-new-repeat', () => {
  const parts = {
    data: '<top>12</top><rep jr:template=""><at/><sum/></rep><other><q/></other>',
    body: `<repeat nodeset="/data/rep"><setvalue event="odk-new-repeat" ref="/data/rep/at" value="position(..)"/><setvalue event="odk-new-repeat" ref="/data/rep/sum" value="../../top + 2"/><input ref="/data/rep/at"/></repeat>
      <repeat nodeset="/data/other"><setvalue event="odk-new-repeat" ref="/data/other/q" value="'new'"/><input ref="/data/other/q"/></repeat>`,
  };

  it('happens on the new item alone', () => {
    const scenario = Scenario.load(parts, odk);
    scenario.addRepeat('/data/rep');
    scenario.addRepeat('/data/rep');
    expect(values(scenario, '/data/rep/at')).to.deep.equal(['1', '2']);
    expect(values(scenario, '/data/rep/sum')).to.deep.equal(['14', '14']);
    expect(values(scenario, '/data/other/q')).to.deep.equal(['']);
  });

  it('does not happen for an item that the form begins with, but for those that are counted', () => {
    const scenario = Scenario.load(
      {
        data: '<n>3</n><rep><at/></rep>',
        body: `<repeat nodeset="/data/rep" jr:count="/data/n"><setvalue event="odk-new-repeat" ref="/data/rep/at" value="position(..)"/><input ref="/data/rep/at"/></repeat>`,
      },
      odk,
    );
    expect(values(scenario, '/data/rep/at')).to.deep.equal(['', '2', '3']);
  });

  it('may take over what the item before has', () => {
    const scenario = Scenario.load(
      {
        data: '<rep><q/></rep>',
        body: `<repeat nodeset="/data/rep"><setvalue event="odk-new-repeat" ref="/data/rep/q" value="/data/rep[position() = position(current()/..) - 1]/q"/><input ref="/data/rep/q"/></repeat>`,
      },
      odk,
    );
    scenario.answer('/data/rep[1]/q', '7');
    scenario.addRepeat('/data/rep');
    expect(values(scenario, '/data/rep/q')).to.deep.equal(['7', '7']);
  });

  it('is refused for an action of the model, which would never run', () => {
    const model = '<setvalue event="odk-new-repeat" ref="/data/rep/at" value="1"/>';
    expect(() => Scenario.load({ ...parts, model }, odk)).to.throw(
      FormParseError,
      'inside its repeat',
    );
  });
});

describe('jr-insert', () => {
  it('runs the actions of the model whose target is in the new item, before anything is computed of it', () => {
    const scenario = Scenario.load({
      data: '<index/><rep jr:template=""><at/><next/></rep><other><at/></other>',
      binds: `<bind nodeset="/data/index" calculate="count(/data/rep)"/><bind nodeset="/data/rep/next" calculate="../at + 1"/>`,
      model: `<setvalue event="jr-insert" ref="/data/rep/at" value="/data/index"/><setvalue event="jr-insert" ref="/data/other/at" value="9"/>`,
      body: `<repeat nodeset="/data/rep"><input ref="/data/rep/at"/></repeat><repeat nodeset="/data/other"><input ref="/data/other/at"/></repeat>`,
    });
    scenario.addRepeat('/data/rep');
    scenario.addRepeat('/data/rep');
    expect(values(scenario, '/data/rep/at')).to.deep.equal(['0', '1']);
    expect(values(scenario, '/data/rep/next')).to.deep.equal(['1', '2']);
    expect(values(scenario, '/data/other/at')).to.deep.equal(['']);
  });
});
