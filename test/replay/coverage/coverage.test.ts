import { expect } from 'chai';
import { Coverage } from '../../../src/replay/coverage/coverage.ts';
import { coverageHtml } from '../../../src/replay/coverage/coverage-html.ts';
import { coverageJson, coverageText } from '../../../src/replay/coverage/coverage-report.ts';
import { sampleApp } from '../../support/project-world.ts';
import type { Lines } from '../play-lines.ts';
import { ANSWERS, divergenceOf, playLines, REGISTER, VILLAGES } from '../play-lines.ts';
import { formOf } from './form-of.ts';

const XMLNS = 'https://caseload.example/forms/maternal-health/register';

async function coveredBy(lines: Lines): Promise<ReadonlyMap<string, number>> {
  const coverage = new Coverage();
  coverage.addApp(await sampleApp('maternal-health'));
  const { divergence } = await playLines([...VILLAGES, ...lines], { inspect: coverage.inspect });
  expect(divergence?.message).to.equal(undefined);
  return coverage.form(XMLNS)!.taken;
}

/** Plays answers over a lone form with these binds and controls. */
async function coverageOf(form: string, lines: Lines) {
  const coverage = new Coverage();
  const divergence = await divergenceOf([{ user: 'ann' }, { open: 'Form' }, ...lines], {
    form,
    inspect: (event) => coverage.inspect(event),
    opened: (app) => coverage.addApp(app),
  });
  expect(divergence).to.equal(undefined);
  const [only] = coverage.forms;
  return {
    all: only!.branches.map(({ id }) => id),
    taken: [...only!.taken.keys()],
    forms: coverage.forms,
  };
}

describe('coverage', () => {
  it('tells what was seen, answered and sent from what was not', async () => {
    const taken = await coveredBy([
      { asUser: 'david' },
      ...REGISTER,
      { answer: '/data/consent', value: 'no' },
      ...ANSWERS,
      { submit: true },
    ]);
    expect([...taken.keys()])
      .to.include('question /data/mother/age answered')
      .and.include('relevant /data/mother true')
      .and.include('relevant /data/mother false')
      .and.include('choice /data/consent no')
      .and.include('constraint /data/mother/age met')
      .and.include('case /data/case/create done')
      .and.include('owner /data/case resolved')
      .and.not.include('question /data/mother/phone answered')
      .and.not.include('constraint /data/mother/age broken')
      .and.not.include('choice /data/mother/birth_known yes');
  });

  it('counts a refused answer for its constraint, and not as an answer', async () => {
    const taken = await coveredBy([
      { asUser: 'david' },
      ...REGISTER,
      ...ANSWERS.slice(0, 4),
      { answer: '/data/mother/age', value: '7', refused: 'constraint' },
    ]);
    expect(taken.get('constraint /data/mother/age broken')).to.equal(1);
    expect(taken.has('question /data/mother/age answered')).to.be.false;
  });

  it('notes why a case has no clear owner, told before the form opens', async () => {
    const told: Lines = [{ open: ['New pregnancy'] }, { open: ['Register a pregnancy'] }];
    const of = async (userId: string) => [
      ...(await coveredBy([{ asUser: userId }, ...told])).keys(),
    ];
    expect(await of('nurse')).to.deep.equal(['owner /data/case manyCandidates']);
    expect(await of('lone')).to.deep.equal(['owner /data/case noCandidate']);
  });

  it('sees a repeat with none, one and many items', async () => {
    const form = formOf(
      '<data xmlns="x"><child><name/></child></data>',
      '',
      '<group ref="/data/child"><label>Child</label><repeat nodeset="/data/child"><input ref="/data/child/name"/></repeat></group>',
    );
    const one = await coverageOf(form, []);
    expect(one.taken)
      .to.include('repeat /data/child one')
      .and.not.include('repeat /data/child many');
    const { taken } = await coverageOf(form, [
      { addRepeat: '/data/child' },
      { removeRepeat: '/data/child[1]' },
      { removeRepeat: '/data/child[1]' },
    ]);
    expect(taken).to.include.members(['repeat /data/child none', 'repeat /data/child many']);
  });

  it('asks for both sides only of a condition that has two', async () => {
    const form = formOf(
      '<data xmlns="x"><a/><b/><c/><d/><block/></data>',
      `<bind nodeset="/data/a" required="true()"/>
       <bind nodeset="/data/b" relevant="true()"/>
       <bind nodeset="/data/c" relevant="/data/a = 'x'" required="/data/b = 'y'"/>
       <bind nodeset="/data/d" relevant="count(/data/a) &gt; 0"/>
       <bind nodeset="/data/block" relevant="count(/data/c) &gt; 0"/>`,
      '<input ref="/data/a"/><input ref="/data/b"/><input ref="/data/c"/><input ref="/data/d"/>',
    );
    const { all } = await coverageOf(form, []);
    expect(all.filter((id) => !id.startsWith('question'))).to.deep.equal([
      'relevant /data/c true',
      'relevant /data/c false',
      'required /data/c true',
      'required /data/c false',
      'relevant /data/block true',
      'relevant /data/block false',
    ]);
  });

  it('is told as text, as JSON and as a page, by the labels of the questions', async () => {
    const form = formOf(
      '<data xmlns="x"><a/></data>',
      '<bind nodeset="/data/a" type="int" constraint=". &lt; 5"/>',
      '<input ref="/data/a"><label>How many &lt;b&gt;?</label></input>',
    );
    const { forms } = await coverageOf(form, [{ answer: '/data/a', value: '4' }]);
    expect(coverageText(forms)).to.contain('Branches: 3 of 4 (75 %)');
    expect(coverageText(forms)).to.match(
      /never: “How many <b>\?” \/data\/a is refused by its constraint \(line \d+\)/,
    );
    const json = JSON.parse(coverageJson(forms));
    expect(json).to.include({ taken: 3, all: 4, percent: 75 });
    expect(json.forms[0].branches[3]).to.include({ kind: 'constraint', side: 'broken', taken: 0 });
    const html = coverageHtml('Test', forms);
    expect(html).to.contain('How many &lt;b&gt;? 3 of 4').and.not.contain('<b>');
  });
});
