import type { Page } from 'playwright-core';
import { press } from './screenshot-acts.ts';
import type { ScreenshotStep } from './screenshot-acts.ts';

/** The pages on which the demo project is changed. Nothing is, but for one form that gives a case to nobody, so that there is one to look at. */
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
  { name: 'admin-fields', act: addField },
  { name: 'admin-table', act: addTable },
  { name: 'admin-concerns', act: giveToNobody },
  { name: 'admin-cases', act: (page) => follow(page, 'Cases') },
  { name: 'admin-case', act: (page) => follow(page, 'Amina') },
  { name: 'admin-import', act: (page) => follow(page, 'Import and export') },
  { name: 'admin-settings', act: (page) => follow(page, 'Project') },
  { name: 'admin-holdings', act: openHoldings },
  { name: 'admin-history', act: (page) => follow(page, 'History') },
];

async function signIn(page: Page): Promise<void> {
  await page.getByLabel('User name').fill('admin');
  await page.getByLabel('Password', { exact: true }).fill('caseload');
  await press(page, 'Sign in');
  await page.getByRole('link', { name: 'Nina Achieng' }).waitFor();
}

async function follow(page: Page, name: string): Promise<void> {
  await page.getByRole('link', { name, exact: true }).first().click();
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

async function addField(page: Page): Promise<void> {
  await follow(page, 'User data');
  await press(page, 'Add a question');
}

async function addTable(page: Page): Promise<void> {
  await follow(page, 'Lookup tables');
  await follow(page, 'Add a table');
}

const FORM = `<data xmlns="urn:caseload:sample" name="Handing over">
  <case xmlns="http://commcarehq.org/case/transaction/v2" case_id="sample-amina" date_modified="2026-03-01T08:00:00Z">
    <create><case_type>client</case_type><case_name>Amina</case_name><owner_id>a-post-that-was-closed</owner_id></create>
    <update><village>Kisumu</village></update></case>
  <meta xmlns="http://openrosa.org/jr/xforms"><instanceID>uuid:sample-amina</instanceID></meta></data>`;

async function giveToNobody(page: Page): Promise<void> {
  await page.evaluate(async (body) => {
    const headers = { 'Content-Type': 'text/xml' };
    await fetch('/api/receiver', { method: 'POST', headers, body });
  }, FORM);
  await follow(page, 'To look at');
  await page
    .getByRole('button', { name: /All is well/ })
    .first()
    .waitFor();
}

async function openHoldings(page: Page): Promise<void> {
  await follow(page, 'People');
  await follow(page, 'Wanda Atieno');
  await page.getByText('What this person’s devices receive').click();
  await page.getByText('Session data').waitFor();
}
