import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { DataFolderLockedError, lockDataFolder } from '../../src/server/sql/data-folder-lock.ts';

describe('data folder lock', () => {
  let folder: string;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'caseload-lock-'));
  });
  afterEach(() => rm(folder, { recursive: true }));

  const lockFile = () => join(folder, 'caseload.lock');

  async function refusal(): Promise<string> {
    const error = await lockDataFolder(folder).then(
      () => undefined,
      (reason: unknown) => reason,
    );
    expect(error).to.be.instanceOf(DataFolderLockedError);
    return (error as Error).message;
  }

  /** Changes what the lock says about its holder. */
  async function rewrite(changes: object): Promise<void> {
    const holder = JSON.parse(await readFile(lockFile(), 'utf8')) as object;
    await writeFile(lockFile(), JSON.stringify({ ...holder, ...changes }));
  }

  it('refuses a folder that is in use, in a sentence with folder, process and remedy', async () => {
    const lock = await lockDataFolder(folder);
    const message = await refusal();
    expect(message).to.contain(folder);
    expect(message).to.contain(`process ${process.pid}`);
    expect(message).to.contain('--data');
    await lock.release();
  });

  it('can be taken again after it was given back, and leaves nothing behind', async () => {
    for (let round = 0; round < 2; round += 1) await (await lockDataFolder(folder)).release();
    expect(await readdir(folder)).to.deep.equal([]);
  });

  it('replaces the lock of a process that has ended', async () => {
    const child = spawn(process.execPath, ['-e', '']);
    await once(child, 'exit');
    await lockDataFolder(folder);
    await rewrite({ pid: child.pid });
    const lock = await lockDataFolder(folder);
    expect(await readFile(lockFile(), 'utf8')).to.contain(`"pid":${process.pid}`);
    await lock.release();
  });

  it('replaces the lock of an earlier process with the number of a living one', async () => {
    await lockDataFolder(folder);
    await rewrite({ startTime: '1' });
    await (await lockDataFolder(folder)).release();
  });

  it('replaces a lock that was cut off while it was written', async () => {
    await writeFile(lockFile(), '{"pid":');
    await (await lockDataFolder(folder)).release();
  });

  it('does not judge a process on another machine, and names the file to delete', async () => {
    await lockDataFolder(folder);
    await rewrite({ host: 'elsewhere', pid: 1 });
    expect(await refusal())
      .to.contain('elsewhere')
      .and.contain(lockFile());
  });

  it('is given to one only of many who find a stale lock at once', async () => {
    await lockDataFolder(folder);
    await rewrite({ startTime: '1' });
    const results = await Promise.allSettled(
      Array.from({ length: 30 }, () => lockDataFolder(folder)),
    );
    const taken = results.filter((result) => result.status === 'fulfilled');
    expect(taken.length).to.equal(1);
    expect(await readdir(folder)).to.deep.equal(['caseload.lock']);
  });

  it('leaves the lock of somebody else alone when its own has been replaced', async () => {
    const first = await lockDataFolder(folder);
    await rewrite({ startTime: '1' });
    const second = await lockDataFolder(folder);
    await first.release();
    await refusal();
    await second.release();
  });
});
