import type { Browser, Page } from 'playwright-core';
import type { AppForm } from '../../../src/suite/app-definition.ts';
import { openPage } from '../../support/launch-browser.ts';
import { openFiles } from './open-files.ts';
import type { PlaceText } from './walk-app.ts';

/** What came of forms that were opened one by one. */
export interface OpenedForms {
  readonly count: number;
  /** With the words of the page that came in place of the questions. */
  readonly refused: readonly PlaceText[];
  readonly console: readonly PlaceText[];
}

/** How long a form may take to open, ms. */
const PATIENCE = 20_000;

/** Opens each form alone, as somebody does who gives its file and a restore: for those that no way through their app led to. */
export async function openForms(
  browser: Browser,
  url: string,
  forms: readonly AppForm[],
  restore: string | undefined,
): Promise<OpenedForms> {
  const { page, problems, close } = await openPage(browser);
  const refused: PlaceText[] = [];
  const console: PlaceText[] = [];
  for (const { path: place, text: xml } of forms) {
    await page.goto(url);
    await openFiles(page, { name: place, bytes: Buffer.from(xml) }, restore);
    const text = await refusalOf(page);
    if (text !== undefined) refused.push({ place, text });
    for (const problem of problems.slice(console.length)) console.push({ place, text: problem });
  }
  await close();
  return { count: forms.length, refused, console };
}

/** What the page says instead of showing questions; `undefined` when it shows them. */
async function refusalOf(page: Page): Promise<string | undefined> {
  const choice = page.locator('case-menu .choices button').first();
  const refusal = page.locator('case-error, case-owner-problem, case-open .problems').first();
  const form = page.locator('case-form xf-form').first();
  await choice.or(refusal).first().waitFor({ timeout: PATIENCE });
  if ((await choice.count()) > 0) await choice.click();
  await form.or(refusal).first().waitFor({ timeout: PATIENCE });
  return (await form.count()) > 0 ? undefined : ((await refusal.textContent()) ?? '');
}
