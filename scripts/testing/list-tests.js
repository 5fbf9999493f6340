import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { projectFolder } from '../setup.js';

/** What holds in Node must hold in the browser: the files of this folder run in both. */
const sharedFolder = 'test/sharing/';
const browserFolders = ['test/elements/', 'test/storage/', 'test/web/', sharedFolder];

/** The suites of `npm test`, in the order in which they run, with what each takes. */
export const suites = {
  node: (file) => file.startsWith(sharedFolder) || (!suites.browser(file) && !suites.e2e(file)),
  browser: (file) => browserFolders.some((folder) => file.startsWith(folder)),
  e2e: (file) => file.startsWith('test/e2e/'),
};

/** Test files of a suite whose path contains one of the filters (all when there is none), relative, sorted. */
export function listTests(suite, filters = []) {
  const wanted = (file) => filters.length === 0 || filters.some((part) => file.includes(part));
  return testFiles().filter((file) => suites[suite](file) && wanted(file));
}

function testFiles() {
  const folder = join(projectFolder, 'test');
  if (!existsSync(folder)) return [];
  const names = readdirSync(folder, { recursive: true }).map((name) => name.replaceAll('\\', '/'));
  return names
    .filter((name) => name.endsWith('.test.ts'))
    .map((name) => `test/${name}`)
    .sort();
}
