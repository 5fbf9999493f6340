import { expect } from 'chai';
import { createActor } from 'xstate';
import type { Case } from '../../src/case/case.ts';
import { candidateImpact } from '../../src/case/ownership/candidate-impact.ts';
import { caseManagementMachine } from '../../src/machines/case-management.ts';
import { aCase, extension } from '../case/a-case.ts';
import { aRegistration, plans } from '../machines/a-registration.ts';
import { MemoryProject } from '../support/memory-project.ts';
import { testForm } from '../sync/support/test-form.ts';
import { Device } from './a-device.ts';
import type { ProjectChanges } from './a-project.ts';
import { aProject, aUser } from './a-project.ts';

const USERS = {
  ...{ david: 'G1', maria: 'G1', nina: 'G1 G2', zed: 'G2' },
  ...{ chw1: 'W1', chw2: 'W2', chw3: 'W3', nurse1: 'C1', nurse2: 'C2', sup: 'D1' },
};

type User = keyof typeof USERS;

function aWorld(...cases: readonly Case[]): MemoryProject {
  const project = new MemoryProject(aProject(USERS), Date.UTC(2026, 2, 1, 12));
  project.cases.put(cases);
  return project;
}

function change(
  project: MemoryProject,
  users: Partial<Record<User, string>>,
  more?: ProjectChanges,
): void {
  project.directory = aProject({ ...USERS, ...users }, more);
}

async function devices<Name extends User>(
  project: MemoryProject,
  ...users: readonly Name[]
): Promise<Record<Name, Device>> {
  const opened = users.map(async (user) => [user, await Device.open(project, user)] as const);
  return Object.fromEntries(await Promise.all(opened)) as Record<Name, Device>;
}

async function syncAll(all: Readonly<Record<string, Device>>): Promise<void> {
  for (const device of Object.values(all)) await device.sync();
}

function holds(all: Readonly<Record<string, Device>>): Record<string, string> {
  return Object.fromEntries(Object.entries(all).map(([user, device]) => [user, device.holds]));
}

/** Fills in a registration on that device, with the owner that is chosen where one is asked for. */
function registration(device: Device, userId: string, owner: string, given = '') {
  const { form, ...scenario } = aRegistration();
  form.transact([{ kind: 'setValue', ref: '/data/name', value: 'Asha' }], { source: 'user' });
  form.transact([{ kind: 'setValue', ref: '/data/owner', value: given }], { source: 'user' });
  const user = { userId, name: userId };
  const input = { form, plans: plans('shared', 'ask'), candidates: device.candidates, user };
  const actor = createActor(caseManagementMachine, { input }).start();
  actor.send({ type: 'owner.choose', ownerId: owner });
  expect(actor.getSnapshot().value).to.equal('done');
  const submission = { instanceId: 'i1', xml: form.submissionXml(), attachments: [] };
  return { ...scenario, formName: 'Mother', submission };
}

describe('what becomes of shared cases as people work and move', () => {
  it('S01: a case that is given to another group leaves those who are not in it, and stays with those who are', async () => {
    const project = aWorld(aCase('a', { ownerId: 'G1' }));
    const all = await devices(project, 'david', 'maria', 'nina', 'zed');
    const given = await all.david.submit(
      testForm('i1', { caseId: 'a', update: { owner_id: 'G2' } }),
    );
    expect(given).to.have.nested.property('departed[0].kind', 'moved');
    expect(all.david.holds).to.equal('');
    await syncAll(all);
    expect(holds(all)).to.deep.equal({ david: '', maria: '', nina: 'a', zed: 'a' });
  });

  it('S02: a form counts that was filled in before its sender left the group, and then the case goes', async () => {
    const project = aWorld(aCase('a', { ownerId: 'G1' }));
    const { maria } = await devices(project, 'maria');
    await maria.submit(testForm('i1', { caseId: 'a', update: { p: '1' } }));
    change(project, { maria: '' });
    await maria.sync();
    expect(project.cases.get('a')?.properties).to.deep.equal({ p: '1' });
    expect(maria.holds).to.equal('');
  });

  it('S03: a worker who moves gets the cases of the new post for those of the old one, and keeps what is her own', async () => {
    const cases = [
      aCase('old', { ownerId: 'W1' }),
      aCase('new', { ownerId: 'W2' }),
      aCase('own', { ownerId: 'chw1' }),
    ];
    const project = aWorld(...cases);
    const { chw1 } = await devices(project, 'chw1');
    expect([chw1.holds, chw1.candidateIds]).to.deep.equal(['old own', 'W1']);
    change(project, { chw1: 'W2' });
    await chw1.sync();
    expect([chw1.holds, chw1.candidateIds]).to.deep.equal(['new own', 'W2']);
  });

  it('S04: when a level owns no cases any more, nobody holds the cases of its places, and they are kept', async () => {
    const project = aWorld(aCase('a', { ownerId: 'W1' }), aCase('b', { ownerId: 'C1' }));
    const all = await devices(project, 'chw1', 'nurse1', 'sup');
    expect(holds(all)).to.deep.equal({ chw1: 'a', nurse1: 'a b', sup: 'a b' });
    change(project, {}, { levels: { chw: '' } });
    await syncAll(all);
    expect(holds(all)).to.deep.equal({ chw1: '', nurse1: 'b', sup: 'b' });
    expect([all.chw1.candidateIds, all.nurse1.candidateIds, all.sup.candidateIds]).to.deep.equal([
      '',
      'C1',
      'C1 C2',
    ]);
    expect(project.cases.get('a')).to.include({ ownerId: 'W1' });
  });

  it('S05: the first place below a post that views it gives its people a second candidate, of which the change warns', async () => {
    const project = aWorld();
    const before = aProject({ ...USERS, nurse1: 'C3' });
    const after = aProject({ ...USERS, nurse1: 'C3' }, { places: 'W10: chw < C3' });
    const impact = candidateImpact(
      Object.keys(USERS).map((id) => aUser(id)),
      before,
      after,
    );
    expect(impact.map(({ userId, registration: of }) => [userId, of])).to.deep.equal([
      ['nurse1', 'blocked'],
    ]);
    project.directory = before;
    const { nurse1 } = await devices(project, 'nurse1');
    expect(nurse1.candidateIds).to.equal('C3');
    project.directory = after;
    await nurse1.sync();
    expect(nurse1.candidateIds).to.equal('C3 W10');
  });

  it('S06: a case is on the device of everybody who may hold it, whatever types an app lists', async () => {
    const project = aWorld(aCase('a', { ownerId: 'G1', caseType: 'client' }));
    const { maria } = await devices(project, 'maria');
    expect(maria.cases.map(({ caseType }) => caseType)).to.deep.equal(['client']);
  });

  it('S07: what the nurse registers for a post below is seen there, by her and above, and nowhere else', async () => {
    const project = aWorld();
    const all = await devices(project, 'nurse1', 'chw1', 'chw2', 'sup');
    expect(all.nurse1.candidateIds).to.equal('C1 W1 W2');
    await all.nurse1.submit(registration(all.nurse1, 'nurse1', 'W2'));
    expect(all.nurse1.holds).to.equal('m1');
    await syncAll(all);
    expect(holds(all)).to.deep.equal({ nurse1: 'm1', chw1: '', chw2: 'm1', sup: 'm1' });
  });

  it('S08: what somebody registers for a foreign post is gone from her device at once, and comes to those there', async () => {
    const project = aWorld();
    const all = await devices(project, 'chw1', 'chw3', 'sup');
    const { kind, ...taken } = await all.chw1.submit(registration(all.chw1, 'chw1', 'W1', 'W3'));
    expect([kind, 'departed' in taken && taken.departed.length]).to.deep.equal(['saved', 1]);
    expect(all.chw1.holds).to.equal('');
    await syncAll(all);
    expect(holds(all)).to.deep.equal({ chw1: '', chw3: 'm1', sup: 'm1' });
  });

  it('S09: a case that was claimed goes with the claim when that is closed', async () => {
    const claim = aCase('k', {
      ownerId: 'zed',
      caseType: 'commcare-case-claim',
      indices: [extension('a')],
    });
    const project = aWorld(aCase('a', { ownerId: 'david' }), claim);
    const all = await devices(project, 'zed', 'david');
    expect(holds(all)).to.deep.equal({ zed: 'a k', david: 'a k' });
    await all.zed.submit(testForm('i1', { caseId: 'k', close: true }));
    expect(all.zed.holds).to.equal('');
    await syncAll(all);
    expect(holds(all)).to.deep.equal({ david: 'a', zed: '' });
  });
});
