import { expect } from 'chai';
import type { Browser } from 'playwright-core';
import { launchBrowser } from '../support/launch-browser.ts';
import { startServer } from '../support/start-server.ts';
import type { RunningServer } from '../support/start-server.ts';
import { Person } from './person.ts';

describe('the address of a page', () => {
  let server: RunningServer;
  let browser: Browser;
  let david: Person;

  before(async () => {
    server = await startServer();
    browser = await launchBrowser();
  });

  beforeEach(async () => {
    david = await Person.signIn(browser, server.url, 'david');
  });

  afterEach(() => david.close());

  after(async () => {
    await browser?.close();
    await server?.stop();
  });

  const heading = (name: string) => david.page.getByRole('heading', { name }).first().waitFor();
  const hash = () => new URL(david.page.url()).hash;

  it('names app and menu, and shows them again after a reload', async () => {
    expect(hash()).to.equal('#/maternal-health');
    await david.press('New pregnancy');
    await heading('New pregnancy');
    expect(hash()).to.equal('#/maternal-health/m0');
    await david.page.reload();
    await heading('New pregnancy');
    await david.press('Maternal health');
    await heading('Maternal health');
  });

  it('leads back and forth through menus, lists and the choice of app', async () => {
    await david.press('Mothers in care');
    await heading('Mothers in care');
    await david.page.goBack();
    await heading('Maternal health');
    await david.page.goBack();
    await heading('Choose an app');
    await david.page.goForward();
    await david.page.goForward();
    await heading('Mothers in care');
  });

  it('goes on with a form where it was, also after Back and after a reload', async () => {
    await david.choose('New pregnancy', 'Register a pregnancy');
    await david.answer([[/agree to be registered/, 'Yes']]);
    await david.answer([[/full name/, 'Awa Keita']]);
    await david.page.goBack();
    await heading('New pregnancy');
    await david.page.goForward();
    await david.page.getByLabel(/full name/).waitFor();
    expect(await david.page.getByLabel(/full name/).inputValue()).to.equal('Awa Keita');
    await david.page.reload();
    await david.page.getByLabel(/full name/).waitFor();
    expect(await david.page.getByLabel(/full name/).inputValue()).to.equal('Awa Keita');
  });

  it('is gone when one signs out, and waits for one who still has to sign in', async () => {
    await david.press('Mothers in care');
    await heading('Mothers in care');
    const address = david.page.url();
    await david.press('Sign out');
    await heading('Sign in');
    expect(hash()).to.equal('#/');
    await david.page.goto(address);
    await heading('Sign in');
    await david.page.getByLabel('User name').fill('david');
    await david.page.getByLabel('Password', { exact: true }).fill('caseload');
    await david.press('Sign in');
    await heading('Mothers in care');
  });
});
