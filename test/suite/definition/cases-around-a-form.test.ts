import { expect } from 'chai';
import type { Case } from '../../../src/case/case.ts';
import type { AppDefinition } from '../../../src/suite/app-definition.ts';
import type { ListScreen } from '../../../src/suite/screen.ts';
import { AppDefinitionError } from '../../../src/suite/definition/app-definition-error.ts';
import { loadAppDefinition } from '../../../src/suite/definition/load-app-definition.ts';
import { exampleCase } from '../example-world.ts';
import { Worker } from './worker.ts';

const VISIT = `<h:html xmlns:h="http://www.w3.org/1999/xhtml" xmlns="http://www.w3.org/2002/xforms"><h:head><h:title>Visit</h:title>
  <model><instance><data xmlns="urn:test:visit"><weight/><town/><region/><seen/></data></instance></model></h:head>
  <h:body><input ref="/data/weight"><label>Weight</label></input><input ref="/data/town"><label>Town</label></input>
  <input ref="/data/region"><label>Region</label></input><input ref="/data/seen"><label>Seen</label></input></h:body></h:html>`;

/** An app in which children are visited; `form` says what the visit does with cases. */
function load(form: object, column: object = { header: 'Name', property: 'name' }): AppDefinition {
  const module = {
    ...{ name: 'Children', case_type: 'child', case_list: { columns: [column] } },
    forms: [{ name: 'Visit', xform: 'visit.xml', requires: 'case', ...form }],
  };
  const app = { id: 'visits', name: 'Visits', modules: [module] };
  return loadAppDefinition(app, new Map([['visit.xml', VISIT]]));
}

function problemsOf(form: object): string[] {
  try {
    load(form);
  } catch (error) {
    if (error instanceof AppDefinitionError) return error.problems.map(({ place }) => place);
    throw error;
  }
  return [];
}

const index = (name: string, target: string) => ({
  ...{ name, target, caseType: 'any', relationship: 'child' },
});

const TOWN = exampleCase('town', 'town', 'Bo', { properties: { region: 'South' } });
const MOTHER = exampleCase('mother', 'mother', 'Hawa', {
  properties: { phone: '077' },
  indices: [index('parent', 'town')],
});
const CHILD = exampleCase('child', 'child', 'Zoe', {
  properties: { weight: '7' },
  indices: [index('parent', 'mother')],
});
const ORPHAN = exampleCase('orphan', 'child', 'Yao');
const ME = exampleCase('me', 'commcare-user', 'Amina', {
  properties: { hq_user_id: 'user1', visits: '3' },
});
const YOU = exampleCase('you', 'commcare-user', 'Ben', { properties: { hq_user_id: 'user2' } });
const ALL = [TOWN, MOTHER, CHILD, ORPHAN, ME, YOU];

/** A worker who has the visit of that child open. */
function visiting(form: object, caseId = 'child', cases: readonly Case[] = ALL): Worker {
  const worker = new Worker(load(form), cases);
  worker.session.choose('m0');
  worker.session.select(caseId);
  worker.open('m0-f0');
  return worker;
}

function submitted(worker: Worker): Record<string, Case> {
  return Object.fromEntries(worker.submit('', ALL).map((after) => [after.caseId, after]));
}

describe('what a form does with the cases around it', () => {
  it('is to save to the parent, and to the parent of the parent', () => {
    const update = { weight: '/data/weight', 'parent/phone': '/data/town' };
    const worker = visiting({ update_case: { ...update, 'parent/parent/region': '/data/region' } });
    worker.answer({ '/data/weight': '8', '/data/town': '078', '/data/region': 'East' });
    const { child, mother, town } = submitted(worker);
    expect(child?.properties).to.deep.equal({ weight: '8' });
    expect(mother?.properties).to.deep.equal({ phone: '078' });
    expect(town?.properties).to.deep.equal({ region: 'East' });
  });

  it('is to write nothing to a parent that is not there', () => {
    const update = { weight: '/data/weight', 'parent/phone': '/data/town' };
    const worker = visiting({ update_case: update }, 'orphan');
    worker.answer({ '/data/weight': '8', '/data/town': '078' });
    expect(Object.keys(submitted(worker))).to.deep.equal(['orphan']);
  });

  it('is to follow indices of any name, and to rename the case above', () => {
    const hosted = exampleCase('hosted', 'child', 'Xu', { indices: [index('host', 'mother')] });
    const worker = visiting({ update_case: { 'host/name': '/data/town' } }, 'hosted', [
      ...[MOTHER, hosted],
    ]);
    worker.answer({ '/data/town': 'Hawa K.' });
    expect(submitted(worker)['mother']?.caseName).to.equal('Hawa K.');
  });

  it('is to load from the cases above', () => {
    const preload = {
      '/data/weight': 'weight',
      '/data/town': 'parent/parent/name',
      '/data/region': 'parent/parent/region',
      '/data/seen': 'parent/owner_id',
    };
    const worker = visiting({ case_preload: preload });
    const loaded = Object.keys(preload).map((ref) => worker.value(ref));
    expect(loaded).to.deep.equal(['7', 'Bo', 'South', 'group1']);
  });

  it('is to save only what differs, where the app says so', () => {
    const weight = { question: '/data/weight', update_mode: 'edit' };
    const form = {
      case_preload: { '/data/weight': 'weight' },
      update_case: { weight, town: '/data/town' },
    };
    const same = visiting(form);
    same.answer({ '/data/town': 'Bo' });
    expect(same.form.node('/data/case/update/weight')?.relevant).to.equal(false);
    expect(submitted(same)['child']?.properties).to.deep.equal({ weight: '7', town: 'Bo' });
    const other = visiting(form);
    other.answer({ '/data/weight': '9' });
    expect(submitted(other)['child']?.properties).to.include({ weight: '9' });
  });

  it('is to load from the user’s own case, and to save to it', () => {
    const form = {
      usercase_preload: { '/data/seen': 'visits' },
      usercase_update: { visits: '/data/weight', name: '/data/town' },
    };
    const worker = visiting(form);
    expect(worker.value('/data/seen')).to.equal('3');
    worker.answer({ '/data/weight': '4', '/data/town': 'Amina K.' });
    const after = submitted(worker);
    expect(after['me']?.properties).to.deep.equal({ hq_user_id: 'user1', visits: '4' });
    expect(after['me']?.caseName).to.equal('Amina K.');
    expect(after['you']).to.equal(undefined);
  });

  it('needs the user’s own case to be there, also where the form handles no other', () => {
    const form = { requires: 'none', usercase_update: { visits: '/data/weight' } };
    const lone = new Worker(load(form), [YOU]);
    lone.session.choose('m0');
    const screen = lone.session.choose('m0-f0');
    expect(screen).to.include({ kind: 'assertion' });
    expect(JSON.stringify(screen)).to.contain('you have none yet');
    const worker = new Worker(load(form), ALL);
    worker.session.choose('m0');
    worker.open('m0-f0');
    worker.answer({ '/data/weight': '4' });
    expect(submitted(worker)['me']?.properties).to.include({ visits: '4' });
  });

  it('is to make child cases that are closed at once, on a condition', () => {
    const subcase = { case_type: 'child', name_question: '/data/town' };
    const form = {
      subcases: [
        { ...subcase, close_condition: { question: '/data/seen', answer: 'yes' } },
        { ...subcase, close_condition: 'always' },
        { ...subcase, case_properties: { seen: '/data/seen' } },
      ],
    };
    const worker = visiting(form);
    worker.answer({ '/data/town': 'Bo', '/data/seen': 'no' });
    const states = Object.values(submitted(worker)).map(({ status }) => status);
    expect(states.toSorted()).to.deep.equal(['closed', 'open', 'open']);
  });

  it('is refused, with its place, where there is no such case to save to', () => {
    const open = { requires: 'none', open_case: { name_question: '/data/town' } };
    const above = { 'parent/phone': '/data/town' };
    const subcase = { case_type: 'child', name_question: '/data/town', case_properties: above };
    const at = 'modules[0].forms[0]';
    expect(problemsOf({ ...open, update_case: above })).to.deep.equal([at]);
    expect(problemsOf({ subcases: [subcase] })).to.deep.equal([
      `${at}.subcases[0].case_properties.parent/phone`,
    ]);
    expect(problemsOf({ usercase_update: above })).to.deep.equal([
      `${at}.usercase_update.parent/phone`,
    ]);
    expect(problemsOf({ usercase_update: { hq_user_id: '/data/town' } })).to.deep.equal([
      `${at}.usercase_update.hq_user_id`,
    ]);
    const wrong = {
      'parent/two words': '/data/town',
      '/phone': '/data/town',
      'parent/date': '/data/town',
    };
    expect(problemsOf({ update_case: wrong })).to.deep.equal(
      Object.keys(wrong).map((path) => `${at}.update_case.${path}`),
    );
    expect(problemsOf({ usercase_preload: { '/data/none': 'visits' } })).to.deep.equal([
      `${at}.usercase_preload`,
    ]);
  });

  it('is shown in lists by the same paths', () => {
    const worker = new Worker(
      load({}, { header: 'Region', property: 'parent/parent/region' }),
      ALL,
    );
    const list = worker.session.choose('m0') as ListScreen;
    const rows = list.rows.map(({ id, cells }) => `${id} ${JSON.stringify(cells)}`);
    expect(rows.find((row) => row.startsWith('child'))).to.contain('South');
  });
});
