import { expect } from 'chai';
import type { SnapshotStore } from '../../src/replay/play/stage.ts';
import { formXml } from '../support/scenario.ts';
import type { Lines } from './play-lines.ts';
import { ANSWERS, divergenceOf, HEADER, playLines, REGISTER, VILLAGES } from './play-lines.ts';

const DAVID: Lines = [...VILLAGES, { asUser: 'david' }];
const FORM: Lines = [...DAVID, ...REGISTER];
const FILLED: Lines = [...FORM, ...ANSWERS];

function after(base: Lines, ...lines: Lines): Lines {
  return [...base, ...lines];
}

describe('a replay of a form', () => {
  it('names the first difference by label and path, with what was expected, what is, and why', async () => {
    const told = await divergenceOf(after(FILLED, { expect: '/data/risk', value: 'high' }));
    expect(told).to.include({ line: FILLED.length + 2, path: '/data/risk' });
    expect(told).to.include({ expected: 'value "high"', actual: 'it is "normal"' });
    expect(told?.why[0]).to.match(/^calculate of \/data\/risk \(line \d+ of the form\): if\(/);
    expect(told?.why).to.include('/data/has_danger is "no"').and.include('/data/age_years is "25"');
  });

  it('says which condition keeps a question from being asked, also one above it', async () => {
    const told = await divergenceOf(after(FORM, { answer: '/data/mother/village', value: 'Kazi' }));
    expect(told).to.include({
      label: 'In which village does she live?',
      path: '/data/mother/village',
    });
    expect(told?.actual).to.equal('it is refused (notRelevant)');
    expect(told?.why).to.deep.equal([
      "relevant of /data/mother (line 39 of the form): /data/consent = 'yes'",
      '/data/consent is ""',
    ]);
  });

  it('takes a refusal as it is said, with the form’s words', async () => {
    const [consent] = ANSWERS;
    const lines = after(FORM, consent!);
    const age = { answer: '/data/mother/mother_name', value: 'A' };
    expect(await divergenceOf(after(lines, { ...age, refused: 'constraint' }))).to.be.undefined;
    const told = await divergenceOf(after(lines, age));
    expect(told?.actual).to.equal('it is refused (constraint): Please write at least two letters.');
    const wrong = await divergenceOf(
      after(lines, { ...age, value: 'Asha', refused: 'constraint' }),
    );
    expect(wrong).to.include({
      expected: 'that the answer is refused: "constraint"',
      actual: 'it is not there',
    });
  });

  it('proposes the nearest path where the form has no such question', async () => {
    const told = await divergenceOf(after(FORM, { answer: '/data/mother/name', value: 'Asha' }));
    expect(told).to.deep.include({
      expected: 'a question there',
      why: ['Did you mean /data/mother/age?'],
    });
    const computed = await divergenceOf(after(FORM, { answer: '/data/risk', value: 'high' }));
    expect(computed?.actual).to.equal('nobody is asked for it');
  });

  it('says what keeps a form from being submitted, question by question', async () => {
    const told = await divergenceOf(
      after(FORM, { answer: '/data/consent', value: 'no' }, { clear: '/data/consent' }),
    );
    expect(told?.actual).to.match(/^it is refused \(required\)/);
    const open = await divergenceOf(after(FORM, { submit: true }));
    expect(open).to.include({ expected: 'that it is submitted', actual: 'it is invalid' });
    expect(open?.why[0]).to.match(/^“Does she agree .*” \/data\/consent is "": required/);
    expect(
      await divergenceOf(
        after(FORM, { submit: true, outcome: 'invalid', invalid: ['/data/consent'] }),
      ),
    ).to.be.undefined;
  });

  it('does not take a fault without a message for none', async () => {
    const told = await divergenceOf(after(FORM, { expect: '/data/consent', error: '' }));
    expect(told).to.include({ expected: 'error ""', actual: 'it is "required"' });
  });

  it('holds labels, choices and states against the form in its language', async () => {
    const lines: Lines = [
      {
        expect: '/data/consent',
        required: true,
        readonly: false,
        error: 'required',
        choices: ['Yes', 'No'],
      },
      { expect: '/data/consent', choices: ['yes', 'no'] },
      { language: 'fr' },
      {
        expect: '/data/consent',
        label: 'Accepte-t-elle d’être inscrite et visitée ?',
        choices: ['Oui', 'Non'],
      },
    ];
    expect(await divergenceOf(after(FORM, ...lines))).to.be.undefined;
    const told = await divergenceOf(
      after(FORM, { expect: '/data/consent', choices: ['Yes', 'Perhaps'] }),
    );
    expect(told?.actual).to.equal('it is ["Yes","No"]');
  });

  it('goes from question to question as one that shows them singly', async () => {
    const lines: Lines = [
      { next: true, at: '/data/intro' },
      { next: true, at: '/data/consent' },
      { previous: true, at: '/data/intro' },
      { answer: '/data/consent', value: 'no' },
      { next: true, at: '/data/no_consent' },
    ];
    expect(await divergenceOf(after(FORM, ...lines))).to.be.undefined;
    const stuck = await divergenceOf(after(FORM, { next: true }, { next: true }, { next: true }));
    expect(stuck?.actual).to.match(/refused \(required\)/);
  });

  it('tells where the person is when a line does not fit there', async () => {
    const early = await divergenceOf(after(DAVID, { answer: '/data/consent', value: 'yes' }));
    expect(early?.expected).to.equal('an open form');
    expect(early?.actual).to.match(
      /^the person sees the menu “Maternal health” with “New pregnancy”/,
    );
    const lost = await divergenceOf(after(DAVID, { open: ['New pregnancies'] }));
    expect(lost?.why).to.deep.equal(['Did you mean “New pregnancy”?']);
    const twice = await divergenceOf(after(FORM, { open: ['New pregnancy'] }));
    expect(twice?.actual).to.match(/submit it, or go back/);
  });

  it('keeps what was left as a draft, and goes on with it', async () => {
    const lines: Lines = [
      { back: true },
      { expectDrafts: ['Register a pregnancy'] },
      { resume: 'Register a pregnancy' },
      { expect: '/data/mother/mother_name', value: 'Asha' },
      { submit: true },
      { expectDrafts: [] },
    ];
    expect(await divergenceOf(after(FILLED, ...lines))).to.be.undefined;
  });
});

describe('a replay of a lone form', () => {
  const form = formXml({
    data: '<child jr:template=""><name/></child><count/><photo/><note>x</note><meta><instanceID/></meta>',
    binds: `<bind nodeset="/data/count" calculate="count(/data/child)"/>
      <bind nodeset="/data/note" readonly="/data/count &gt; 1"/>
      <bind nodeset="/data/meta/instanceID" jr:preload="uid"/>`,
    body: `<group ref="/data/child"><label>Children</label><repeat nodeset="/data/child">
      <input ref="/data/child/name"><label>Name</label></input></repeat></group>
      <upload ref="/data/photo" mediatype="image/*"><label>Photo</label></upload>
      <input ref="/data/note"><label>Note</label><hint>Short</hint></input>`,
  });
  const open: Lines = [{ user: 'david' }, { open: 'Test form' }];

  function told(...lines: Lines) {
    return divergenceOf([...open, ...lines], { form });
  }

  it('adds items to a repeat and takes them out, and counts them', async () => {
    const lines: Lines = [
      { expect: '/data/child', items: 0 },
      { addRepeat: '/data/child' },
      { addRepeat: '/data/child' },
      { answer: '/data/child[2]/name', value: 'Juma' },
      { expect: '/data/child', items: 2 },
      { expect: '/data/note', readonly: true, hint: 'Short' },
      { removeRepeat: '/data/child[1]' },
      { expect: '/data/child[1]/name', value: 'Juma' },
      { expect: '/data/count', value: '1' },
    ];
    expect(await told(...lines)).to.be.undefined;
    const missing = await told({ removeRepeat: '/data/child[1]' });
    expect(missing).to.include({ path: '/data/child[1]', actual: 'there is none' });
    expect((await told({ expect: '/data/child', items: 1 }))?.actual).to.equal('it is 0');
    const locked = await told(...lines.slice(1, 3), { answer: '/data/note', value: 'y' });
    expect(locked?.actual).to.equal('it is refused (readonly)');
    expect(locked?.why[0]).to.match(/^readonly of \/data\/note .*: \/data\/count > 1$/);
  });

  it('answers with a file, which goes with the form', async () => {
    const photo = {
      attach: '/data/photo',
      name: 'rash.jpg',
      type: 'image/jpeg',
      base64: '/9j/2Q==',
    };
    const lines: Lines = [photo, { expect: '/data/photo', value: 'photo.jpg' }, { submit: true }];
    expect(await told(...lines, { expectWaiting: ['Test form'] })).to.be.undefined;
    const text = { ...photo, base64: undefined, text: 'Grüße' };
    expect(await told(text, { clear: '/data/photo' }, { expect: '/data/photo', value: '' })).to.be
      .undefined;
  });
});

describe('a replay with several people', () => {
  const sent = after(FILLED, { submit: true }, { sync: true });

  it('lets each see a case after the sync that brings it, and not before', async () => {
    const lines: Lines = [
      { expectCase: 'Asha', owner: 'a', heldBy: ['david'], visibleTo: ['maria', 'nurse', 'david'] },
      { asUser: 'maria' },
      { expectCases: ['Asha'] },
      { expectCase: 'Asha', heldBy: ['david', 'maria'] },
      { asUser: 'zed' },
      { expectCases: [] },
    ];
    expect(await divergenceOf(after(sent, ...lines))).to.be.undefined;
    const early = after(
      VILLAGES,
      { asUser: 'maria' },
      { asUser: 'david' },
      ...REGISTER,
      ...ANSWERS,
      { submit: true },
      { asUser: 'maria' },
      { expectCases: ['Asha'] },
    );
    expect(await divergenceOf(early)).to.include({
      label: 'The device of maria',
      expected: 'the cases ["Asha"]',
      actual: 'it is []',
    });
  });

  it('says who may see a case when it is another one than said', async () => {
    const told = await divergenceOf(after(sent, { expectCase: 'Asha', visibleTo: ['zed'] }));
    expect(told).to.include({ label: 'Asha', actual: 'it is ["david","maria","nurse"]' });
    const owner = await divergenceOf(after(sent, { expectCase: 'Asha', owner: 'b' }));
    expect(owner).to.include({ expected: 'owner "b"', actual: 'it is "a"' });
    const absent = await divergenceOf(after(sent, { expectCase: 'Ashe' }));
    expect(absent?.why).to.deep.equal(['Did you mean “Asha”?']);
  });

  it('tells a person without a group why, before the form, until somebody changes that', async () => {
    const lines: Lines = [
      { asUser: 'lone' },
      { open: ['New pregnancy', 'Register a pregnancy'] },
      { expectScreen: 'ownerProblem', reason: 'noMembership' },
      { back: true },
      { expectScreen: 'menu', marked: ['Register a pregnancy'] },
      { user: 'lone', groups: ['b'] },
      { sync: true },
      { expectScreen: 'menu', marked: [] },
      ...REGISTER,
      ...ANSWERS,
      { submit: true },
      { expectCase: 'Asha', owner: 'b' },
    ];
    expect(await divergenceOf(after(VILLAGES, ...lines))).to.be.undefined;
    const told = await divergenceOf(after(VILLAGES, ...lines.slice(0, 2), ...ANSWERS));
    expect(told?.actual).to.equal(
      'the person is told why nobody can own the new case (noMembership)',
    );
  });

  it('keeps what cannot be sent, says so, and sends it later', async () => {
    const lines: Lines = [
      { network: 'off' },
      { sync: true, outcome: 'later' },
      { expectWaiting: ['Register a pregnancy'] },
      { expectCase: 'Asha', on: 'server', exists: false },
      { network: 'on' },
      { sync: true },
      { expectWaiting: [] },
      { expectCase: 'Asha', on: 'server' },
    ];
    expect(await divergenceOf(after(FILLED, { submit: true }, ...lines))).to.be.undefined;
    const told = await divergenceOf(
      after(FILLED, { submit: true }, { network: 'off' }, { sync: true }),
    );
    expect(told).to.include({ expected: 'the outcome "done"', actual: 'it is "later"' });
  });

  it('tells the person that a case moved away, whoever moved it', async () => {
    const lines: Lines = [
      { case: 'c1', type: 'pregnancy', name: 'Bahati', owner: 'a' },
      { asUser: 'david' },
      { expectCases: ['Bahati'] },
      { case: 'c1', type: 'pregnancy', name: 'Bahati', owner: 'b' },
      { sync: true, departed: ['Bahati'] },
      { expectCases: [] },
    ];
    expect(await divergenceOf(after(VILLAGES, ...lines))).to.be.undefined;
  });

  it('gives a person a further device, which knows only what its own syncs bring', async () => {
    const lines: Lines = [
      { asUser: 'david', device: 'tablet' },
      { expectCases: ['Asha'] },
      ...REGISTER,
      { answer: '/data/consent', value: 'yes' },
      { home: true },
      { expectDrafts: ['Register a pregnancy'] },
      { asUser: 'david' },
      { expectDrafts: [] },
      { expectCase: 'Asha', heldBy: ['david'] },
      { asUser: 'david', device: 'tablet' },
      { expectDrafts: ['Register a pregnancy'] },
    ];
    expect(await divergenceOf(after(sent, ...lines))).to.be.undefined;
  });

  it('says who is not of the project', async () => {
    expect(await divergenceOf(after(VILLAGES, { asUser: 'davd' }))).to.include({
      actual: 'did you mean david?',
    });
    expect((await divergenceOf(after(VILLAGES, { sync: true })))?.actual).to.match(/asUser/);
  });
});

describe('what a recording pins', () => {
  it('makes two runs the same, down to the last byte of the submission', async () => {
    const kept: string[] = [];
    const snapshots: SnapshotStore = {
      read: () => undefined,
      write: (_, __, text) => Boolean(kept.push(text)),
    };
    const lines = after(
      FILLED,
      { submit: true },
      { snapshot: 's' },
      { snapshot: 'c', of: 'cases' },
    );
    await playLines(lines, { snapshots });
    await playLines(lines, { snapshots });
    expect(kept).to.have.length(4);
    expect(kept.slice(0, 2)).to.deep.equal(kept.slice(2));
    expect(kept[0]).to.contain('<mother_name>Asha</mother_name>').and.contain('case_id="{uuid:1}"');
    expect(kept[0]).to.contain('date_modified="2026-06-15T08:00:00');
  });

  it('moves the clock only when it is told to', async () => {
    const later = after(
      DAVID,
      { setNow: '2026-08-01T08:00:00Z' },
      ...REGISTER,
      ...ANSWERS.slice(0, -1),
    );
    const told = await divergenceOf(after(later, ...ANSWERS.slice(-1)));
    expect(told).to.include({ path: '/data/pregnancy/next_visit' });
    expect(told?.actual).to.match(/^it is refused \(constraint\)/);
  });

  it('warns of a time that is not pinned', async () => {
    const header = { recording: 1 };
    const { warnings, divergence } = await playLines(after(DAVID, { sync: true }), { header });
    expect(divergence).to.be.undefined;
    expect(warnings[0]).to.match(/^test\.jsonl:1: .*Add "now"/);
    expect((await playLines(DAVID)).warnings).to.deep.equal([]);
  });

  it('says that the app has changed since', async () => {
    const told = await divergenceOf(DAVID, { header: { ...HEADER, version: 7 } });
    expect(told).to.include({
      line: 1,
      expected: 'version 7 of the app',
      actual: 'it is version 1',
    });
  });

  it('holds a snapshot against what is, and names the first line that differs', async () => {
    const snapshots: SnapshotStore = { read: () => '<data>\n', write: () => false };
    const lines = after(FILLED, { submit: true }, { snapshot: 's' });
    const told = await divergenceOf(lines, { snapshots });
    expect(told?.expected).to.equal('in line 1: <data>');
    expect(told?.actual).to.match(/^there is: <data xmlns=/);
  });
});
