import type { Page } from 'playwright-core';
import { press } from './screenshot-acts.ts';

/** Signs in on the pages on which the project is changed, which are open. */
export async function signInToAdministration(page: Page): Promise<void> {
  await page.getByLabel('User name').fill('admin');
  await page.getByLabel('Password', { exact: true }).fill('caseload');
  await press(page, 'Sign in');
  await page.getByRole('heading', { level: 1, name: 'People' }).waitFor();
}

/** Goes where the first link of that name leads, also to a page whose link is in the folded menu. */
export async function follow(page: Page, name: string): Promise<void> {
  const menu = page.getByRole('navigation').locator('summary');
  const link = page.getByRole('link', { name, exact: true }).first();
  if ((await menu.count()) > 0 && !(await link.isVisible())) await menu.click();
  await link.click();
  await page.locator('h1').first().waitFor();
  await page.waitForLoadState('networkidle');
}

/** Gives a file to the page on which apps are uploaded. */
export async function uploadApp(page: Page, name: string, bytes: Uint8Array): Promise<void> {
  await follow(page, 'Apps');
  await follow(page, 'Upload an app');
  const file = { name, mimeType: 'application/octet-stream', buffer: Buffer.from(bytes) };
  await page.getByLabel('File').setInputFiles(file);
  await press(page, 'Upload an app');
}

const FORM = `<data xmlns="urn:caseload:sample" name="Handing over">
  <case xmlns="http://commcarehq.org/case/transaction/v2" case_id="sample-amina" date_modified="2026-03-01T08:00:00Z">
    <create><case_type>client</case_type><case_name>Amina</case_name><owner_id>a-post-that-was-closed</owner_id></create>
    <update><village>Kisumu</village></update></case>
  <meta xmlns="http://openrosa.org/jr/xforms"><instanceID>uuid:sample-amina</instanceID></meta></data>`;

/** Sends a form that gives a case, Amina, to an owner that the project does not have. */
export async function giveCaseToNobody(page: Page): Promise<void> {
  await page.evaluate(async (body) => {
    const headers = { 'Content-Type': 'text/xml' };
    await fetch('/api/receiver', { method: 'POST', headers, body });
  }, FORM);
}
