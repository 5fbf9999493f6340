import { expect } from 'chai';
import type { Browser, Page } from 'playwright-core';
import { launchBrowser, openPage } from '../support/launch-browser.ts';
import type { OpenedPage } from '../support/launch-browser.ts';
import type { RunningServer } from '../support/start-server.ts';
import { startServer } from '../support/start-server.ts';
import { Person } from './person.ts';

describe('the administration of a project', () => {
  let server: RunningServer;
  let browser: Browser;
  let opened: OpenedPage;
  let page: Page;

  before(async () => {
    server = await startServer();
    browser = await launchBrowser();
    opened = await openPage(browser);
    page = opened.page;
    page.setDefaultTimeout(30_000);
  });
  after(async () => {
    await browser.close();
    await server.stop();
  });

  async function signIn(name: string): Promise<void> {
    await page.getByLabel('User name').fill(name);
    await page.getByLabel('Password', { exact: true }).fill('caseload');
    await page.getByRole('button', { name: 'Sign in' }).click();
  }

  async function save(confirm: boolean): Promise<void> {
    await page.getByRole('button', { name: 'Save' }).click();
    if (confirm) await page.getByRole('button', { name: 'Make the change' }).click();
    await page.getByText('was saved.').waitFor();
  }

  it('is closed to a worker, who is told whom to ask', async () => {
    await page.goto(`${server.url}/admin`);
    await signIn('david');
    await page.getByText('Only administrators of the project').waitFor();
    await page.getByRole('button', { name: 'Sign out' }).click();
  });

  it('leads from what an administrator cannot register straight to the setting that is in the way', async () => {
    const admin = await Person.signIn(browser, server.url, 'admin');
    await admin.choose('New pregnancy', 'Register a pregnancy');
    await admin.page.getByRole('link', { name: 'Change it' }).first().click();
    await admin.page.getByRole('heading', { name: 'Organization levels' }).waitFor();
    expect(admin.opened.problems).to.deep.equal([]);
    await admin.page.context().close();
  });

  it('solves what kept the nurse from registering', async () => {
    const nurse = await Person.signIn(browser, server.url, 'nurse');
    await nurse.choose('New pregnancy', 'Register a pregnancy');
    await nurse.page
      .getByText(/Village A and Village B/)
      .first()
      .waitFor();
    await page.goto(`${server.url}/admin#/people`);
    await signIn('admin');
    await page.getByRole('link', { name: 'Nina Achieng' }).click();
    await page.getByLabel('Village B').uncheck();
    await save(true);
    await nurse.press('Check again');
    await nurse.home();
    await nurse.choose('New pregnancy', 'Register a pregnancy');
    await nurse.page
      .getByText(/agree to be registered/)
      .first()
      .waitFor();
    await nurse.page.context().close();
  });
});
