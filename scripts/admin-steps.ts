import type { Page } from 'playwright-core';
import { errandsCcz } from '../test/support/errands-app.ts';
import { follow, giveCaseToNobody, signInToAdministration, uploadApp } from './admin-acts.ts';
import { press } from './screenshot-acts.ts';
import type { ScreenshotStep } from './screenshot-acts.ts';

/** The pages on which the demo project is changed. Nothing is, but for one form that gives a case to nobody, so that there is one to look at. */
export const adminSteps: readonly ScreenshotStep[] = [
  { name: 'admin-sign-in', path: '/admin#/people' },
  { name: 'admin-not-allowed', act: signInAsWorker },
  { name: 'admin-people', act: signInAsAdministrator },
  { name: 'admin-people-trouble', act: (page) => page.getByLabel('Only people who').check() },
  { name: 'admin-person-new', act: (page) => follow(page, 'Add a person') },
  { name: 'admin-person', act: openNurse },
  { name: 'admin-impact', act: leaveVillageB },
  { name: 'admin-groups', act: stayAsItIs },
  { name: 'admin-group', act: (page) => follow(page, 'Village A') },
  { name: 'admin-levels', act: (page) => follow(page, 'Organization levels') },
  { name: 'admin-level', act: (page) => follow(page, 'Clinic') },
  { name: 'admin-locations', act: (page) => follow(page, 'Locations') },
  { name: 'admin-location', act: (page) => follow(page, 'Hill post') },
  { name: 'admin-archive', act: archiveRiverPost },
  { name: 'admin-fields', act: addField },
  { name: 'admin-table', act: addTable },
  { name: 'admin-apps', act: (page) => follow(page, 'Apps') },
  { name: 'admin-app', act: (page) => follow(page, 'Maternal health') },
  { name: 'admin-app-refused', act: (page) => uploadApp(page, 'notes.txt', Buffer.from('x')) },
  { name: 'admin-app-uploaded', act: uploadErrands },
  { name: 'admin-app-versions', act: openErrands },
  { name: 'admin-app-remove', act: (page) => press(page, 'Remove this app') },
  { name: 'admin-concerns', act: giveToNobody },
  { name: 'admin-cases', act: (page) => follow(page, 'Cases') },
  { name: 'admin-cases-orphans', act: selectOrphans },
  { name: 'admin-cases-none', act: findNoCase },
  { name: 'admin-case', act: openCase },
  { name: 'admin-import', act: (page) => follow(page, 'Import and export') },
  { name: 'admin-import-faults', act: (page) => importPeople(page, FAULTY) },
  { name: 'admin-import-plan', act: (page) => importPeople(page, SOUND) },
  { name: 'admin-import-columns', act: (page) => page.locator('details').first().click() },
  { name: 'admin-settings', act: (page) => follow(page, 'Project') },
  { name: 'admin-holdings', act: openHoldings },
  { name: 'admin-history', act: (page) => follow(page, 'History') },
];

async function signInAsWorker(page: Page): Promise<void> {
  await page.getByLabel('User name').fill('david');
  await page.getByLabel('Password', { exact: true }).fill('caseload');
  await press(page, 'Sign in');
  await page.getByText('Only administrators').waitFor();
}

async function signInAsAdministrator(page: Page): Promise<void> {
  await press(page, 'Sign out');
  await signInToAdministration(page);
}

async function openNurse(page: Page): Promise<void> {
  await follow(page, 'People');
  await follow(page, 'Nina Achieng');
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

async function archiveRiverPost(page: Page): Promise<void> {
  await follow(page, 'Locations');
  await follow(page, 'River post');
  await press(page, 'Archive this location');
  await page.getByRole('dialog').waitFor();
}

async function addField(page: Page): Promise<void> {
  await press(page, 'Leave it as it is');
  await follow(page, 'User data');
  await press(page, 'Add a question');
}

async function addTable(page: Page): Promise<void> {
  await follow(page, 'Lookup tables');
  await follow(page, 'Add a table');
}

async function uploadErrands(page: Page): Promise<void> {
  await follow(page, 'Apps');
  await uploadApp(page, 'errands.ccz', errandsCcz());
  await page.getByText('is the current version').waitFor();
}

async function openErrands(page: Page): Promise<void> {
  await follow(page, 'Apps');
  await follow(page, 'Errands');
}

async function giveToNobody(page: Page): Promise<void> {
  await page.getByRole('dialog').getByRole('button', { name: 'Remove this app' }).click();
  await page.getByText('was deleted').waitFor();
  await giveCaseToNobody(page);
  await follow(page, 'To look at');
  await page
    .getByRole('button', { name: /All is well/ })
    .first()
    .waitFor();
}

async function selectOrphans(page: Page): Promise<void> {
  await page.getByLabel('Owner').selectOption('nobody');
  await press(page, 'Search');
  await page.getByRole('checkbox', { name: 'Select Amina', exact: true }).check();
  await page.getByLabel('New owner').waitFor();
}

async function findNoCase(page: Page): Promise<void> {
  await page.getByLabel('Name or id').fill('qwertz');
  await press(page, 'Search');
  await page.getByText('No case fits this').waitFor();
}

async function openCase(page: Page): Promise<void> {
  await page.getByLabel('Name or id').fill('');
  await press(page, 'Search');
  await follow(page, 'Amina');
  await page.getByRole('heading', { name: 'What is known' }).waitFor();
}

const FAULTY =
  'username,first_name,group 1\nNo Good,Nobody,\nwilma,Wilma,Village Z\nnurse,Nina,Village A\n';
const SOUND =
  'username,first_name,password,group 1\nwilma,Wilma,caseload,Village A\nnurse,Nina Maria,,Village A\n';

async function importPeople(page: Page, sheet: string): Promise<void> {
  const file = { name: 'people.csv', mimeType: 'text/csv', buffer: Buffer.from(sheet) };
  await page.getByLabel('Excel or CSV files').setInputFiles(file);
  await page.getByText('“people” holds').waitFor();
}

async function openHoldings(page: Page): Promise<void> {
  await follow(page, 'People');
  await follow(page, 'Wanda Atieno');
  await page.getByText('What this person’s devices receive').click();
  await page.getByText('Session data').waitFor();
}
