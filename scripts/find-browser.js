import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { runToEnd } from './setup.js';

const names = ['google-chrome', 'google-chrome-stable', 'chromium', 'chromium-browser', 'msedge'];
const moreNames = ['microsoft-edge', 'microsoft-edge-stable', 'chrome.exe', 'msedge.exe'];

const knownPlaces = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  ...['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'].flatMap((variable) => [
    join(process.env[variable] ?? '', 'Google/Chrome/Application/chrome.exe'),
    join(process.env[variable] ?? '', 'Microsoft/Edge/Application/msedge.exe'),
  ]),
];

/** What one can do when there is no browser. */
export const browserRemedy =
  'No Chromium browser was found: install Chromium, Google Chrome or Microsoft Edge, or set CHROME_PATH to its program.';

/** The path of a Chromium-based browser, or `undefined`. CHROME_PATH comes first; a wrong CHROME_PATH is an error. */
export function findBrowser() {
  const given = process.env.CHROME_PATH;
  if (given && !existsSync(given))
    throw new Error(`CHROME_PATH names ${given}, which does not exist.`);
  return given || inSearchPath() || knownPlaces.find((place) => existsSync(place));
}

function inSearchPath() {
  const folders = (process.env.PATH ?? '').split(delimiter).filter(Boolean);
  const candidates = [...names, ...moreNames].flatMap((name) => folders.map((f) => join(f, name)));
  return candidates.find((candidate) => existsSync(candidate));
}

/** Finds a browser, or installs Debian's or Ubuntu's Chromium when we are root there. Throws with the remedy. */
export async function ensureBrowser() {
  const browser = findBrowser() ?? (await installWithApt());
  if (!browser) throw new Error(browserRemedy);
  return browser;
}

async function installWithApt() {
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return undefined;
  console.log('No browser found: installing chromium with apt-get …');
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const quiet = { env, stdio: ['ignore', 'ignore', 'inherit'] };
  await runToEnd('apt-get', ['update', '-qq'], quiet);
  await runToEnd('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium'], quiet);
  return findBrowser();
}

/** The arguments that tests start Chromium with: at home in containers and as root, nothing in the background. */
export const browserArguments = [
  '--no-sandbox',
  '--disable-dev-shm-usage',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];
