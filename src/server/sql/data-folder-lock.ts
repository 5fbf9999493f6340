import { createHash, randomUUID } from 'node:crypto';
import { execFile } from 'node:child_process';
import { link, mkdir, readFile, unlink, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';

/** The data folder is in use: `message` names folder, process and remedy in one sentence. */
export class DataFolderLockedError extends Error {
  override readonly name = 'DataFolderLockedError';
}

export interface DataFolderLock {
  /** Gives the folder back; a second call does nothing. */
  release(): Promise<void>;
}

/** Who holds a folder. The start time tells a process from a later one that was given the same number. */
interface Holder {
  readonly pid: number;
  readonly startTime: string;
  readonly host: string;
  /** Unlike any other holder's, so that a lock is never mistaken for its predecessor. */
  readonly nonce: string;
}

const LOCK_FILE = 'caseload.lock';

/**
 * Takes the exclusive right to `folder` (made when missing) for this process. A lock that a dead process left behind is
 * replaced. Throws DataFolderLockedError when a living process holds it, or one on another machine that cannot be asked.
 */
export async function lockDataFolder(folder: string): Promise<DataFolderLock> {
  await mkdir(folder, { recursive: true });
  const file = join(resolve(folder), LOCK_FILE);
  const own = await ownHolder();
  // Each round either ends or has removed one stale lock; many rounds mean that many processes start at once.
  for (let round = 0; round < 20; round += 1) {
    if (await createLock(file, own)) return { release: () => releaseLock(file, own) };
    const other = await readHolder(file);
    if (other === undefined) continue;
    if (await isAlive(other)) throw lockedError(folder, file, other);
    await removeStaleLock(file, other);
  }
  throw new DataFolderLockedError(
    `The data folder ${resolve(folder)} could not be locked because other processes keep taking ${file}; ` +
      'stop them and start again.',
  );
}

async function ownHolder(): Promise<Holder> {
  const startTime = (await startTimeOf(process.pid)) ?? '';
  return { pid: process.pid, startTime, host: hostname(), nonce: randomUUID() };
}

/** Written aside and linked into place: the lock appears at once and whole, or not at all. */
async function createLock(file: string, own: Holder): Promise<boolean> {
  const draft = `${file}.${own.nonce}`;
  await writeFile(draft, JSON.stringify(own), { flag: 'wx' });
  try {
    await link(draft, file);
    return true;
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false;
    throw error;
  } finally {
    await unlink(draft);
  }
}

/** `undefined` when the lock has gone. A file that says nothing is a holder of whom nothing is known. */
async function readHolder(file: string): Promise<Holder | undefined> {
  const text = await readIfPresent(file);
  if (text === undefined) return undefined;
  try {
    return JSON.parse(text) as Holder;
  } catch {
    return { pid: 0, startTime: '', host: hostname(), nonce: text };
  }
}

async function isAlive(holder: Holder): Promise<boolean> {
  if (holder.host !== hostname()) return true;
  const startTime = await startTimeOf(holder.pid);
  return startTime !== undefined && startTime === holder.startTime;
}

/**
 * Two processes may find the same stale lock. The guard's name is made from that lock, so only one of them removes it,
 * and whoever comes late reads a different lock and leaves it alone.
 */
async function removeStaleLock(file: string, stale: Holder): Promise<void> {
  const guard = `${file}.${createHash('sha256').update(stale.nonce).digest('hex').slice(0, 16)}.stale`;
  if (!(await createGuard(guard))) return pause();
  try {
    const current = await readHolder(file);
    if (current?.nonce === stale.nonce) await unlink(file);
  } finally {
    await unlink(guard);
  }
}

async function createGuard(guard: string): Promise<boolean> {
  try {
    await writeFile(guard, '', { flag: 'wx' });
    return true;
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false;
    throw error;
  }
}

function pause(): Promise<void> {
  return new Promise((done) => setTimeout(done, 50));
}

async function releaseLock(file: string, own: Holder): Promise<void> {
  const current = await readHolder(file);
  if (current?.nonce === own.nonce) await unlink(file);
}

function lockedError(folder: string, file: string, holder: Holder): DataFolderLockedError {
  const path = resolve(folder);
  if (holder.host !== hostname()) {
    return new DataFolderLockedError(
      `The data folder ${path} is in use by process ${holder.pid} on ${holder.host}; stop that one, or, if it no ` +
        `longer runs, delete ${file}.`,
    );
  }
  return new DataFolderLockedError(
    `The data folder ${path} is in use by process ${holder.pid}; stop that process or give another folder with --data.`,
  );
}

/** When a process began, in the system's own terms; `undefined` when there is no such process. */
async function startTimeOf(pid: number): Promise<string | undefined> {
  if (!Number.isInteger(pid) || pid <= 0) return undefined;
  return process.platform === 'linux' ? startTimeFromProc(pid) : startTimeFromPs(pid);
}

async function startTimeFromProc(pid: number): Promise<string | undefined> {
  const stat = await readIfPresent(`/proc/${pid}/stat`);
  // The command stands in parentheses and may hold spaces; the start time is the 20th field after it (proc(5), 22).
  return stat?.slice(stat.lastIndexOf(')') + 2).split(' ')[19];
}

async function startTimeFromPs(pid: number): Promise<string | undefined> {
  if (process.platform === 'win32') return isRunning(pid) ? '' : undefined;
  try {
    const { stdout } = await promisify(execFile)('ps', ['-o', 'lstart=', '-p', String(pid)]);
    return stdout.trim() === '' ? undefined : stdout.trim();
  } catch {
    return undefined;
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return codeOf(error) === 'EPERM';
  }
}

async function readIfPresent(file: string): Promise<string | undefined> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    if (codeOf(error) === 'ENOENT' || codeOf(error) === 'ESRCH') return undefined;
    throw error;
  }
}

function codeOf(error: unknown): string | undefined {
  return (error as { code?: string }).code;
}
