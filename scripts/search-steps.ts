import type { Page } from 'playwright-core';
import { errandsCcz, searchableErrands } from '../test/support/errands-app.ts';
import { follow, signInToAdministration, uploadApp } from './admin-acts.ts';
import { answer, lookAround, press, send } from './screenshot-acts.ts';
import type { ScreenshotStep } from './screenshot-acts.ts';

const APP = 'Errands';

/** A compiled app that the project offers: what one waits for, practice, and finding and claiming what somebody else has. */
export const searchSteps: readonly ScreenshotStep[] = [
  { name: 'admin-app-uploaded', path: '/admin', act: offerApp },
  { name: 'signing-in', path: '/', act: waitForServer },
  { name: 'restore-progress', act: waitForCases },
  { name: 'app-with-practice', path: '/', act: lookAround('zed', APP) },
  { name: 'practice', act: practise },
  { name: 'practice-list', act: (page) => press(page, 'Give an errand away') },
  { name: 'practice-ended', act: endPractice },
  { name: 'search-prompts', act: openSearch },
  { name: 'search-nothing', act: findNothing },
  { name: 'search-found', act: findWater },
  { name: 'search-claimed', act: claim },
  { name: 'sign-in-again', act: endSession },
];

async function offerApp(page: Page): Promise<void> {
  await signInToAdministration(page);
  await follow(page, 'Project');
  await page.getByLabel('Types of cases that everybody may search for').fill('errand');
  await press(page, 'Save');
  await page.getByRole('status').getByText('saved').waitFor();
  await follow(page, 'Apps');
  if ((await page.getByRole('link', { name: APP, exact: true }).count()) > 0) return;
  await uploadApp(page, 'errands.ccz', errandsCcz(searchableErrands));
  await page.getByText('is the current version').waitFor();
}

async function waitForServer(page: Page): Promise<void> {
  await press(page, 'Sign out');
  await page.locator('case-start').waitFor();
  await page.route('**/api/session', () => undefined);
  await page.getByLabel('User name').fill('zed');
  await page.getByLabel('Password', { exact: true }).fill('caseload');
  await press(page, 'Sign in');
  await page.getByRole('button', { name: /^Signing in/ }).waitFor();
}

/** Cases of so small a project come at once: the page is shown how it is with many, while the server keeps it waiting. */
async function waitForCases(page: Page): Promise<void> {
  await page.locator('case-app').evaluate((app) => {
    Object.assign(app, { loading: { received: 4_200_000, read: 0.4 } });
  });
  await page.locator('case-loading').waitFor();
  await page.unrouteAll();
}

async function practise(page: Page): Promise<void> {
  await press(page, 'Practise');
  await page.getByRole('button', { name: 'End practice' }).waitFor();
}

async function endPractice(page: Page): Promise<void> {
  await press(page, 'End practice');
  await page.getByText('All sent').waitFor();
}

async function openSearch(page: Page): Promise<void> {
  await lookAround('maria', APP, 'New errand')(page);
  await answer(page, [[/What is to be done/, 'Fetch water']]);
  await send(page);
  await lookAround('zed', APP, 'Give an errand away')(page);
  await press(page, 'Search all errands');
  await page.locator('case-query').waitFor();
}

async function findNothing(page: Page): Promise<void> {
  await find(page, 'nothing of the kind');
  await page.locator('case-list .empty').waitFor();
}

async function findWater(page: Page): Promise<void> {
  await page.getByRole('navigation').getByRole('button', { name: 'Find' }).click();
  await find(page, 'water');
  await page.locator('case-list tbody button').first().waitFor();
}

async function find(page: Page, words: string): Promise<void> {
  await page.getByLabel('Words of the errand').fill(words);
  await press(page, 'Search');
}

async function claim(page: Page): Promise<void> {
  await press(page, 'Fetch water');
  await page.getByLabel('Whose is it from now on?').waitFor();
}

async function endSession(page: Page): Promise<void> {
  await page.context().clearCookies();
  await press(page, 'Sync now');
  await press(page, 'Sign in again');
  await page.getByRole('dialog').waitFor();
}
