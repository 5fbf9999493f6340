import { expect } from 'chai';
import { IndexedDbUserStore } from '../../src/storage/indexeddb-user-store.ts';
import { openDatabase } from '../../src/storage/open-database.ts';
import { shareCommits, TabChannel } from '../../src/storage/tab-channel.ts';
import { wipe } from '../../src/storage/wipe.ts';
import { submitForm } from '../../src/sync/submit-form.ts';
import { UserSandbox } from '../../src/sync/user-sandbox.ts';
import { testForm } from '../sync/support/test-form.ts';

const NAME = 'test-tabs';

async function openTab() {
  const sandbox = await UserSandbox.open(new IndexedDbUserStore(await openDatabase(NAME)), 'david');
  const channel = new TabChannel(NAME);
  const stop = shareCommits(sandbox, channel);
  const close = (): void => {
    stop();
    channel.close();
    sandbox.store.close();
  };
  return { sandbox, channel, close };
}

function nextChange(sandbox: UserSandbox): Promise<void> {
  return new Promise((resolve) => {
    const stop = sandbox.observeCatchUps(() => {
      stop();
      resolve();
    });
  });
}

describe('shareCommits', () => {
  after(() => wipe(NAME));

  it('shows a case in all tabs of the user', async () => {
    const [one, two] = [await openTab(), await openTab()];
    const seen = nextChange(two.sandbox);
    await submitForm(one.sandbox, testForm('i1', { caseId: 'a', create: { owner: 'G1' } }), 0);
    await seen;
    expect(two.sandbox.database.get('a')?.ownerId).to.equal('G1');
    const back = nextChange(one.sandbox);
    await submitForm(two.sandbox, testForm('i2', { caseId: 'a', update: { p: '2' } }), 0);
    await back;
    expect(one.sandbox.database.get('a')?.properties.p).to.equal('2');
    one.close();
    two.close();
  });

  it('brings what the user asks for to the other tabs, and not to itself', async () => {
    const [one, two] = [new TabChannel('test-ask'), new TabChannel('test-ask')];
    const heard: string[] = [];
    one.observe(({ kind }) => heard.push(`one ${kind}`));
    const arrived = new Promise<void>((resolve) => {
      two.observe(({ kind }) => {
        heard.push(`two ${kind}`);
        resolve();
      });
    });
    one.post({ kind: 'syncRequest' });
    await arrived;
    expect(heard).to.deep.equal(['two syncRequest']);
    one.close();
    two.close();
  });
});
