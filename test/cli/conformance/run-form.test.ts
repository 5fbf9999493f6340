import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { Resources } from '../../../src/cli/conformance/find-resources.ts';
import type { FormLine } from '../../../src/cli/conformance/form-line.ts';
import { runForm } from '../../../src/cli/conformance/run-form.ts';

const FORM = `<h:html xmlns:h="http://www.w3.org/1999/xhtml" xmlns="http://www.w3.org/2002/xforms">
  <h:head><h:title>Visit</h:title><model>
    <instance><data xmlns="urn:visit"><age/><adult/><kids><child><name/></child></kids>
      <case xmlns="http://commcarehq.org/case/transaction/v2" case_id="c1" date_modified="2026-03-15">
        <create><case_type>t</case_type><case_name>Ann</case_name><owner_id>u</owner_id></create>
      </case></data></instance>
    <bind nodeset="/data/age" type="int" required="true()" constraint=". &lt; 150"/>
    <bind nodeset="/data/adult" calculate="if(/data/age &gt; 17, 'yes', 'no')"/>
    <bind nodeset="/data/kids" relevant="/data/age &gt; 5"/>
  </model></h:head>
  <h:body><input ref="/data/age"><label>Age</label></input>
    <group ref="/data/kids"><repeat nodeset="/data/kids/child"><input ref="/data/kids/child/name"/></repeat>
    </group>
  </h:body></h:html>`;

const BROKEN = FORM.replace('. &lt; 150', '. &lt;');

const AGE = {
  ref: '/data/age',
  event: 'question',
  control: 'input',
  type: 'int',
  label: 'Age',
  required: true,
} as const;
const CASE = `<case xmlns="http://commcarehq.org/case/transaction/v2" case_id="c1" date_modified="2026-03-15">
  <create><case_type>t</case_type><case_name>Ann</case_name><owner_id>u</owner_id></create></case>`;

describe('runForm', () => {
  let folder = '';

  before(() => {
    folder = mkdtempSync(join(tmpdir(), 'caseload-form-'));
    mkdirSync(join(folder, 'resources'));
    writeFileSync(join(folder, 'resources/visit.xml'), FORM);
    writeFileSync(join(folder, 'resources/broken.xml'), BROKEN);
  });

  after(() => rmSync(folder, { recursive: true }));

  function run(line: Partial<FormLine>) {
    const base = { id: 'x', form: { file: 'visit.xml' }, now: '2026-03-15T10:30:00Z', tz: 'UTC' };
    return runForm({ ...base, ...line }, new Resources(join(folder, 'forms.jsonl')));
  }

  it('takes the steps and tells the first that ends otherwise than stated', () => {
    const steps = [
      { set: '/data/age', value: '4', status: 'ok' },
      { set: '/data/age', value: '200', status: 'constraint' },
      { set: '/data/age', value: 'x', status: 'bad-value' },
      { set: '/data/age', value: null, status: 'required' },
      { set: '/data/kids/child/name', value: 'Ann', status: 'not-relevant' },
      { set: '/data/none', value: '1', status: 'no-such-question' },
    ];
    expect(run({ steps })).to.contain('nodes: expected');
    const wrong = [...steps, { set: '/data/age', value: '5', status: 'constraint' }];
    expect(run({ steps: wrong })).to.match(/^step 7 .*status: expected "constraint", got "ok"$/);
  });

  it('walks the relevant nodes in their order, with the place for a new item', () => {
    const steps = [{ set: '/data/age', value: '7', status: 'ok' }];
    const nodes = [
      { ...AGE, value: '7', display: '7' },
      { ref: '/data/kids', event: 'group' },
      { ref: '/data/kids/child', event: 'repeat', count: 1 },
      { ref: '/data/kids/child/name', event: 'question', control: 'input', type: 'null' },
      { ref: '/data/kids/child[2]', event: 'new-repeat', count: 1 },
    ] as const;
    expect(run({ steps, nodes })).to.equal(undefined);
    expect(run({ steps, nodes: nodes.slice(0, 4) })).to.contain(
      'got "new-repeat /data/kids/child[2]"',
    );
    const misnamed = [{ ...nodes[0], label: 'Years' }, ...nodes.slice(1)];
    expect(run({ steps, nodes: misnamed })).to.equal(
      'node /data/age.label: expected "Years", got "Age"',
    );
  });

  it('compares validity, errors, the submission and the cases that it makes', () => {
    const steps = [{ set: '/data/age', value: '4', status: 'ok' }];
    const nodes = [{ ...AGE, value: '4', display: '4' }];
    const submission = `<data xmlns="urn:visit"><age>4</age><adult>no</adult>${CASE}</data>`;
    const cases = [{ case_id: 'c1', case_name: 'Ann' }];
    const line = { steps, nodes, valid: true, submission };
    expect(run(line)).to.equal(undefined);
    expect(run({ ...line, valid: false })).to.equal('valid: expected false, got true');
    expect(run({ ...line, submission: submission.replace('>4<', '>5<') })).to.equal(
      'submission /data/age: expected "5", got "4"',
    );
    expect(run({ ...line, cases })).to.match(/^case c1\.\w+: expected nothing/);
    expect(run({ ...line, cases: [] })).to.contain('case c1: expected nothing');
    expect(
      run({ nodes: [AGE], valid: false, errors: [{ ref: '/data/age', status: 'required' }] }),
    ).to.equal(undefined);
  });

  it('leaves the references alone that a quirk names', () => {
    const steps = [{ set: '/data/age', value: '4', status: 'ok' }];
    const submission = `<data xmlns="urn:visit"><age>4</age><adult>stale</adult>${CASE}</data>`;
    const line = { steps, nodes: [{ ...AGE, value: '4', display: '4' }], submission };
    const quirk = [{ kind: 'stale-calculate', ref: '/data/adult' }];
    expect(run(line)).to.contain('/data/adult');
    expect(run({ ...line, quirk })).to.equal(undefined);
  });

  it('wants a form at fault refused', () => {
    const loadError = { message: 'broken XPath' };
    expect(run({ form: { file: 'broken.xml' }, loadError })).to.equal(undefined);
    expect(run({ loadError })).to.contain('expected "a refusal: broken XPath", got "opened"');
  });
});
