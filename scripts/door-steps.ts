import type { Page } from 'playwright-core';
import { errandsCcz, errandsFiles, errandsRestore } from '../test/support/errands-app.ts';
import { openFiles } from '../test/e2e/walk/open-files.ts';
import { lookAround, press } from './screenshot-acts.ts';
import type { ScreenshotStep } from './screenshot-acts.ts';

/** The ways in: files and addresses, an app that is not whole, working as another user. */
export const doorSteps: readonly ScreenshotStep[] = [
  { name: 'open-nothing', path: '/' },
  { name: 'open-given', act: giveFiles },
  { name: 'open-bad-address', act: (page) => giveAddress(page, 'nowhere:') },
  { name: 'open-refused', act: openRefused },
  { name: 'app-notes', path: '/', act: openBrokenApp },
  { name: 'app-notes-open', act: (page) => page.locator('case-app-notes summary').click() },
  { name: 'act-as', path: '/', act: openActAs },
  { name: 'act-as-found', act: findNurse },
  { name: 'act-as-nobody', act: (page) => page.getByLabel('Search by name').fill('qwertz') },
  { name: 'acting', act: actAsMaria },
];

async function giveFiles(page: Page): Promise<void> {
  const buffer = Buffer.from(errandsRestore);
  const restore = { name: 'ann.xml', mimeType: 'text/xml', buffer };
  await page.locator('case-open #restore').setInputFiles(restore);
  await giveAddress(page, 'https://example.org/apps/errands/profile.ccpr');
  await page.locator('case-open .file').nth(1).waitFor();
}

async function giveAddress(page: Page, address: string): Promise<void> {
  await page.getByLabel('Or give the address of an app').fill(address);
  await press(page, 'Add address');
}

async function openRefused(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Open', exact: true }).click();
  await page.locator('case-open .problems').waitFor();
}

async function openBrokenApp(page: Page): Promise<void> {
  const { 'modules-0/forms-1.xml': _, ...files } = errandsFiles;
  await openFiles(page, { name: 'errands.ccz', bytes: errandsCcz(files) }, errandsRestore);
  await page.locator('case-app-notes summary').waitFor();
}

async function openActAs(page: Page): Promise<void> {
  await lookAround('admin', 'Village rounds')(page);
  await press(page, 'Work as…');
  await page.locator('case-act-as .people button').first().waitFor();
}

async function findNurse(page: Page): Promise<void> {
  await page.getByLabel('Search by name').fill('nurse');
  await page.locator('case-act-as .people button').nth(1).waitFor({ state: 'detached' });
}

async function actAsMaria(page: Page): Promise<void> {
  await page.getByLabel('Search by name').fill('maria');
  await page.locator('case-act-as .people').getByRole('button', { name: 'maria' }).click();
  await page.getByRole('button', { name: /^Back to/ }).waitFor();
}
