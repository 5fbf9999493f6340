import { expect } from 'chai';
import type { Browser, FileChooser, Page } from 'playwright-core';
import type { XfForm } from '../../../src/elements/form/xf-form.ts';
import { controlSamples, sampleForm, samplePicture } from '../../support/every-control.ts';
import { launchBrowser, openPage, type OpenedPage } from '../../support/launch-browser.ts';
import { openXml } from '../../support/open-xml.ts';
import { HostSite } from './host-site.ts';

const page = `<!doctype html><html lang="en"><title>Keys</title>
  <script type="module" src="caseload/xf-form.js"></script><xf-form></xf-form></html>`;

const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

async function press(page: Page, step: string): Promise<void> {
  const [, key] = /^\[(\w+)\]$/.exec(step) ?? [];
  if (key === undefined) return page.keyboard.type(step);
  if (key !== 'file') return page.keyboard.press(key);
  const chooser = await openChooser(page);
  await chooser.setFiles({ name: 'leg.png', mimeType: 'image/png', buffer: png });
}

/** A busy browser lets a key go by that comes before it has noticed the one before. */
async function openChooser(page: Page, tries = 3): Promise<FileChooser> {
  const opened = page.waitForEvent('filechooser', { timeout: 3000 }).catch(() => undefined);
  await page.keyboard.press('Enter');
  const chooser = await opened;
  if (chooser !== undefined) return chooser;
  if (tries === 1)
    throw new Error(`Enter opens no window to choose a file: ${await focusedElement(page)}`);
  return openChooser(page, tries - 1);
}

function focusedElement(page: Page): Promise<string> {
  return page.evaluate(() => {
    let at = document.activeElement;
    while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
    return at?.outerHTML ?? 'nothing has the focus';
  });
}

/** The reference of the question that has the focus. */
function focusedQuestion(page: Page): Promise<string | undefined> {
  return page.evaluate(() => {
    let at = document.activeElement;
    let name: string | undefined;
    while (at) {
      const own = (at as { name?: string }).name ?? '';
      if (own.startsWith('/')) name = own;
      at = at.shadowRoot?.activeElement ?? null;
    }
    return name;
  });
}

async function pressUntil(page: Page, key: string, question: string): Promise<number> {
  for (let steps = 1; steps <= 20; steps += 1) {
    await page.keyboard.press(key);
    if ((await focusedQuestion(page)) === question) return steps;
  }
  throw new Error(`${key} does not come to ${question}`);
}

const lexical = (page: Page, ref: string) =>
  page.evaluate(
    (wanted) => document.querySelector<XfForm>('xf-form')?.form?.node(wanted)?.lexical,
    ref,
  );

describe('every question, by the keyboard alone', () => {
  const site = new HostSite({ '/': page, '/picture.svg': samplePicture });
  let browser: Browser;
  let opened: OpenedPage;

  before(async () => {
    const url = await site.open();
    browser = await launchBrowser();
    opened = await openPage(browser, 'light', { locale: 'en-US', timezoneId: 'Africa/Nairobi' });
    opened.page.setDefaultTimeout(10_000);
    // Somebody listens all the time: a window that comes before the browser was told to catch it blocks all later ones.
    opened.page.on('filechooser', () => undefined);
    await opened.page.goto(url);
  });

  after(async () => {
    await browser?.close();
    await site.close();
  });

  for (const sample of controlSamples)
    it(`${sample.name}: Tab comes to it, keys answer it, Tab leaves it and comes back`, async () => {
      const { page } = opened;
      const xml = sampleForm([sample], { around: 'boxes' });
      await openXml(page, xml);
      const ref = `/d/${sample.name}`;
      await page.getByLabel('before').focus();
      await pressUntil(page, 'Tab', ref);
      for (const step of sample.keys) await press(page, step);
      if (sample.keys.includes('[file]')) await page.waitForTimeout(200);
      await pressUntil(page, 'Tab', '/d/after');
      const answer = (await lexical(page, ref)) ?? '';
      if (typeof sample.answered === 'string') expect(answer).to.equal(sample.answered);
      else expect(answer).to.match(sample.answered);
      await pressUntil(page, 'Shift+Tab', ref);
      await pressUntil(page, 'Shift+Tab', '/d/before');
      expect(opened.problems).to.deep.equal([]);
    });
});
