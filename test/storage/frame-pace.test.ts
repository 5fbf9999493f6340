import { expect } from 'chai';
import { FramePace } from '../../src/storage/frame-pace.ts';
import { IndexedDbUserStore } from '../../src/storage/indexeddb-user-store.ts';
import { openDatabase } from '../../src/storage/open-database.ts';
import { wipe } from '../../src/storage/wipe.ts';
import { restoreSteps } from '../../src/openrosa/parse-restore.ts';
import { atPace, WorkCancelled } from '../../src/sync/pace.ts';
import { takeRestore } from '../../src/sync/take-restore.ts';
import { UserSandbox } from '../../src/sync/user-sandbox.ts';

const NAME = 'test-pace';
const CASES = 3000;

function restoreText(): string {
  const cases = Array.from(
    { length: CASES },
    (
      _,
      n,
    ) => `<case case_id="c${n}" date_modified="2026-01-01" user_id="u"><create><case_type>t</case_type>
<case_name>Case ${n}</case_name><owner_id>u</owner_id></create><update><p>${n}</p></update></case>`,
  );
  return `<OpenRosaResponse xmlns="http://openrosa.org/http/response"><Registration xmlns="http://openrosa.org/user/registration">
<username>u</username><password/><uuid>u</uuid><date>2026-01-01</date></Registration>${cases.join('')}</OpenRosaResponse>`;
}

async function openSandbox(): Promise<UserSandbox> {
  return UserSandbox.open(new IndexedDbUserStore(await openDatabase(NAME)), 'u');
}

async function take(sandbox: UserSandbox, pace: FramePace): Promise<void> {
  const restore = await atPace(restoreSteps(restoreText()), pace);
  await takeRestore(sandbox, restore, { full: true, now: 0, pace });
}

describe('FramePace', () => {
  afterEach(() => wipe(NAME));

  it('lets timers of the page run while a restore of many cases is taken in', async () => {
    const sandbox = await openSandbox();
    let turns = 0;
    const timer = setInterval(() => (turns += 1), 1);
    await take(sandbox, new FramePace());
    clearInterval(timer);
    expect(turns).to.be.above(2);
    expect(sandbox.database.size).to.equal(CASES);
    expect(sandbox.database.get('c2999')).to.include({ caseName: 'Case 2999' });
    sandbox.store.close();
  });

  it('ends when the work is cancelled, and nothing of it is kept', async () => {
    const sandbox = await openSandbox();
    const cancelling = new AbortController();
    const work = take(sandbox, new FramePace(cancelling.signal));
    cancelling.abort();
    const error = await work.catch((reason: unknown) => reason);
    expect(error).to.be.instanceOf(WorkCancelled);
    sandbox.store.close();
    const again = await openSandbox();
    expect([again.database.size, again.record]).to.deep.equal([0, undefined]);
    again.store.close();
  });
});
