// npm run walk -- FOLDER [words …]: opens each app below a folder in a real Chromium, walks through all of it, and says what went
// wrong where. Words choose the apps whose path has one of them. Ends with 1 when something went wrong.
import type { Browser } from 'playwright-core';
import { findArchives } from '../test/e2e/walk/find-archives.ts';
import type { Archive } from '../test/e2e/walk/find-archives.ts';
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
  const { menus, lists, forms, searches } = walk;
  const counts = [
    `${menus.length} menus`,
    `${lists.length} lists`,
    `${forms.length} forms`,
    `${searches.length} searches`,
  ];
  console.log(`${archive.name}: ${counts.join(', ')}`);
  print('console', walk.console);
  print('stop', walk.stops);
  print('refused', walk.refused);
  print('fault', walk.faults);
  return walk.console.length + walk.refused.length === 0;
}

function print(kind: string, texts: readonly PlaceText[]): void {
  for (const { place, text } of texts)
    console.log(`  ${kind}: ${place}: ${text.replaceAll(/\s+/g, ' ').trim()}`);
}
