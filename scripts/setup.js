import { spawn } from 'node:child_process';
import { existsSync, lstatSync, readdirSync, statSync } from 'node:fs';
import { constants } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The project folder, absolute. Scripts work from any current folder. */
export const projectFolder = dirname(dirname(fileURLToPath(import.meta.url)));

/** Installs the npm packages when they are absent or older than package-lock.json. Uses Node alone. */
export async function ensurePackages() {
  requireNode(20, 11);
  if (packagesAreCurrent()) return;
  refuseLinkedPackages();
  console.log('Installing the npm packages (once, about a minute) …');
  // npm is a .cmd file on Windows, which only a shell can start.
  const code = await runToEnd('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], {
    shell: process.platform === 'win32',
  });
  if (code !== 0)
    fail('`npm ci` failed: see its message above; check the network and Node ≥ 20.11.');
}

function requireNode(major, minor) {
  const [ours, oursMinor] = process.versions.node.split('.').map(Number);
  if (ours > major || (ours === major && oursMinor >= minor)) return;
  fail(`Caseload needs Node ${major}.${minor} or newer; this is Node ${process.versions.node}.`);
}

// `npm ci` would empty the folder that a link leads to, which belongs to another checkout.
function refuseLinkedPackages() {
  const folder = join(projectFolder, 'node_modules');
  const isLink = lstatSync(folder, { throwIfNoEntry: false })?.isSymbolicLink();
  if (isLink)
    fail(`${folder} is a link and out of date: run \`npm ci\` where it leads, or remove it.`);
}

function packagesAreCurrent() {
  // npm writes this file last: an interrupted installation has none.
  const installed = timeOf('node_modules/.package-lock.json');
  return installed > 0 && installed >= timeOf('package-lock.json');
}

/**
 * Time of the newest change below the paths (files or folders, relative to the project), in ms since 1970;
 * 0 when none exists. Folders count too, so that a deleted file is a change.
 */
export function newestChange(paths) {
  return Math.max(0, ...paths.map((path) => newestBelow(join(projectFolder, path))));
}

function newestBelow(path) {
  if (!existsSync(path)) return 0;
  const stats = statSync(path);
  if (!stats.isDirectory()) return stats.mtimeMs;
  return Math.max(stats.mtimeMs, ...readdirSync(path).map((name) => newestBelow(join(path, name))));
}

function timeOf(path) {
  const file = join(projectFolder, path);
  return existsSync(file) ? statSync(file).mtimeMs : 0;
}

/**
 * Runs a program in the project folder, with our input and output, to its end. SIGINT and SIGTERM that reach us reach
 * it too. Returns its exit code; 128 + the signal's number when a signal ended it or one was passed on; 127 when the
 * program was not found.
 */
export function runToEnd(program, args, options = {}) {
  const child = spawn(program, args, { cwd: projectFolder, stdio: 'inherit', ...options });
  let passedOn = null;
  const forward = (signal) => {
    passedOn = signal;
    // A terminal sends Ctrl-C to the child as well: once is enough.
    if (signal !== 'SIGINT' || !process.stdin.isTTY) child.kill(signal);
  };
  process.on('SIGINT', forward).on('SIGTERM', forward);
  return new Promise((resolve) => {
    const end = (code) => {
      process.off('SIGINT', forward).off('SIGTERM', forward);
      resolve(code);
    };
    child.once('error', () => end(127));
    child.once('exit', (code, signal) => {
      const ending = passedOn ?? signal;
      end(ending ? 128 + constants.signals[ending] : code);
    });
  });
}

/** Whether an exit code of `runToEnd` is that of a person's or the system's wish to end: SIGINT or SIGTERM. */
export function isInterruption(code) {
  return code === 130 || code === 143;
}

/** Ends the process with one sentence that says what to do. */
export function fail(sentence) {
  console.error(sentence);
  process.exit(1);
}
