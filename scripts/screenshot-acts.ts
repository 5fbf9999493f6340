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
export type Answer = readonly [question: RegExp, answer: string];

/** Signs somebody in, whoever is there, opens an app and goes along its menus. */
export function lookAround(name: string, app: string, ...choices: readonly (string | RegExp)[]) {
  return async (page: Page): Promise<void> => {
    const signOut = page.getByRole('button', { name: 'Sign out' });
    if ((await signOut.count()) > 0) await signOut.click();
    await signIn(page, name, 'caseload');
    await press(page, app);
    await page.getByText('All sent').waitFor();
    for (const choice of choices) await press(page, choice);
    await page.locator('case-menu, case-list, case-owner-problem, xf-form').last().waitFor();
  };
}

/** Types a name and a password. It may be refused. */
export async function signIn(page: Page, name: string, password: string): Promise<void> {
  await page.getByLabel('User name').fill(name);
  await page.getByLabel('Password', { exact: true }).fill(password);
  await press(page, 'Sign in');
  const after = page.getByRole('alert').or(page.getByRole('heading', { name: 'Choose an app' }));
  await after.first().waitFor();
}

/** Presses the first button of that name. */
export async function press(page: Page, name: string | RegExp): Promise<void> {
  await page.getByRole('button', { name }).first().click();
}

/** Answers questions of the form that is open. */
export async function answer(page: Page, answers: readonly Answer[]): Promise<void> {
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

/** Sends the form that is open. */
export async function send(page: Page): Promise<void> {
  await press(page, 'Send form');
  await page.getByRole('heading', { name: 'Form sent' }).waitFor();
}
