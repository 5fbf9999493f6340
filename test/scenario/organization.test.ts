import { expect } from 'chai';
import { waitFor } from 'xstate';
import type { Directory } from '../../src/case/ownership/directory.ts';
import type { CaseManagementActor } from '../../src/machines/case-management.ts';
import { aDirectory } from '../case/ownership/a-directory.ts';
import type { Colleague } from '../support/project-world.ts';
import { ProjectWorld, sampleApp } from '../support/project-world.ts';

/** Wanda and Pam at the posts below Nina's clinic, Omar at the district above it; Leo has no place yet. */
const assignments = [
  ['wanda', 'P1'],
  ['pam', 'P2'],
  ['nina', 'C1'],
  ['omar', 'D1'],
].map(([userId = '', locationId = '']) => ({ userId, locationId }));
const directory: Directory = { ...aDirectory({}), assignments };

function world(): ProjectWorld {
  return new ProjectWorld(sampleApp('organization'), directory);
}

async function register(who: Colleague, name: string, owner?: string): Promise<void> {
  who.actor.send({ type: 'goTo', index: 0 });
  who.choose('m0', 'm0-f0');
  await who.reach('entering');
  who.complete({
    '/data/name': name,
    '/data/has_contact': 'yes',
    '/data/contact': `${name}’s aunt`,
  });
  if (owner !== undefined) who.formEntry.send({ type: 'owner.choose', ownerId: owner });
  await who.send();
}

function caseStep(who: Colleague): CaseManagementActor {
  return who.formEntry.getSnapshot().children.caseManagement as CaseManagementActor;
}

function ownersIn({ cases }: ProjectWorld): Record<string, string> {
  return Object.fromEntries([...cases.cases()].map((of) => [of.caseName, of.ownerId]));
}

describe('an organization of clinics and posts', () => {
  it('takes the worker’s own post without asking, also for the contact', async () => {
    const project = world();
    const wanda = await project.signIn('wanda');
    await register(wanda, 'Asha');
    expect(ownersIn(project)).to.deep.equal({ Asha: 'P1', 'Asha’s aunt': 'P1' });
    const [nina, pam] = [await project.signIn('nina'), await project.signIn('pam')];
    expect(nina.holds).to.deep.equal(['Asha', 'Asha’s aunt']);
    expect(pam.holds).to.deep.equal([]);
  });

  it('asks the nurse, who sees the posts below, and proposes her last choice', async () => {
    const project = world();
    const nina = await project.signIn('nina');
    await register(nina, 'Bahati', 'P2');
    expect(ownersIn(project)).to.deep.equal({ Bahati: 'P2', 'Bahati’s aunt': 'P2' });
    expect(nina.workspace.lastOwner.read()).to.equal('P2');
    expect((await project.signIn('pam')).holds).to.include('Bahati');
    nina.actor.send({ type: 'goTo', index: 0 });
    nina.choose('m0', 'm0-f0');
    await nina.reach('entering');
    nina.complete({ '/data/name': 'Chiku', '/data/has_contact': 'no' });
    const { resolution, suggestedOwner } = caseStep(nina).getSnapshot().context;
    expect(resolution).to.have.property('kind', 'choice');
    expect('candidates' in resolution && resolution.candidates.map(({ id }) => id)).to.deep.equal([
      'C1',
      'P1',
      'P2',
    ]);
    expect(suggestedOwner).to.equal('P2');
  });

  it('refers a patient by an extension, which both sides see', async () => {
    const project = world();
    const wanda = await project.signIn('wanda');
    await register(wanda, 'Asha');
    await wanda.openFor('Asha', 'm1', 'm1-f0');
    wanda.complete({ '/data/reason': 'Fever', '/data/clinic': 'C1' });
    await wanda.send();
    expect(ownersIn(project)).to.include({ Fever: 'C1', Asha: 'P1' });
    const nina = await project.signIn('nina');
    for (const who of [wanda, nina]) expect(who.holds).to.include.members(['Asha', 'Fever']);
  });

  it('delegates by a child case: the delegate sees the patient until the task is done', async () => {
    const project = world();
    const wanda = await project.signIn('wanda');
    await register(wanda, 'Asha');
    const nina = await project.signIn('nina');
    await nina.openFor('Asha', 'm1', 'm1-f1');
    nina.complete({ '/data/task': 'Weigh her', '/data/post': 'P2' });
    await nina.send();
    await wanda.sync();
    expect(wanda.holds).to.deep.equal(['Asha', 'Asha’s aunt']);
    const pam = await project.signIn('pam');
    expect(pam.holds).to.deep.equal(['Asha', 'Weigh her']);
    await pam.openFor('Weigh her', 'm2', 'm2-f0');
    pam.complete({ '/data/result': '54 kg' });
    await pam.send();
    expect(pam.holds).to.deep.equal([]);
  });

  it('lets the district choose a post by a question over the locations, which asks nothing else', async () => {
    const project = world();
    const omar = await project.signIn('omar');
    omar.choose('m0', 'm0-f1');
    await omar.reach('entering');
    expect(omar.choicesOf('/data/post')).to.deep.equal(['P1', 'P2', 'P3']);
    omar.complete({ '/data/name': 'Eshe', '/data/post': 'P1' });
    await omar.send();
    expect(ownersIn(project)).to.deep.equal({ Eshe: 'P1' });
    expect((await project.signIn('wanda')).holds).to.deep.equal(['Eshe']);
    expect(omar.holds).to.deep.equal(['Eshe']);
  });

  it('sends what is missing to the clinic above, and says before that the post will not see it', async () => {
    const project = world();
    const wanda = await project.signIn('wanda');
    wanda.choose('m3', 'm3-f0');
    await wanda.reach('entering');
    wanda.complete({ '/data/what': 'Gloves', '/data/how_much': '40' });
    await waitFor(wanda.formEntry, ({ value }) => value === 'managingCases');
    expect(caseStep(wanda).getSnapshot().value).to.equal('reviewing');
    wanda.formEntry.send({ type: 'owner.confirm' });
    await wanda.send();
    expect(ownersIn(project)).to.deep.equal({ Gloves: 'C1' });
    expect(wanda.holds).to.deep.equal([]);
    expect((await project.signIn('nina')).holds).to.deep.equal(['Gloves']);
  });

  it('keeps a private note from everybody else', async () => {
    const project = world();
    const wanda = await project.signIn('wanda');
    await register(wanda, 'Asha');
    await wanda.openFor('Asha', 'm1', 'm1-f2');
    wanda.complete({ '/data/note': 'Speaks Luo' });
    await wanda.send();
    expect(ownersIn(project)).to.include({ 'Speaks Luo': 'wanda' });
    expect((await project.signIn('nina')).holds).to.deep.equal(['Asha', 'Asha’s aunt']);
  });

  it('lets somebody without a place fill the form in, and keeps it until there is one', async () => {
    const project = world();
    const leo = await project.signIn('leo');
    leo.choose('m0', 'm0-f0');
    expect(leo.actor.getSnapshot().value).to.equal('explainingOwner');
    leo.actor.send({ type: 'continue' });
    await leo.reach('entering');
    leo.complete({ '/data/name': 'Dada', '/data/has_contact': 'no' });
    await waitFor(leo.formEntry, ({ value }) => value === 'blocked');
    const [draft] = await leo.sandbox.store.readDrafts();
    expect(draft).to.include({ ownerPending: true });
  });
});
