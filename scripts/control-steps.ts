import type { Page } from 'playwright-core';
import { HostSite } from '../test/e2e/embedding/host-site.ts';
import { controlSamples, sampleForm, samplePicture } from '../test/support/every-control.ts';
import { openXml } from '../test/support/open-xml.ts';
import type { ScreenshotStep } from './screenshot-acts.ts';

const PAGE = `<!doctype html><html lang="en"><title>Every question</title><link rel="stylesheet" href="page.css">
  <script type="module" src="caseload/xf-form.js"></script><main><xf-form></xf-form></main></html>`;

/** Every question empty, answered, with an error, and where it cannot be changed: a form in a page of somebody else. */
export const controlSteps: readonly ScreenshotStep[] = [
  { name: 'controls-empty', act: (page) => show(page, sampleForm(controlSamples)) },
  {
    name: 'controls-answered',
    act: (page) => show(page, sampleForm(controlSamples, { answered: true })),
  },
  { name: 'controls-error', act: showErrors },
  {
    name: 'controls-readonly',
    act: (page) =>
      show(page, sampleForm(controlSamples, { answered: true, bind: 'readonly="true()"' })),
  },
];

async function showErrors(page: Page): Promise<void> {
  await show(page, sampleForm(controlSamples, { bind: 'required="true()"' }));
  await page.getByRole('button', { name: 'Send form' }).click();
  await page.getByText('Answer this question').first().waitFor();
}

async function show(page: Page, form: string): Promise<void> {
  // A form is written in the direction of its own language.
  const isRightToLeft = await page.evaluate(() => document.dir === 'rtl');
  const xml = isRightToLeft ? form.replace('lang="en"', 'lang="ar"') : form;
  const site = new HostSite({
    '/': PAGE,
    '/page.css':
      'body { margin: 1rem; color-scheme: light dark; } @media (prefers-color-scheme: dark) { body { background: #15191b; } }',
    '/picture.svg': samplePicture,
  });
  await page.goto(await site.open());
  await openXml(page, xml);
  await page.waitForTimeout(500);
  await site.close();
}
