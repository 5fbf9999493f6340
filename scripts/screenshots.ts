// npm run screenshots [-- --url http://…  --path /x …  --variant dark …  --story owners …  --step name …]
//
// Saves pictures of the web app to .cache/screenshots: every step of every story (`stories.ts`) in light, dark, narrow (320 px) and
// right-to-left. Without --url it builds and starts a server with a temporary database. --path takes a picture of a page of its own in
// place of the steps.
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Browser } from 'playwright-core';
import { launchBrowser, openPage, pageVariants } from '../test/support/launch-browser.ts';
import type { PageVariant } from '../test/support/launch-browser.ts';
import { projectFolder } from '../test/support/source-file.ts';
import { startServer } from '../test/support/start-server.ts';
import { buildIfStale } from './build.js';
import type { ScreenshotStep } from './screenshot-acts.ts';
import { stories } from './stories.ts';

const folder = join(projectFolder, '.cache/screenshots');
const { values: chosen } = parseArgs({
  options: {
    url: { type: 'string' },
    path: { type: 'string', multiple: true },
    variant: { type: 'string', multiple: true },
    story: { type: 'string', multiple: true },
    step: { type: 'string', multiple: true },
  },
});

await mkdir(folder, { recursive: true });
await withServer(async (url) => {
  const browser = await launchBrowser();
  for (const variant of chosenVariants()) {
    for (const steps of chosenStories()) await takeAll(browser, url, variant, steps);
  }
  await browser.close();
});

async function withServer(use: (url: string) => Promise<void>): Promise<void> {
  if (chosen.url) return use(chosen.url.replace(/\/$/, ''));
  await buildIfStale();
  const server = await startServer();
  await use(server.url).finally(server.stop);
}

function chosenVariants(): readonly PageVariant[] {
  const wanted = chosen.variant;
  return wanted ? pageVariants.filter((variant) => wanted.includes(variant)) : pageVariants;
}

function chosenStories(): readonly (readonly ScreenshotStep[])[] {
  const { path: paths, story: wanted } = chosen;
  if (paths) return [paths.map((path) => ({ name: nameOf(path), path }))];
  const named = Object.entries(stories).filter(([name]) => !wanted || wanted.includes(name));
  return named.map(([, steps]) => steps);
}

function nameOf(path: string): string {
  return path.replace(/\W+/g, '-').replace(/^-|-$/g, '');
}

async function takeAll(
  browser: Browser,
  url: string,
  variant: PageVariant,
  steps: readonly ScreenshotStep[],
): Promise<void> {
  const { page, problems, close } = await openPage(browser, variant);
  for (const step of steps) {
    // Steps that are not asked for still have to be gone through.
    if (step.path !== undefined) await page.goto(url + step.path, { waitUntil: 'networkidle' });
    await step.act?.(page);
    if (chosen.step && !chosen.step.includes(step.name)) continue;
    const path = join(folder, `${step.name || 'root'}-${variant}.png`);
    await page.screenshot({ path, fullPage: true });
    console.log(path);
  }
  for (const problem of problems) console.log(`${variant}: ${problem}`);
  await close();
}
