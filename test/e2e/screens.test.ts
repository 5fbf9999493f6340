import { expect } from 'chai';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { Browser, Page } from 'playwright-core';
import type { ScreenshotStep } from '../../scripts/screenshot-acts.ts';
import { stories } from '../../scripts/stories.ts';
import { launchBrowser, openPage } from '../support/launch-browser.ts';
import type { RunningServer } from '../support/start-server.ts';
import { startServer } from '../support/start-server.ts';

interface Violation {
  readonly id: string;
  readonly nodes: readonly { readonly html: string; readonly failureSummary?: string }[];
}

interface Axe {
  run(context: Document, options?: object): Promise<{ violations: readonly Violation[] }>;
}

/** A screen that takes longer than this to come is not coming. */
const PATIENCE = 30_000;

describe('every screen that a picture is taken of', () => {
  let axe: string;
  let server: RunningServer;
  let browser: Browser;

  before(async () => {
    axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
    server = await startServer();
    browser = await launchBrowser();
  });

  after(async () => {
    await browser?.close();
    await server?.stop();
  });

  for (const [story, steps] of Object.entries(stories)) {
    it(`can be used by everybody, in light and dark colours: ${story}`, async () => {
      const { page, close } = await openPage(browser);
      page.setDefaultTimeout(PATIENCE);
      const faults: string[] = [];
      for (const step of steps) {
        await reach(page, step);
        faults.push(...(await faultsOf(page)).map((fault) => `${step.name}: ${fault}`));
      }
      expect(faults).to.deep.equal([]);
      await close();
    });
  }

  async function reach(page: Page, { name, path, act }: ScreenshotStep): Promise<void> {
    try {
      if (path !== undefined) await page.goto(server.url + path, { waitUntil: 'networkidle' });
      await act?.(page);
    } catch (error) {
      throw new Error(`The screen ${name} is not reached: ${(error as Error).message}`);
    }
  }

  async function faultsOf(page: Page): Promise<string[]> {
    await page.evaluate(axe);
    const inLight = await page.evaluate(findFaults, {});
    await page.emulateMedia({ colorScheme: 'dark' });
    // All else is the same in other colours.
    const inDark = await page.evaluate(findFaults, { runOnly: ['color-contrast'] });
    await page.emulateMedia({ colorScheme: 'light' });
    return [...inLight, ...inDark.map((fault) => `dark: ${fault}`)];
  }
});

// Runs in the page.
async function findFaults(rules: { readonly runOnly?: readonly string[] }): Promise<string[]> {
  const { axe } = window as unknown as { axe: Axe };
  // What passes is not described, which would take longer than finding it.
  const { violations } = await axe.run(document, { ...rules, resultTypes: ['violations'] });
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary = '' }) => `${id} in ${html} (${failureSummary})`),
  );
}
