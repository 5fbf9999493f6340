import type { Page } from 'playwright-core';
import { openFiles } from '../test/e2e/walk/open-files.ts';
import { wardCcz, wardRestore } from '../test/support/ward-app.ts';
import { press } from './screenshot-acts.ts';
import type { ScreenshotStep } from './screenshot-acts.ts';

/** A compiled app with tiles, graphs, searches, long lists, and a menu and a case that stay in sight, in order, once in each variant. */
export const wardSteps: readonly ScreenshotStep[] = [
  { name: 'ward-query', path: '/', act: openSearch },
  { name: 'ward-search-failed', act: search },
  { name: 'ward-menu', act: home },
  { name: 'ward-tiles', act: (page) => goTo(page, 'Beds', 'case-list') },
  { name: 'ward-tile', act: openBed },
  { name: 'ward-grid', act: (page) => goTo(page, 'More', 'case-menu') },
  { name: 'ward-prompts', act: (page) => choose(page, 'Ask everywhere', 'case-query') },
  { name: 'ward-prompts-wrong', act: answerWrongly },
  { name: 'ward-pages', act: turnPage },
  { name: 'ward-several', act: chooseSeveral },
  { name: 'ward-list', act: (page) => goTo(page, 'Round', 'case-list') },
  { name: 'ward-detail', act: openPatient },
  { name: 'ward-graph', act: (page) => page.getByRole('tab', { name: 'Readings' }).click() },
  { name: 'ward-graph-numbers', act: (page) => page.getByText('As a table').first().click() },
  { name: 'ward-form', act: openForm },
  { name: 'ward-inspector', act: inspect },
  { name: 'ward-inspector-value', act: evaluate },
  { name: 'ward-inspector-form', act: explainNode },
  { name: 'ward-inspector-cases', act: lookAtCase },
  { name: 'ward-inspector-session', act: (page) => openTab(page, 'Session') },
  { name: 'ward-inspector-changes', act: lookAtChanges },
  { name: 'ward-inspector-recording', act: record },
  { name: 'ward-inspector-app', act: (page) => openTab(page, 'App') },
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

async function home(page: Page): Promise<void> {
  const crumb = page.getByRole('button', { name: 'Ward', exact: true });
  if ((await crumb.count()) > 0) await crumb.click();
  await page.getByRole('heading', { name: 'Ward' }).waitFor();
}

async function goTo(page: Page, choice: string, tag: string): Promise<void> {
  await home(page);
  await choose(page, choice, tag);
}

async function choose(page: Page, choice: string, tag: string): Promise<void> {
  await page.locator('case-menu').getByRole('button', { name: choice, exact: true }).click();
  // A menu in a menu is the same element.
  if (tag === 'case-menu') await page.getByRole('heading', { name: choice }).waitFor();
  await page.locator(tag).waitFor();
}

async function openBed(page: Page): Promise<void> {
  await press(page, 'Chiku Mwangi');
  await page.locator('case-tile').waitFor();
}

async function answerWrongly(page: Page): Promise<void> {
  await page.getByLabel('Born on').fill('2099-01-01');
  await page.getByLabel('Room', { exact: true }).selectOption('2');
  await search(page);
}

async function turnPage(page: Page): Promise<void> {
  await goTo(page, 'More', 'case-menu');
  await choose(page, 'Visitors', 'case-list');
  await press(page, /^Next/);
}

async function chooseSeveral(page: Page): Promise<void> {
  await goTo(page, 'More', 'case-menu');
  await choose(page, 'Several patients', 'case-list');
  for (const name of ['Amina Diallo', 'Bea Otieno', 'Chiku Mwangi'])
    await page.getByRole('checkbox', { name }).check();
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

async function evaluate(page: Page): Promise<void> {
  await page
    .getByRole('combobox', { name: 'XPath expression' })
    .fill("count(instance('casedb')/casedb/case[room = 1]) + string-length(/data/note)");
  await page.getByRole('region', { name: 'Result' }).getByText(/^= \d/).first().waitFor();
}

async function explainNode(page: Page): Promise<void> {
  await openTab(page, 'Form');
  await page.locator('dev-form .choose', { hasText: 'note' }).first().click();
}

async function lookAtCase(page: Page): Promise<void> {
  await openTab(page, 'Cases');
  await page.locator('dev-cases .choose').first().click();
}

async function lookAtChanges(page: Page): Promise<void> {
  await page.getByLabel('What did you see?').fill('Sleeps well');
  await openTab(page, 'Changes');
}

async function record(page: Page): Promise<void> {
  await openTab(page, 'Recording');
  await page.locator('dev-recording').getByRole('button').first().click();
}

async function openTab(page: Page, name: string): Promise<void> {
  await page.locator('dev-inspector').getByRole('tab', { name, exact: true }).click();
}
