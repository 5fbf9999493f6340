// npm run walk -- FOLDER [words …]: opens each app below a folder in a real Chromium, with each of its restores, walks through all of
// it, opens alone the forms that no way led to, and says what went wrong where. Words choose the apps whose path has one of them. Ends
// with 1 when something went wrong.
import type { Browser } from 'playwright-core';
import type { AppForm } from '../src/suite/app-definition.ts';
import { loadCcz } from '../src/suite/load-ccz.ts';
import { findArchives } from '../test/e2e/walk/find-archives.ts';
import type { Archive } from '../test/e2e/walk/find-archives.ts';
import { openForms } from '../test/e2e/walk/open-forms.ts';
import type { PlaceText } from '../test/e2e/walk/walk-app.ts';
import { openArchive, walkPage } from '../test/e2e/walk/walk-page.ts';
import { launchBrowser } from '../test/support/launch-browser.ts';
import { startServer } from '../test/support/start-server.ts';
import { buildIfStale } from './build.js';

const [folder, ...words] = process.argv.slice(2);
if (folder === undefined) throw new Error('Usage: npm run walk -- FOLDER [words …]');

await buildIfStale();
const server = await startServer();
const browser = await launchBrowser();
const chosen = findArchives(folder).filter(
  ({ name }) => words.length === 0 || words.some((word) => name.includes(word)),
);
let failed = 0;
for (const archive of chosen) if (!(await walked(browser, archive))) failed += 1;
console.log(`${chosen.length} apps walked, ${failed} with something wrong`);
process.exitCode = failed > 0 ? 1 : 0;
await browser.close();
await server.stop();

async function walked(inBrowser: Browser, archive: Archive): Promise<boolean> {
  const walk = await walkPage(inBrowser, server.url, (page) => openArchive(page, archive));
  const rest = formsBeside(archive, walk.opened);
  const alone = await openForms(inBrowser, server.url, rest, archive.restore);
  const { menus, lists, forms, asking, emptyLists } = walk;
  const counts = [
    `${menus.length} menus`,
    `${lists.length} lists (${emptyLists.length} empty)`,
    `${forms.length} ways to ${walk.opened.size} forms`,
    `${alone.count} forms alone`,
    `${asking.length} pages that ask a server`,
  ];
  console.log(`${archive.name}: ${counts.join(', ')}`);
  print('console', [...walk.console, ...alone.console]);
  print('stop', walk.stops);
  print('refused', [...walk.refused, ...alone.refused]);
  print('fault', walk.faults);
  return [walk.console, walk.refused, alone.console, alone.refused].every(({ length }) => !length);
}

function formsBeside({ name, bytes }: Archive, opened: ReadonlySet<string>): AppForm[] {
  const { forms } = loadCcz(bytes, name);
  return [...forms.values()].filter(({ xmlns }) => !opened.has(xmlns));
}

function print(kind: string, texts: readonly PlaceText[]): void {
  for (const { place, text } of texts)
    console.log(`  ${kind}: ${place}: ${text.replaceAll(/\s+/g, ' ').trim()}`);
}
