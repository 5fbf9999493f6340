import { expect } from 'chai';
import type { Browser, Page } from 'playwright-core';
import { giveCaseToNobody } from '../../scripts/admin-acts.ts';
import { errandsCcz } from '../support/errands-app.ts';
import { launchBrowser, openPage } from '../support/launch-browser.ts';
import type { OpenedPage } from '../support/launch-browser.ts';
import type { RunningServer } from '../support/start-server.ts';
import { startServer } from '../support/start-server.ts';
import { Keyboard } from './keyboard.ts';
import { Person } from './person.ts';

describe('the administration without a mouse', () => {
  let server: RunningServer;
  let browser: Browser;
  let opened: OpenedPage;
  let page: Page;
  let keyboard: Keyboard;

  before(async () => {
    server = await startServer();
    browser = await launchBrowser();
    opened = await openPage(browser);
    page = opened.page;
    page.setDefaultTimeout(30_000);
    keyboard = new Keyboard(page);
    await page.goto(`${server.url}/admin`);
    await page.getByLabel('User name').waitFor();
    await keyboard.type(/^User name/, 'admin');
    await keyboard.type(/^Password/, 'caseload');
    await keyboard.keys('Enter');
    await arrive('People');
  });

  after(async () => {
    await browser?.close();
    await server?.stop();
  });

  async function arrive(heading: string): Promise<void> {
    await page.getByRole('heading', { level: 1, name: heading, exact: true }).waitFor();
  }

  async function goTo(section: string): Promise<void> {
    await keyboard.press(new RegExp(`^${section}$`));
    await arrive(section);
  }

  async function add(what: string, ...fields: readonly (readonly [RegExp, string])[]) {
    await keyboard.press(new RegExp(`^${what}$`));
    await arrive(what);
    for (const [label, words] of fields) await keyboard.type(label, words);
  }

  async function switchOn(label: RegExp): Promise<void> {
    await keyboard.tabTo(label);
    await keyboard.keys('Space');
  }

  async function save(name: string): Promise<void> {
    await keyboard.press(/^Save$/);
    await page.getByText(`${name} was saved.`).waitFor();
  }

  /** Agrees to what is said about whom a change hits. */
  async function agree(): Promise<void> {
    await page.getByRole('dialog').waitFor();
    await keyboard.press(/^Make the change$/);
  }

  /** Opens the file chooser from its field, as a click does. */
  async function give(label: RegExp, name: string, bytes: Uint8Array): Promise<void> {
    await keyboard.tabTo(label);
    const chooser = page.waitForEvent('filechooser');
    await keyboard.keys('Space');
    const file = { name, mimeType: 'application/octet-stream', buffer: Buffer.from(bytes) };
    await (await chooser).setFiles(file);
  }

  it('builds a level, a location, a group, and a worker who can register at once', async () => {
    await goTo('Organization levels');
    await add('Add a level', [/^Name$/, 'Ward'], [/^Code$/, 'ward']);
    await switchOn(/^Views child data$/);
    await save('Ward');
    await goTo('Locations');
    await add('Add a location', [/^Name$/, 'Ward 7'], [/^Site code$/, 'ward-7']);
    await keyboard.type(/^Organization level$/, 'Ward');
    await save('Ward 7');
    await goTo('Groups');
    await add('Add a group', [/^Name$/, 'Night shift']);
    await save('Night shift');
    await goTo('People');
    await add('Add a person', [/^Username$/, 'wilma'], [/^Password$/, 'caseload']);
    await switchOn(/^Ward 7$/);
    await keyboard.press(/^Save$/);
    await agree();
    await page.getByText('wilma was saved.').waitFor();
    const wilma = await Person.signIn(browser, server.url, 'wilma');
    await wilma.choose('New pregnancy', 'Register a pregnancy');
    await wilma.page.locator('xf-form').waitFor();
    await wilma.close();
    await goTo('History');
    await page.getByText('Assigned wilma to Ward 7').waitFor();
  });

  it('uploads an app', async () => {
    await goTo('Apps');
    await add('Upload an app');
    await give(/^File$/, 'errands.ccz', errandsCcz());
    await keyboard.press(/^Upload an app$/);
    await page.getByText('errands.ccz is there').waitFor();
  });

  it('imports people, after what is wrong with the sheet has been told by its row', async () => {
    const sheet = (group: string) =>
      Buffer.from(`username,first_name,password,group 1\nyara,Yara,caseload,${group}\n`);
    await goTo('Import and export');
    await give(/^Excel or CSV files$/, 'people.csv', sheet('Village Z'));
    await page.getByRole('row', { name: /people 2 group 1 .*Village Z/ }).waitFor();
    await give(/^Excel or CSV files$/, 'people.csv', sheet('Village A'));
    await page.getByText(/1 new: .*yara/i).waitFor();
    await keyboard.press(/^Import/);
    await agree();
    await page.getByText('Imported:').waitFor();
    // On this page the columns of each sheet are told under the same names.
    await goTo('History');
    await goTo('People');
    await page.getByRole('row', { name: /Yara yara Village A/ }).waitFor();
  });

  it('gives a case that nobody sees to a group, after it has said who will see it', async () => {
    await giveCaseToNobody(page);
    await goTo('Cases');
    await keyboard.type(/^Owner$/, 'Nobody');
    await keyboard.press(/^Search$/);
    await page.getByRole('cell', { name: 'a-post-that-was-closed' }).waitFor();
    await switchOn(/^Select Amina$/);
    await keyboard.type(/^New owner$/, 'Village A');
    await keyboard.press(/^Give 1 case away$/);
    await page.getByRole('dialog').getByText('David Otieno').waitFor();
    await agree();
    await page.getByText('1 case was given to Village A.').waitFor();
    expect(opened.problems).to.deep.equal([]);
  });
});
