import { expect } from 'chai';
import { waitFor } from 'xstate';
import type { CaseManagementActor } from '../../src/machines/case-management.ts';
import type { ListScreen } from '../../src/suite/screen.ts';
import { aCase } from '../case/a-case.ts';
import { aDirectory } from '../case/ownership/a-directory.ts';
import type { Colleague } from '../support/project-world.ts';
import { ProjectWorld, sampleApp } from '../support/project-world.ts';

const directory = {
  ...aDirectory({}),
  assignments: [
    { userId: 'wanda', locationId: 'P1' },
    { userId: 'nina', locationId: 'C1' },
  ],
};
const ASHA = aCase('asha', { caseName: 'Asha', ownerId: 'P1', caseType: 'patient' });

/** A project whose patients were registered with the app for organizations. */
async function visitor(userId: string): Promise<Colleague> {
  const world = new ProjectWorld(sampleApp('organization'), directory);
  world.cases.put([ASHA, aCase('bo', { caseName: 'Bo', ownerId: 'P1', caseType: 'contact' })]);
  return world.signIn(userId, sampleApp('visits'));
}

function listOf(who: Colleague, module: string): number {
  who.choose(module);
  const { screen } = who.actor.getSnapshot().context;
  who.actor.send({ type: 'goTo', index: 0 });
  return (screen as ListScreen).rows.length;
}

describe('two apps of one project', () => {
  it('share the cases whose type both name', async () => {
    const wanda = await visitor('wanda');
    expect(wanda.holds).to.deep.equal(['Asha', 'Bo']);
    expect([listOf(wanda, 'm0'), listOf(wanda, 'm1')]).to.deep.equal([1, 0]);
  });

  it('keep the owner where the question for a new one is not asked', async () => {
    const wanda = await visitor('wanda');
    await wanda.openFor('Asha', 'm0', 'm0-f0');
    wanda.complete({ '/data/day': '2026-06-14', '/data/well': 'no', '/data/moves': 'no' });
    await wanda.send();
    expect(wanda.sandbox.database.get('asha')).to.include({ ownerId: 'P1', status: 'open' });
  });

  it('say that a case will leave the own view before it is handed over, and only then let it go', async () => {
    const wanda = await visitor('wanda');
    await wanda.openFor('Asha', 'm0', 'm0-f0');
    const answers = { '/data/day': '2026-06-14', '/data/well': 'no', '/data/moves': 'yes' };
    wanda.complete({ ...answers, '/data/hand_over/to': 'C1' });
    await waitFor(wanda.formEntry, ({ value }) => value === 'managingCases');
    const step = wanda.formEntry.getSnapshot().children.caseManagement as CaseManagementActor;
    expect(step.getSnapshot().value).to.equal('reviewing');
    const [future] = step.getSnapshot().context.future;
    expect([...(future?.heldBy.keys() ?? [])]).to.deep.equal(['C1']);
    wanda.formEntry.send({ type: 'owner.confirm' });
    await wanda.send();
    expect(wanda.holds).to.deep.equal(['Bo']);
  });

  it('do not ask the nurse, who sees what the posts below her have', async () => {
    const nina = await visitor('nina');
    await nina.openFor('Asha', 'm0', 'm0-f0');
    const answers = { '/data/day': '2026-06-14', '/data/well': 'no', '/data/moves': 'yes' };
    nina.complete({ ...answers, '/data/hand_over/to': 'C1' });
    await nina.send();
    expect(nina.sandbox.database.get('asha')).to.include({ ownerId: 'C1' });
  });

  it('give whom one meets on the way to the own place, where the automatic form could not choose', async () => {
    const nina = await visitor('nina');
    nina.choose('m2', 'm2-f0');
    await nina.reach('entering');
    nina.complete({ '/data/name': 'Chiku' });
    await nina.send();
    const [chiku] = [...nina.sandbox.database.cases()].filter((of) => of.caseName === 'Chiku');
    expect(chiku).to.include({ ownerId: 'C1', caseType: 'patient' });
  });

  it('offer that to nobody who has no place', async () => {
    const zed = await visitor('zed');
    zed.choose('m2');
    const { screen } = zed.actor.getSnapshot().context;
    expect(screen?.kind === 'menu' && screen.choices).to.deep.equal([]);
  });
});
