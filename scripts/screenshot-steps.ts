import type { Page } from 'playwright-core';
import { answer, lookAround, press, send, signIn } from './screenshot-acts.ts';
import type { Answer, ScreenshotStep } from './screenshot-acts.ts';

const DAY = 86_400_000;
const MATERNAL = 'Maternal health';

/** The steps that `npm run screenshots` goes through, in order, once in each variant. */
export const screenshotSteps: readonly ScreenshotStep[] = [
  { name: 'sign-in', path: '/' },
  { name: 'sign-in-refused', act: (page) => signIn(page, 'david', 'wrong') },
  { name: 'open-files-error', path: '/', act: openBrokenForm },
  { name: 'apps', path: '/', act: (page) => signIn(page, 'david', 'caseload') },
  { name: 'menu-marked', path: '/', act: lookAround('lone', MATERNAL, 'New pregnancy') },
  { name: 'owner-none', act: (page) => press(page, 'Register a pregnancy') },
  {
    name: 'owner-several',
    act: lookAround('nurse', MATERNAL, 'New pregnancy', 'Register a pregnancy'),
  },
  { name: 'list-empty', act: lookAround('zed', MATERNAL, 'Mothers in care') },
  { name: 'menu', act: lookAround('david', MATERNAL) },
  { name: 'form-empty', act: openRegistration },
  { name: 'form-errors', act: tryToSend },
  { name: 'form-filled', act: (page) => answer(page, registration('Amina Diallo')) },
  { name: 'submitted', act: send },
  { name: 'list', act: listOfMothers },
  { name: 'list-no-match', act: (page) => page.getByLabel('Search').fill('nobody of this name') },
  { name: 'detail', act: openFirstMother },
  { name: 'menu-of-case', act: (page) => press(page, 'Continue') },
  { name: 'form-of-case', act: openVisit },
  { name: 'menu-with-draft', act: leaveUnfinished },
  { name: 'drafts', act: (page) => press(page, /\d drafts?$/) },
  { name: 'begun', act: openVisitAgain },
  { name: 'offline-submitted', act: registerOffline },
  { name: 'outbox-waiting', act: openOutbox },
];

async function openBrokenForm(page: Page): Promise<void> {
  const buffer = Buffer.from(
    '<h:html xmlns:h="http://www.w3.org/1999/xhtml">\n  <h:head>\n</h:html>',
  );
  const file = { name: 'visit.xml', mimeType: 'text/xml', buffer };
  await page.locator('case-open #app').setInputFiles(file);
  await press(page, 'Open');
  await page.getByText('This could not be opened').waitFor();
}

async function home(page: Page): Promise<void> {
  const crumb = page.getByRole('navigation').getByRole('button', { name: MATERNAL });
  if ((await crumb.count()) > 0) await crumb.click();
  await page.getByRole('heading', { name: MATERNAL }).waitFor();
}

async function openRegistration(page: Page): Promise<void> {
  await home(page);
  await press(page, 'New pregnancy');
  await press(page, 'Register a pregnancy');
  await page.getByRole('group', { name: /agree to be registered/ }).waitFor();
}

async function tryToSend(page: Page): Promise<void> {
  await answer(page, [[/agree to be registered/, 'Yes']]);
  await press(page, 'Send form');
  await page.locator('xf-problems h2').first().waitFor();
}

function registration(name: string): readonly Answer[] {
  return [
    [/agree to be registered/, 'Yes'],
    [/full name/, name],
    [/which village/, 'Kisumu'],
    [/know her date of birth/, 'No'],
    [/how old is she/, '24'],
    [/know when her last period/, 'No'],
    [/How many weeks/, '12'],
    [/given birth before/, '0'],
    [/these signs today/, 'None of these'],
    [/visit her next/, new Date(Date.now() + 14 * DAY).toISOString().slice(0, 10)],
  ];
}

async function listOfMothers(page: Page): Promise<void> {
  await home(page);
  await press(page, 'Mothers in care');
  await page.locator('case-list tbody button').first().waitFor();
}

async function openFirstMother(page: Page): Promise<void> {
  await press(page, 'Clear search');
  await page.locator('case-list tbody button').first().click();
  await page.locator('case-detail').waitFor();
}

async function openVisit(page: Page): Promise<void> {
  await press(page, 'Follow-up visit');
  await page.getByLabel(/her telephone number/).waitFor();
}

async function leaveUnfinished(page: Page): Promise<void> {
  await answer(page, [[/her telephone number/, '0712345678']]);
  await press(page, 'Save and leave');
  await home(page);
  await page.getByRole('button', { name: /\d drafts?$/ }).waitFor();
}

async function openVisitAgain(page: Page): Promise<void> {
  await listOfMothers(page);
  await page.locator('case-list tbody button').first().click();
  await press(page, 'Continue');
  await press(page, 'Follow-up visit');
  await page.locator('case-begun').waitFor();
}

async function registerOffline(page: Page): Promise<void> {
  await openRegistration(page);
  await page.context().setOffline(true);
  await answer(page, registration('Akinyi Odhiambo'));
  await press(page, 'Send form');
  await page.getByRole('heading', { name: 'Saved on this computer' }).waitFor();
}

async function openOutbox(page: Page): Promise<void> {
  await press(page, 'Continue');
  await home(page);
  await press(page, /not sent/);
  await page.locator('case-outbox').waitFor();
}
