import { expect } from 'chai';
import type { Browser, Page } from 'playwright-core';
import { errandsCcz, errandsRestore } from '../support/errands-app.ts';
import { launchBrowser, openPage } from '../support/launch-browser.ts';
import type { RunningServer } from '../support/start-server.ts';
import { startServer } from '../support/start-server.ts';
import { openArchive } from './walk/walk-page.ts';

describe('the inspector of the web app', () => {
  let browser: Browser;
  let server: RunningServer;

  before(async () => {
    browser = await launchBrowser();
    server = await startServer();
  });

  after(async () => {
    await browser?.close();
    await server?.stop();
  });

  const openErrands = (page: Page) =>
    openArchive(page, { name: 'errands', bytes: errandsCcz(), restore: errandsRestore });

  it('is fetched when it is opened, remembered on the next page, and closed by its key', async () => {
    const { page, problems, close } = await openPage(browser);
    const fetched: string[] = [];
    page.on('request', (request) => fetched.push(request.url()));
    await page.goto(server.url);
    await openErrands(page);
    await page.getByRole('button', { name: 'New errand' }).waitFor();
    expect(fetched.filter((url) => url.includes('dev-inspector'))).to.deep.equal([]);
    await page.getByRole('button', { name: 'Inspect' }).click();
    await page.getByRole('tab', { name: 'Expression', selected: true }).waitFor();
    expect(fetched.filter((url) => url.includes('dev-inspector'))).to.have.lengthOf(1);
    await page.reload();
    await page.locator('dev-inspector').waitFor();
    await page.keyboard.press('Alt+Shift+I');
    await page.locator('dev-inspector').waitFor({ state: 'detached' });
    await page.reload();
    await page.locator('case-open').waitFor();
    expect(await page.locator('dev-inspector').count()).to.equal(0);
    expect(problems).to.deep.equal([]);
    await close();
  });

  it('evaluates over the form that is open while somebody fills it in', async () => {
    const { page, problems, close } = await openPage(browser);
    await page.goto(server.url);
    await openErrands(page);
    await page.getByRole('button', { name: 'New errand' }).click();
    await page.getByLabel('What is to be done?').waitFor();
    await page.keyboard.press('Alt+Shift+I');
    await page
      .getByRole('combobox', { name: 'XPath expression' })
      .fill('string-length(/data/what)');
    await page.getByLabel('What is to be done?').fill('Fetch water');
    await page.keyboard.press('Tab');
    await page.getByRole('region', { name: 'Result' }).getByText('= 11').waitFor();
    expect(problems).to.deep.equal([]);
    await close();
  });
});
