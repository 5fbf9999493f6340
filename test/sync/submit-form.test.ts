import { expect } from 'chai';
import { MemoryUserStore } from '../../src/sync/memory-user-store.ts';
import { submitForm } from '../../src/sync/submit-form.ts';
import { UserSandbox } from '../../src/sync/user-sandbox.ts';
import { Device } from './support/device.ts';
import { ProjectServer } from './support/project-server.ts';
import { testForm } from './support/test-form.ts';
import { storedCases } from './support/stored-cases.ts';

const register = testForm('i1', { caseId: 'a', create: { owner: 'G1' }, update: { p: '1' } });

async function davidsDevice(): Promise<Device> {
  const device = await Device.open(new ProjectServer({ david: ['G1'] }), 'david');
  await device.sync();
  return device;
}

describe('submitForm', () => {
  it('puts the case into memory and store, and the form into the outbox', async () => {
    const device = await davidsDevice();
    const result = await device.submit(register);
    expect(result.kind).to.equal('saved');
    expect(device.property('a', 'p')).to.equal('1');
    const { cases } = await storedCases(device.store);
    expect(cases.map((of) => of.caseId)).to.deep.equal(['a']);
    const [item] = await device.store.readOutbox();
    expect(item).to.include({
      instanceId: 'i1',
      state: 'pending',
      attempts: 0,
      savedAt: device.now,
    });
    expect(item?.caseIds).to.deep.equal(['a']);
    expect((await device.store.readSubmission('i1'))?.xml).to.equal(register.submission.xml);
  });

  it('ends the draft in the same step', async () => {
    const device = await davidsDevice();
    const draft = { id: 'd1', formKey: 'f', instanceXml: '<data/>', title: '', caseName: '' };
    await device.store.saveDraft({ ...draft, savedAt: 1, datums: {} });
    await device.submit({ ...register, endedDrafts: ['d1'] });
    expect(await device.store.readDrafts()).to.be.empty;
  });

  it('refuses a form for an unknown case with the reason, and changes nothing', async () => {
    const device = await davidsDevice();
    const result = await device.submit(
      testForm('i2', { caseId: 'b', create: { owner: 'G1' } }, { caseId: 'x', update: { p: '1' } }),
    );
    expect(result).to.include({ kind: 'refused', caseId: 'x' });
    expect(result).to.have.property('message', "Unable to update or close case x, it wasn't found");
    expect(device.caseIds).to.be.empty;
    expect(await device.store.readOutbox()).to.be.empty;
  });

  it('looks through all cases once at most, however many forms are sent', async () => {
    const device = await davidsDevice();
    await device.submit(register);
    const { database } = device.sandbox;
    await device.submit(testForm('i2', { caseId: 'a', update: { owner_id: 'david' } }));
    database.cases = database.linkedCases = () => {
      throw new Error('Every case was asked for');
    };
    for (const [n, change] of [{ close: true }, { update: { owner_id: 'zed' } }].entries()) {
      const child = { caseId: `b${n}`, create: { owner: 'G1' }, index: { parent: 'a' } };
      await device.submit(testForm(`b${n}`, child));
      expect(await device.submit(testForm(`c${n}`, { caseId: `b${n}`, ...change }))).to.include({
        kind: 'saved',
      });
    }
    expect(device.sandbox.database.get('b1')).to.equal(undefined);
    expect(device.sandbox.database.get('a')).to.include({ ownerId: 'david' });
  });

  it('takes a form that is sent twice only once', async () => {
    const device = await davidsDevice();
    const results = await Promise.all([device.submit(register), device.submit(register)]);
    expect(results.map((result) => result.kind)).to.deep.equal(['saved', 'repeated']);
    expect(await device.store.readOutbox()).to.have.length(1);
  });

  it('leaves memory as it was when the store fails', async () => {
    const device = await davidsDevice();
    device.store.commitForm = () => Promise.reject(new Error('disk full'));
    const failure = await device.submit(register).then(
      () => undefined,
      (error: Error) => error.message,
    );
    expect(failure).to.equal('disk full');
    expect(device.caseIds).to.be.empty;
  });

  it('takes a case that is given to a foreign owner off the device and says where it went', async () => {
    const device = await davidsDevice();
    await device.submit(register);
    const result = await device.submit(testForm('i2', { caseId: 'a', update: { owner_id: 'G2' } }));
    expect(result).to.have.property('kind', 'saved');
    expect(result).to.deep.include({
      departed: [{ kind: 'moved', caseId: 'a', name: 'a', newOwner: 'G2' }],
    });
    expect(device.caseIds).to.be.empty;
    expect((await storedCases(device.store)).cases).to.be.empty;
  });

  it('says so when a case is registered for somebody else', async () => {
    const device = await davidsDevice();
    const result = await device.submit(testForm('i1', { caseId: 'a', create: { owner: 'G2' } }));
    expect(result).to.deep.include({
      departed: [{ kind: 'moved', caseId: 'a', name: 'a', newOwner: 'G2' }],
    });
    expect(await device.store.readOutbox()).to.have.length(1);
  });

  it('keeps a closed parent for its open child, and drops both when the child is closed', async () => {
    const device = await davidsDevice();
    await device.submit(
      testForm(
        'i1',
        { caseId: 'p', create: { owner: 'G1' } },
        { caseId: 'c', create: { owner: 'G1' }, index: { parent: 'p' } },
      ),
    );
    await device.submit(testForm('i2', { caseId: 'p', close: true }));
    expect(device.caseIds).to.deep.equal(['c', 'p']);
    await device.submit(testForm('i3', { caseId: 'c', close: true }));
    expect(device.caseIds).to.be.empty;
  });

  it('keeps every case before the first restore has said whose they are', async () => {
    const store = new MemoryUserStore();
    const sandbox = await UserSandbox.open(store, 'david');
    await submitForm(sandbox, testForm('i1', { caseId: 'a', create: { owner: 'G9' } }), 0);
    expect(sandbox.database.get('a')?.ownerId).to.equal('G9');
  });

  it('sends a form whose case has left while it was filled in, and the case stays away', async () => {
    const device = await davidsDevice();
    await device.submit(register);
    const opened = device.sandbox.database.get('a')!;
    await device.submit(testForm('i2', { caseId: 'a', update: { owner_id: 'G2' } }));
    const visit = testForm('i3', { caseId: 'a', update: { p: '2' } });
    const result = await device.submit({ ...visit, openedWith: [opened] });
    expect(result).to.deep.include({ kind: 'saved', away: ['a'] });
    expect(device.caseIds).to.be.empty;
    expect(await device.store.readOutbox()).to.have.length(3);
  });
});
