import type { Page } from 'playwright-core';
import { openFiles } from '../test/e2e/walk/open-files.ts';
import { wardCcz, wardRestore } from '../test/support/ward-app.ts';
import { press } from './screenshot-acts.ts';
import type { ScreenshotStep } from './screenshot-acts.ts';

/** A compiled app with tiles, graphs, a search, and a menu and a case that stay in sight, in order, once in each variant. */
export const wardSteps: readonly ScreenshotStep[] = [
  { name: 'ward-query', path: '/', act: openSearch },
  { name: 'ward-search-failed', act: search },
  { name: 'ward-tiles', act: (page) => goTo(page, 'Beds', 'case-list') },
  { name: 'ward-list', act: (page) => goTo(page, 'Round', 'case-list') },
  { name: 'ward-detail', act: openPatient },
  { name: 'ward-graph', act: (page) => page.getByRole('tab', { name: 'Readings' }).click() },
  { name: 'ward-form', act: openForm },
  { name: 'ward-inspector', act: inspect },
];

async function openSearch(page: Page): Promise<void> {
  await openFiles(page, { name: 'ward.ccz', bytes: wardCcz() }, wardRestore);
  await press(page, /^Search$/);
  await page.locator('case-query').waitFor();
}

async function search(page: Page): Promise<void> {
  await page.locator('case-query').getByRole('button', { name: 'Search' }).click();
  await page.locator('case-query').getByRole('alert').waitFor();
}

async function goTo(page: Page, choice: string, tag: string): Promise<void> {
  await page.getByRole('button', { name: 'Ward', exact: true }).click();
  await page.locator('case-menu').getByRole('button', { name: choice, exact: true }).click();
  await page.locator(tag).waitFor();
}

async function openPatient(page: Page): Promise<void> {
  await press(page, 'Amina Diallo');
  await page.locator('case-detail').waitFor();
}

async function openForm(page: Page): Promise<void> {
  await press(page, 'Continue');
  await page.locator('xf-form').waitFor();
}

async function inspect(page: Page): Promise<void> {
  await press(page, 'Inspect');
  await page.locator('dev-inspector').waitFor();
}
