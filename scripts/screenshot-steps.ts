import type { Page } from 'playwright-core';

/** One thing to look at: how to get there from the step before, in the same page. */
export interface ScreenshotStep {
  /** Names the file: `NAME-light.png`. */
  readonly name: string;
  /** Address to open first, relative to the server; none stays where the step before ended. */
  readonly path?: string;
  /** What a person does there. */
  readonly act?: (page: Page) => Promise<void>;
}

/** Label of a question, and text for its field or the label of a choice. */
type Answer = readonly [question: RegExp, answer: string];

const DAY = 86_400_000;

/** The steps that `npm run screenshots` goes through, in order, once in each variant. */
export const screenshotSteps: readonly ScreenshotStep[] = [
  { name: 'sign-in', path: '/' },
  { name: 'sign-in-refused', act: (page) => signIn(page, 'david', 'wrong') },
  { name: 'open-files-error', path: '/', act: openBrokenForm },
  { name: 'apps', path: '/', act: (page) => signIn(page, 'david', 'caseload') },
  { name: 'menu-marked', path: '/', act: lookAround('lone', 'New pregnancy') },
  { name: 'owner-none', act: (page) => press(page, 'Register a pregnancy') },
  { name: 'owner-several', act: lookAround('nurse', 'New pregnancy', 'Register a pregnancy') },
  { name: 'list-empty', act: lookAround('zed', 'Mothers in care') },
  { name: 'menu', act: lookAround('david') },
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
  { name: 'drafts', act: (page) => press(page, /unfinished form/) },
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

/** Signs somebody in, whoever is there, and goes along the menus. */
function lookAround(name: string, ...choices: readonly string[]) {
  return async (page: Page): Promise<void> => {
    const signOut = page.getByRole('button', { name: 'Sign out' });
    if ((await signOut.count()) > 0) await signOut.click();
    await signIn(page, name, 'caseload');
    await press(page, 'Maternal health');
    await page.getByText('All sent').waitFor();
    for (const choice of choices) await press(page, choice);
    await page.locator('case-menu, case-list, case-owner-problem').last().waitFor();
  };
}

async function signIn(page: Page, name: string, password: string): Promise<void> {
  await page.getByLabel('User name').fill(name);
  await page.getByLabel('Password', { exact: true }).fill(password);
  await press(page, 'Sign in');
  const after = page.getByRole('alert').or(page.getByRole('heading', { name: 'Choose an app' }));
  await after.first().waitFor();
}

async function press(page: Page, name: string | RegExp): Promise<void> {
  await page.getByRole('button', { name }).first().click();
}

async function home(page: Page): Promise<void> {
  const crumb = page.getByRole('navigation').getByRole('button', { name: 'Maternal health' });
  if ((await crumb.count()) > 0) await crumb.click();
  await page.getByRole('heading', { name: 'Maternal health' }).waitFor();
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

async function answer(page: Page, answers: readonly Answer[]): Promise<void> {
  for (const [question, text] of answers) await answerOne(page, question, text);
  // A date is one answer in three fields: it is finished when the focus has left all of them.
  await page.locator('case-form h1').first().focus();
}

/** A question is a group of choices or one field. */
async function answerOne(page: Page, question: RegExp, text: string): Promise<void> {
  const choices = page.getByRole('group', { name: question });
  await choices.or(page.getByLabel(question)).first().waitFor();
  if ((await choices.count()) > 0) await choices.last().getByLabel(text, { exact: true }).check();
  else await page.getByLabel(question).first().fill(text);
  await page.keyboard.press('Tab');
}

async function send(page: Page): Promise<void> {
  await press(page, 'Send form');
  await page.getByRole('heading', { name: 'Form sent' }).waitFor();
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
  await page.getByRole('button', { name: /unfinished form/ }).waitFor();
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
