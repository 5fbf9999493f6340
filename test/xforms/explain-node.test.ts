import { expect } from 'chai';
import type { Decision } from '../../src/xforms/explain-node.ts';
import { explainNode } from '../../src/xforms/explain-node.ts';
import { Scenario } from '../support/scenario.ts';

const PARTS = {
  data: '<age/><woman><pregnant/><weeks/></woman><total>0</total>',
  binds: `<bind nodeset="/data/age" type="int"/>
<bind nodeset="/data/woman" relevant="/data/age &gt; 12" readonly="/data/total &gt; 100"/>
<bind nodeset="/data/woman/weeks" type="int" relevant="../pregnant = 'yes'" required="/data/age &gt; 15" constraint=". &lt; 43"/>
<bind nodeset="/data/total" type="int" calculate="/data/age + 1"/>`,
};

function told(scenario: Scenario, ref: string): string[] {
  return explainNode(scenario.form, scenario.node(ref)).map(tell);
}

function tell({ property, of, holds, trace }: Decision): string {
  const values = trace.parts.map((part) => `${part.text} is ${textOf(part.value)}`);
  return `${property} of ${of.ref}: ${holds}, ${trace.text}; ${values.join(', ')}`;
}

function textOf(value: unknown): string {
  return Array.isArray(value) ? value.map((node) => node.text).join(' ') : String(value);
}

describe('the explanation of a node', () => {
  it('names the ancestor that hides it, from the outside in, with what it read', () => {
    const scenario = Scenario.load(PARTS);
    scenario.answer('/data/age', '10');
    expect(told(scenario, '/data/woman/weeks').slice(0, 2)).to.deep.equal([
      'relevant of /data/woman: false, /data/age > 12; /data/age is 10',
      "relevant of /data/woman/weeks: false, ../pregnant = 'yes'; ../pregnant is ",
    ]);
  });

  it('follows the answers, and says what is required, read-only and valid for which reason', () => {
    const scenario = Scenario.load(PARTS);
    scenario.answer('/data/age', '20');
    scenario.answer('/data/woman/pregnant', 'yes');
    scenario.answer('/data/woman/weeks', '20');
    expect(told(scenario, '/data/woman/weeks')).to.deep.equal([
      'relevant of /data/woman: true, /data/age > 12; /data/age is 20',
      "relevant of /data/woman/weeks: true, ../pregnant = 'yes'; ../pregnant is yes",
      'readonly of /data/woman: false, /data/total > 100; /data/total is 21',
      'required of /data/woman/weeks: true, /data/age > 15; /data/age is 20',
      'constraint of /data/woman/weeks: true, . < 43; . is 20',
    ]);
  });

  it('says where a calculated value comes from', () => {
    const scenario = Scenario.load(PARTS);
    scenario.answer('/data/age', '7');
    expect(told(scenario, '/data/total')).to.deep.equal([
      'calculate of /data/total: true, /data/age + 1; /data/age is 7',
    ]);
  });

  it('has the line of the bind in the form', () => {
    const scenario = Scenario.load(PARTS);
    const [decision] = explainNode(scenario.form, scenario.node('/data/total'));
    const xmlLine = decision?.line ?? 0;
    expect(xmlLine).to.be.greaterThan(1);
  });

  it('has nothing to say about a node without expressions', () => {
    expect(told(Scenario.load(PARTS), '/data/age')).to.deep.equal([]);
  });
});
