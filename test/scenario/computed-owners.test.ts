import { expect } from 'chai';
import { waitFor } from 'xstate';
import type { Directory } from '../../src/case/ownership/directory.ts';
import type { CaseManagementActor } from '../../src/machines/case-management.ts';
import { loadAppDefinition } from '../../src/suite/definition/load-app-definition.ts';
import { aDirectory } from '../case/ownership/a-directory.ts';
import type { Colleague } from '../support/project-world.ts';
import { ProjectWorld } from '../support/project-world.ts';

const FORM = `<h:html xmlns:h="http://www.w3.org/1999/xhtml" xmlns="http://www.w3.org/2002/xforms"><h:head><h:title>Visit</h:title>
  <model><instance><data xmlns="urn:test:register"><name/><where/></data></instance></model></h:head>
  <h:body><input ref="/data/name"><label>Name</label></input><input ref="/data/where"><label>Where</label></input></h:body></h:html>`;

/** Wanda at a post below the clinic C1; Dora at the district above it, who has no clinic. */
const assignments = [
  { userId: 'wanda', locationId: 'P1' },
  { userId: 'dora', locationId: 'D1' },
];
const directory: Directory = { ...aDirectory({}), assignments };

/** A project that registers patients, whose owner is by that rule. */
function world(owner: object, policy: string): ProjectWorld {
  const form = { name: 'Register', xform: 'register.xml' };
  const module = {
    ...{ name: 'Patients', case_type: 'patient' },
    forms: [{ ...form, open_case: { name_question: '/data/name' } }],
  };
  const app = {
    ...{ id: 'patients', name: 'Patients', modules: [module] },
    ...{
      case_sharing: true,
      owner_policy: policy,
      owner_review: 'never',
      case_owners: { patient: owner },
    },
  };
  const files = new Map([['register.xml', FORM]]);
  return new ProjectWorld(loadAppDefinition(app, files), directory);
}

async function open(who: Colleague): Promise<void> {
  who.choose('m0', 'm0-f0');
  await who.reach('entering');
}

function caseStep(who: Colleague): CaseManagementActor {
  return who.formEntry.getSnapshot().children.caseManagement as CaseManagementActor;
}

function ownersIn({ cases }: ProjectWorld): string[] {
  return [...cases.cases()].map(({ ownerId }) => ownerId);
}

const AT_CLINIC = { location: 'clinic' };
const BY_ANSWER = { xpath: "instance('locations')/locations/location[name=/data/where]/@id" };

describe('a rule of the app for the owner of a case', () => {
  it('is followed without a word where it yields one owner', async () => {
    const project = world(AT_CLINIC, 'strict');
    const wanda = await project.signIn('wanda');
    await open(wanda);
    wanda.complete({ '/data/name': 'Asha' });
    await wanda.send();
    expect(ownersIn(project)).to.deep.equal(['C1']);
  });

  it('that yields none is told before the form is opened, and stops it where the app is strict', async () => {
    const dora = await world(AT_CLINIC, 'strict').signIn('dora');
    dora.choose('m0');
    const { ownerProblems } = dora.actor.getSnapshot().context;
    expect(ownerProblems.get('m0-f0')).to.deep.include({
      kind: 'noComputedOwner',
      computed: { rule: { kind: 'location', level: 'clinic' }, found: [] },
    });
    dora.choose('m0-f0');
    await dora.reach('explainingOwner');
  });

  it('that yields none lets the person choose where the app may ask', async () => {
    const project = world(AT_CLINIC, 'ask');
    const dora = await project.signIn('dora');
    await open(dora);
    dora.complete({ '/data/name': 'Asha' });
    expect(caseStep(dora).getSnapshot().value).to.equal('askingOwner');
    dora.formEntry.send({ type: 'owner.choose', ownerId: 'P2' });
    await dora.send();
    expect(ownersIn(project)).to.deep.equal(['P2']);
  });

  it('that goes by an answer is followed, and asks where the answer leads to no owner', async () => {
    const project = world(BY_ANSWER, 'ask');
    const dora = await project.signIn('dora');
    await open(dora);
    const place = directory.locations.find(({ locationId }) => locationId === 'P1');
    dora.complete({ '/data/name': 'Asha', '/data/where': 'Nowhere' });
    expect(caseStep(dora).getSnapshot().value).to.equal('askingOwner');
    dora.formEntry.send({ type: 'owner.choose', ownerId: 'P2' });
    await dora.send();
    dora.choose('m0', 'm0-f0');
    await dora.reach('entering');
    dora.complete({ '/data/name': 'Bahati', '/data/where': place?.name ?? '' });
    await dora.send();
    expect(ownersIn(project)).to.deep.equal(['P2', 'P1']);
  });

  it('that yields several is no owner: the person chooses, and the case never goes to two ids at once', async () => {
    const everywhere = { xpath: "instance('locations')/locations/location[@type='post']/@id" };
    const project = world(everywhere, 'ask');
    const dora = await project.signIn('dora');
    await open(dora);
    dora.complete({ '/data/name': 'Asha' });
    expect(caseStep(dora).getSnapshot().value).to.equal('askingOwner');
    dora.formEntry.send({ type: 'owner.choose', ownerId: 'P2' });
    await dora.send();
    expect(ownersIn(project)).to.deep.equal(['P2']);
  });

  it('that yields none at the end keeps the form, where the app is strict', async () => {
    const dora = await world(BY_ANSWER, 'strict').signIn('dora');
    await open(dora);
    dora.complete({ '/data/name': 'Asha', '/data/where': 'Nowhere' });
    await waitFor(dora.formEntry, ({ value }) => value === 'blocked');
    const drafts = await dora.sandbox.store.readDrafts();
    expect(drafts.map(({ ownerPending }) => ownerPending)).to.deep.equal([true]);
  });
});
