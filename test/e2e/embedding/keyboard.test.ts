import { expect } from 'chai';
import type { Browser, Page } from 'playwright-core';
import type { XfForm } from '../../../src/elements/form/xf-form.ts';
import { controlSamples, sampleForm, samplePicture } from '../../support/every-control.ts';
import { launchBrowser, openPage, type OpenedPage } from '../../support/launch-browser.ts';
import { HostSite } from './host-site.ts';

const page = `<!doctype html><html lang="en"><title>Keys</title>
  <script type="module" src="caseload/xf-form.js"></script><script type="module" src="page.js"></script></html>`;

const script = `window.open_ = (xml) => {
  const form = document.createElement('xf-form');
  form.xml = xml;
  form.media = () => '/picture.svg';
  const ready = new Promise((resolve) => form.addEventListener('xf-ready', resolve, { once: true }));
  document.body.replaceChildren(form);
  return ready.then(() => undefined);
};`;

const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

async function press(page: Page, step: string): Promise<void> {
  const [, key] = /^\[(\w+)\]$/.exec(step) ?? [];
  if (key === undefined) return page.keyboard.type(step);
  if (key !== 'file') return page.keyboard.press(key);
  const [chooser] = await Promise.all([
    page.waitForEvent('filechooser'),
    page.keyboard.press('Enter'),
  ]);
  await chooser.setFiles({ name: 'leg.png', mimeType: 'image/png', buffer: png });
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
  const site = new HostSite({ '/': page, '/page.js': script, '/picture.svg': samplePicture });
  let browser: Browser;
  let opened: OpenedPage;

  before(async () => {
    const url = await site.open();
    browser = await launchBrowser();
    opened = await openPage(browser, 'light', { locale: 'en-US', timezoneId: 'Africa/Nairobi' });
    opened.page.setDefaultTimeout(10_000);
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
      await page.evaluate((given) => (window as never as { open_(xml: string): unknown }).open_(given), xml); // prettier-ignore
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
