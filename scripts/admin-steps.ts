import type { Page } from 'playwright-core';
import { press } from './screenshot-acts.ts';
import type { ScreenshotStep } from './screenshot-acts.ts';

/** The pages on which the demo project is changed. Nothing is: every variant meets the same project. */
export const adminSteps: readonly ScreenshotStep[] = [
  { name: 'admin-people', path: '/admin#/people', act: signIn },
  { name: 'admin-person', act: (page) => follow(page, 'Nina Achieng') },
  { name: 'admin-impact', act: leaveVillageB },
  { name: 'admin-groups', act: stayAsItIs },
  { name: 'admin-group', act: (page) => follow(page, 'Village A') },
  { name: 'admin-levels', act: (page) => follow(page, 'Organization levels') },
  { name: 'admin-level', act: (page) => follow(page, 'Clinic') },
  { name: 'admin-locations', act: (page) => follow(page, 'Locations') },
  { name: 'admin-location', act: (page) => follow(page, 'Hill post') },
  { name: 'admin-history', act: (page) => follow(page, 'History') },
];

async function signIn(page: Page): Promise<void> {
  await page.getByLabel('User name').fill('admin');
  await page.getByLabel('Password', { exact: true }).fill('caseload');
  await press(page, 'Sign in');
  await page.getByRole('link', { name: 'Nina Achieng' }).waitFor();
}

async function follow(page: Page, name: string): Promise<void> {
  await page.getByRole('link', { name }).first().click();
  await page.locator('h1').first().waitFor();
  await page.waitForLoadState('networkidle');
}

async function leaveVillageB(page: Page): Promise<void> {
  await page.getByLabel('Village B').uncheck();
  await press(page, 'Save');
  await page.getByRole('dialog').waitFor();
}

async function stayAsItIs(page: Page): Promise<void> {
  await press(page, 'Leave it as it is');
  await follow(page, 'Groups');
}
