import { expect } from 'chai';
import { WorkCancelled } from '../../src/sync/pace.ts';
import { synchronize } from '../../src/sync/synchronize.ts';
import { UserSandbox } from '../../src/sync/user-sandbox.ts';
import { Device } from './support/device.ts';
import { ProjectServer } from './support/project-server.ts';
import { testForm } from './support/test-form.ts';

const register = testForm('i1', { caseId: 'a', create: { owner: 'G1' }, update: { p: '1' } });

function setProperty(instanceId: string, value: string) {
  return testForm(instanceId, { caseId: 'a', update: { p: value } });
}

describe('synchronize', () => {
  let server: ProjectServer;
  let david: Device;
  let maria: Device;

  beforeEach(async () => {
    server = new ProjectServer({ david: ['G1'], maria: ['G1'], zed: ['G2'] });
    david = await Device.open(server, 'david');
    maria = await Device.open(server, 'maria');
    await david.sync();
    await maria.sync();
    david.transport.log.length = 0;
    maria.transport.log.length = 0;
  });

  it('sends a registration and brings it to the others of the group', async () => {
    await david.submit(register);
    const sent = await david.sync();
    expect(sent.end).to.deep.equal({ kind: 'done' });
    expect(sent.sent).to.deep.equal(['i1']);
    expect(await david.store.readOutbox()).to.be.empty;
    const news = await maria.sync();
    expect(news).to.deep.include({ restored: 'incremental', changed: ['a'] });
    expect(maria.property('a', 'p')).to.equal('1');
  });

  it('looks at no case but those that the news can have moved', async () => {
    await david.submit(register);
    await david.submit(
      testForm('i2', { caseId: 'b', create: { owner: 'G1' }, index: { parent: 'a' } }),
    );
    for (const device of [david, maria, maria]) await device.sync();
    const { database } = maria.sandbox;
    expect(database.links.carriersOf('a')).to.have.length(1);
    database.cases = database.linkedCases = () => {
      throw new Error('Every case was asked for');
    };
    await david.submit(testForm('i3', { caseId: 'a', update: { owner_id: 'zed' } }));
    await david.sync();
    expect(await maria.sync()).to.deep.include({ restored: 'incremental', changed: ['a'] });
    await david.submit(testForm('i4', { caseId: 'b', close: true }));
    await david.sync();
    const { departed } = await maria.sync();
    expect(departed.map(({ caseId }) => caseId).sort()).to.deep.equal(['a', 'b']);
  });

  it('says nothing is new when nothing is new', async () => {
    await david.submit(register);
    await david.sync();
    const report = await david.sync();
    expect(report).to.deep.include({ sent: [], changed: [], departed: [], problems: [] });
  });

  it('sends the oldest first', async () => {
    await david.submit(register);
    await david.submit(setProperty('i0', '2'));
    david.now -= 1e9;
    await david.submit(setProperty('i2', '3'));
    await david.sync();
    expect(david.transport.log.slice(0, 3)).to.deep.equal(['i1', 'i0', 'i2']);
  });

  it('keeps what cannot be sent, waits longer after each failure, and sends it in the end', async () => {
    await david.submit(register);
    david.transport.fate = 'requestLost';
    const waits: number[] = [];
    for (david.failures = 0; david.failures < 12; david.failures++) {
      const { end } = await david.sync();
      expect(end).to.include({ kind: 'later', reason: 'offline' });
      if (end.kind === 'later') waits.push(end.afterSeconds);
    }
    expect(waits.slice(0, 4)).to.deep.equal([3.75, 7.5, 15, 30]);
    expect(waits.at(-1)).to.equal(675);
    expect(await david.store.readOutbox()).to.have.length(1);
    david.transport.fate = 'answered';
    expect((await david.sync()).sent).to.deep.equal(['i1']);
  });

  it('does not pass an older form by', async () => {
    await david.submit(register);
    await david.submit(setProperty('i2', '2'));
    david.transport.fates = ['requestLost'];
    await david.sync();
    expect(david.transport.log).to.deep.equal(['i1']);
    expect(server.cases.size).to.equal(0);
  });

  it('brings the news in although the server cannot take a form, and waits as long as it asks', async () => {
    await maria.submit(testForm('m1', { caseId: 'b', create: { owner: 'G1' } }));
    await maria.sync();
    await david.submit(register);
    david.transport.fates = ['busy'];
    const report = await david.sync();
    expect(report.end).to.deep.include({ kind: 'later', reason: 'busy', afterSeconds: 60 });
    expect(david.caseIds).to.deep.equal(['a', 'b']);
    const [item] = await david.store.readOutbox();
    expect(item).to.include({ state: 'pending', attempts: 1, message: 'Busy', overRestore: true });
  });

  it('applies a form once when its answer is lost', async () => {
    await david.submit(register);
    david.transport.fates = ['answerLost'];
    await david.sync();
    expect((await david.store.readOutbox())[0]).to.include({ state: 'pending', attempts: 1 });
    await david.sync();
    expect(server.processed.get('i1')).to.equal(1);
    expect(await david.store.readOutbox()).to.be.empty;
  });

  it('shows whose change came last when an answer was lost and a restore came between', async () => {
    await david.submit(register);
    await david.sync();
    await maria.sync();
    await david.submit(setProperty('i2', 'david'));
    server.submit('david', setProperty('i2', 'david').submission);
    david.transport.fates = ['busy'];
    await maria.sync();
    await maria.submit(setProperty('m1', 'maria'));
    await maria.sync();
    await david.sync();
    expect(david.property('a', 'p')).to.equal('david');
    await david.sync();
    expect(david.property('a', 'p')).to.equal('maria');
    expect(server.cases.get('a')?.properties.p).to.equal('maria');
  });

  it('keeps a rejected form with its reason, and undoes what it did to the cases', async () => {
    await david.submit(register);
    await david.sync();
    await david.submit(setProperty('i2', 'poison'));
    await david.submit(setProperty('i3', 'fine'));
    const report = await david.sync();
    const { formName, message } = { formName: 'Visit', message: 'The form is refused' };
    expect(report.rejected).to.deep.equal([{ instanceId: 'i2', formName, message }]);
    expect(report).to.deep.include({ sent: ['i3'], restored: 'full' });
    expect(david.property('a', 'p')).to.equal('fine');
    expect(await david.store.readOutbox()).to.have.length(1);
    await david.sync();
    expect(david.transport.log.filter((entry) => entry === 'i2')).to.have.length(1);
    expect(await david.store.discardRejected('i2')).to.be.true;
    expect(await david.store.readOutbox()).to.be.empty;
  });

  it('takes a case that a rejected form made off the device', async () => {
    await david.submit(testForm('i1', { caseId: 'a', create: { owner: 'G1', name: 'poison' } }));
    const report = await david.sync();
    expect(report.departed).to.deep.equal([
      { kind: 'gone', caseId: 'a', name: 'poison', newOwner: undefined },
    ]);
    expect(david.caseIds).to.be.empty;
  });

  it('keeps everything when the session has ended, and goes on after signing in', async () => {
    await david.submit(register);
    david.transport.fates = ['signedOut'];
    expect((await david.sync()).end).to.deep.equal({ kind: 'signIn', message: 'Please sign in' });
    expect(await david.store.readOutbox()).to.have.length(1);
    expect((await david.sync()).sent).to.deep.equal(['i1']);
  });

  it("never sends one user's forms in another's session", async () => {
    await david.submit(register);
    david.transport.userId = 'zed';
    const { end } = await david.sync();
    expect(end).to.have.property('kind', 'signIn');
    expect(david.transport.log).to.be.empty;
  });

  it("never takes another user's restore in", async () => {
    await david.submit(register);
    david.transport.whoAmI = async () => ({ kind: 'signedIn', user: server.user('david') });
    david.transport.restore = async () => server.restore('zed', undefined);
    expect((await david.sync()).end).to.have.property('kind', 'signIn');
    expect(david.caseIds).to.deep.equal(['a']);
    expect(david.sandbox.record?.registration.userId).to.equal('david');
  });

  it('asks once for everything when the server has forgotten the token', async () => {
    await maria.submit(testForm('m1', { caseId: 'b', create: { owner: 'G1' } }));
    await maria.sync();
    server.forgetTokens();
    const report = await david.sync();
    expect(david.transport.log.map((entry) => entry.split(' ').length)).to.deep.equal([3, 1]);
    expect(report).to.deep.include({ restored: 'full', changed: ['b'], end: { kind: 'done' } });
  });

  it('applies forms that still wait over a restore', async () => {
    await david.submit(register);
    await david.sync();
    await maria.sync();
    await maria.submit(testForm('m1', { caseId: 'a', update: { p: 'maria', q: 'maria' } }));
    await maria.sync();
    const restore = david.transport.restore.bind(david.transport);
    david.transport.restore = async (token) => {
      const reply = await restore(token);
      await david.submit(setProperty('i2', 'david'));
      return reply;
    };
    await david.sync();
    expect(david.property('a', 'q')).to.equal('maria');
    expect(david.property('a', 'p')).to.equal('david');
    expect(await david.store.readOutbox()).to.have.length(1);
  });

  it('takes cases away when the user has left the group, an unsent update notwithstanding', async () => {
    await david.submit(register);
    await david.sync();
    await maria.sync();
    await maria.submit(setProperty('m1', 'late'));
    server.setGroups('maria', []);
    const report = await maria.sync();
    expect(report.sent).to.deep.equal(['m1']);
    expect(report.departed.map((of) => of.caseId)).to.deep.equal(['a']);
    expect(maria.caseIds).to.be.empty;
    expect(server.cases.get('a')?.properties.p).to.equal('late');
  });

  it('tells of a waiting form whose case has left', async () => {
    await david.submit(register);
    await david.sync();
    await maria.sync();
    await maria.submit(setProperty('m1', 'late'));
    maria.transport.fates = ['busy'];
    server.setGroups('maria', []);
    const { problems } = await maria.sync();
    expect(problems).to.deep.equal(['Visit waits to be sent, but a case that it changes has left']);
    expect(await maria.store.readOutbox()).to.have.length(1);
  });

  it('knows after a crash that a form was on its way', async () => {
    await david.submit(register);
    await david.store.markSending('i1');
    server.submit('david', register.submission);
    await david.restart();
    expect(david.caseIds).to.deep.equal(['a']);
    expect((await david.sync()).sent).to.deep.equal(['i1']);
    expect(server.processed.get('i1')).to.equal(1);
  });

  it('says what is wrong with a restore that cannot be read, and keeps what it had', async () => {
    await david.submit(register);
    await david.sync();
    david.transport.restore = async () => ({ kind: 'restored', xml: '<OpenRosaResponse><case' });
    const { end, restored } = await david.sync();
    expect(end).to.have.property('kind', 'failed');
    expect(end)
      .to.have.property('message')
      .that.matches(/restore, line 1/);
    expect(restored).to.equal('none');
    expect(david.caseIds).to.deep.equal(['a']);
  });

  it('skips a case block that cannot be applied and tells which', async () => {
    const { xml } = server.restore('david', undefined) as { xml: string };
    const block =
      '<case xmlns="http://commcarehq.org/case/transaction/v2" case_id="ghost" date_modified="2026-01-01">' +
      '<update><p>1</p></update></case></OpenRosaResponse>';
    const broken = xml.replace('</OpenRosaResponse>', block);
    david.transport.restore = async () => ({ kind: 'restored', xml: broken });
    const { problems, end } = await david.sync();
    expect(end.kind).to.equal('done');
    expect(problems).to.have.length(1);
    expect(problems[0]).to.contain('ghost');
  });

  it('reads everything anew when another tab has written behind its back', async () => {
    const otherTab = await Device.open(server, 'david');
    otherTab.sandbox = await UserSandbox.open(david.store, 'david');
    await otherTab.submit(register);
    await otherTab.sync();
    expect(david.caseIds).to.be.empty;
    expect((await david.sync()).changed).to.be.empty;
    expect(david.caseIds).to.deep.equal(['a']);
  });

  describe('while the server prepares the cases', () => {
    const pending = { kind: 'pending', done: 1, total: 4, retryAfter: 86_400 } as const;
    const preparing = () => Object.assign(david.transport, { restore: async () => pending });

    it('waits no longer than five minutes at a time, and ends when nobody wants it any more', async () => {
      const cancelling = new AbortController();
      const waits: unknown[] = [];
      const wait = async (seconds: number, cancelled: unknown) => {
        waits.push([seconds, cancelled]);
        cancelling.abort();
      };
      const environment = { now: () => david.now, random: () => 0.5, wait };
      const options = { failures: 0, cancelled: cancelling.signal };
      const end = await synchronize(david.sandbox, preparing(), environment, options).catch(
        (error: unknown) => error,
      );
      expect(end).to.be.instanceOf(WorkCancelled);
      expect(waits).to.deep.equal([[300, cancelling.signal]]);
    });
  });

  it('goes on when another tab has settled a form just before it is sent', async () => {
    await david.submit(register);
    await david.submit(testForm('i2', { caseId: 'b', create: { owner: 'G1' } }));
    const { readSubmission } = david.store;
    david.store.readSubmission = async (id) => {
      if (id === 'i1') await david.store.settleAccepted(id);
      return readSubmission.call(david.store, id);
    };
    expect(await david.sync()).to.deep.include({ sent: ['i2'], end: { kind: 'done' } });
  });

  it('keeps two tabs alike by their messages', async () => {
    const other = await UserSandbox.open(david.store, 'david');
    david.sandbox.observeCommits((commit) => void other.catchUp(commit));
    await david.submit(register);
    await david.sync();
    await david.submit(testForm('i2', { caseId: 'a', update: { owner_id: 'G2' } }));
    await other.catchUp({ revision: 0, changed: [], restored: false });
    expect([...other.database.cases()]).to.be.empty;
    await david.submit(testForm('i3', { caseId: 'b', create: { owner: 'G1' } }));
    await other.catchUp({ revision: 0, changed: [], restored: false });
    expect([...other.database.cases()].map((of) => of.caseId)).to.deep.equal(['b']);
  });
});
