import { expect } from 'chai';
import { readFileSync, readdirSync } from 'node:fs';
import type { AppDefinition } from '../../../src/suite/app-definition.ts';
import { loadAppDefinition } from '../../../src/suite/definition/load-app-definition.ts';
import type { ListScreen } from '../../../src/suite/screen.ts';
import { parseForm } from '../../../src/xforms/definition/parse-form.ts';
import type { Edit } from '../../../src/xforms/transaction.ts';
import { exampleCase } from '../example-world.ts';
import { Worker } from './worker.ts';

const FOLDER = 'forms/maternal-health';

function load(): AppDefinition {
  const names = readdirSync(FOLDER).filter((name) => name.endsWith('.xml'));
  const files = new Map(names.map((name) => [name, readFileSync(`${FOLDER}/${name}`, 'utf8')]));
  return loadAppDefinition(JSON.parse(readFileSync(`${FOLDER}/app.json`, 'utf8')), files);
}

const ZOE = exampleCase('z', 'pregnancy', 'Zoe', {
  properties: { edd: '2026-10-05', risk: 'normal', visit_count: '2', phone: '0771234567' },
});

const REGISTRATION = {
  '/data/consent': 'yes',
  '/data/mother/mother_name': 'Hawa Kamara',
  '/data/mother/village': 'Bo',
  '/data/mother/birth_known': 'no',
  '/data/mother/age': '24',
  '/data/pregnancy/lmp_known': 'yes',
  '/data/pregnancy/lmp': '2026-03-01',
  '/data/pregnancy/births': '1',
  '/data/pregnancy/history': 'none',
  '/data/pregnancy/danger': 'none',
  '/data/pregnancy/next_visit': '2026-06-29',
};

describe('the maternal health app', () => {
  it('compiles without a problem, with all texts in both languages', () => {
    const app = load();
    expect(app.problems).to.deep.equal([]);
    const [en, fr] = ['en', 'fr'].map((language) => [...(app.strings.get(language)?.keys() ?? [])]);
    expect(en).to.deep.equal(fr);
    expect(app.caseSharing).to.be.true;
  });

  for (const language of ['en', 'fr']) {
    it(`every form parses and labels every question in ${language}`, () => {
      for (const { path, text } of load().forms.values()) {
        const definition = parseForm(text, path);
        expect(definition.itext.languages, path).to.deep.equal(['en', 'fr']);
        const keys = [...text.matchAll(/jr:itext\('([^']+)'\)/g)].map((match) => match[1]);
        const block = text.split(`<translation lang="${language}"`)[1]?.split('</translation>')[0];
        for (const key of keys) expect(block, path).to.contain(`<text id="${key}">`);
      }
    });
  }

  it('a registration makes a pregnancy whose owner is left to case management', () => {
    const worker = new Worker(load());
    worker.session.choose('m0');
    worker.open('m0-f0');
    worker.answer(REGISTRATION);
    expect(worker.value('/data/edd')).to.equal('2026-12-06');
    expect(worker.value('/data/case/create/owner_id')).to.equal('');
    const [made] = worker.submit('group1');
    expect(made).to.include({
      caseId: 'uuid-1',
      caseType: 'pregnancy',
      caseName: 'Hawa Kamara',
      ownerId: 'group1',
    });
    expect(made?.properties).to.include({
      village: 'Bo',
      age: '24',
      edd: '2026-12-06',
      risk: 'normal',
      visit_count: '0',
      care_status: 'followed',
    });
  });

  it('a danger sign makes the risk high and asks for a referral', () => {
    const worker = new Worker(load());
    worker.session.choose('m0');
    worker.open('m0-f0');
    worker.answer({ ...REGISTRATION, '/data/pregnancy/danger': 'fever headache' });
    expect(worker.value('/data/risk')).to.equal('high');
    expect(worker.form.node('/data/pregnancy/refer_now')?.relevant).to.be.true;
  });

  it('“none of these” together with another answer is refused with a reason', () => {
    const worker = new Worker(load());
    worker.session.choose('m0');
    worker.open('m0-f0');
    worker.answer({ '/data/consent': 'yes' });
    const edit: Edit = { kind: 'setValue', ref: '/data/pregnancy/danger', value: 'fever none' };
    const [refusal] = worker.form.transact([edit], { source: 'user' }).refusals;
    expect(refusal).to.include({ reason: 'constraint' });
    expect(refusal?.message).to.contain('None of these');
  });

  it('without consent no case is made', () => {
    const worker = new Worker(load());
    worker.session.choose('m0');
    worker.open('m0-f0');
    worker.answer({ '/data/consent': 'no' });
    expect(worker.submit('group1')).to.deep.equal([]);
  });

  it('a visit knows what was known, counts on, and comes back to the list', () => {
    const worker = new Worker(load(), [ZOE], 'fr');
    const list = worker.session.choose('m1') as ListScreen;
    expect(list.title).to.equal('Mères suivies');
    expect(worker.session.detail('z').map(({ title }) => title)).to.deep.equal([
      'Mère',
      'Grossesse',
    ]);
    worker.session.select('z');
    worker.open('m1-f0');
    expect(worker.value('/data/name')).to.equal('Zoe');
    expect(worker.value('/data/this_visit')).to.equal('3');
    expect(worker.value('/data/weeks_now')).to.equal('24');
    expect(worker.value('/data/visit_date')).to.equal('2026-06-15');
    worker.answer({
      '/data/exam/systolic': '150',
      '/data/exam/diastolic': '95',
      '/data/exam/danger': 'none',
      '/data/exam/iron': '5',
      '/data/next_visit': '2026-06-20',
    });
    const [after] = worker.submit('unused', [ZOE]);
    expect(after?.ownerId).to.equal('group1');
    expect(after?.properties).to.include({
      visit_count: '3',
      last_visit: '2026-06-15',
      blood_pressure: '150/95',
      risk: 'high',
      phone: '0771234567',
    });
    expect(worker.session.finish().kind).to.equal('list');
  });

  it('a referral keeps danger signs away from the small health post', () => {
    const worker = new Worker(load(), [ZOE]);
    worker.session.choose('m1');
    worker.session.select('z');
    worker.open('m1-f1');
    worker.answer({ '/data/reason': 'labour', '/data/urgency': 'now' });
    const river: Edit = { kind: 'setValue', ref: '/data/clinic', value: 'river' };
    expect(worker.form.transact([river], { source: 'user' }).refusals).to.have.lengthOf(1);
    worker.answer({ '/data/clinic': 'hospital', '/data/transport': 'car' });
    const [after] = worker.submit('unused', [ZOE]);
    expect(after?.properties).to.include({
      care_status: 'referred',
      referral_clinic: 'hospital',
      referral_date: '2026-06-15',
      risk: 'high',
    });
  });

  for (const [sure, status] of [
    ['yes', 'closed'],
    ['no', 'open'],
  ] as const) {
    it(`an ended pregnancy is ${status} when the question whether to close it is answered ${sure}`, () => {
      const worker = new Worker(load(), [ZOE]);
      worker.session.choose('m1');
      worker.session.select('z');
      worker.open('m1-f2');
      worker.answer({
        '/data/outcome': 'live_birth',
        '/data/outcome_date': '2026-06-14',
        '/data/birth/place': 'clinic',
        '/data/birth/children': '1',
        '/data/birth/birth_weight': '3.1',
        '/data/sure': sure,
      });
      const [after] = worker.submit('unused', [ZOE]);
      expect(after?.status).to.equal(status);
      expect(after?.properties['birth_weight']).to.equal('3.1');
    });
  }
});
