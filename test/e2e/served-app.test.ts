import { expect } from 'chai';
import type { Browser } from 'playwright-core';
import { launchBrowser, openPage, pageVariants } from '../support/launch-browser.ts';
import { startServer } from '../support/start-server.ts';
import type { RunningServer } from '../support/start-server.ts';

describe('the served web app', () => {
  let server: RunningServer;
  let browser: Browser;

  before(async () => {
    server = await startServer();
    browser = await launchBrowser();
  });

  after(async () => {
    await browser?.close();
    await server?.stop();
  });

  for (const variant of pageVariants) {
    it(`opens without an error and without scrolling sideways (${variant})`, async () => {
      const { page, problems, close } = await openPage(browser, variant);
      await page.goto(server.url, { waitUntil: 'networkidle' });
      const overflow = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      expect(problems).to.deep.equal([]);
      expect(await page.getByRole('heading').first().innerText()).not.to.equal('');
      expect(overflow).to.be.at.most(0);
      await close();
    });
  }

  it('answers with a policy that forbids inline scripts and styles', async () => {
    const policy = (await fetch(server.url)).headers.get('content-security-policy') ?? '';
    expect(policy).to.contain("default-src 'none'").and.contain("script-src 'self'");
    expect(policy).not.to.contain('unsafe-');
  });

  it('shows the app at a deep link too', async () => {
    const answer = await fetch(`${server.url}/some/place`, { headers: { Accept: 'text/html' } });
    expect(answer.status).to.equal(200);
    expect(await answer.text()).to.contain('<script type="module"');
  });

  it('lets whoever does not want to wait go back also while the apps are fetched, and keeps nothing of theirs', async () => {
    const { page, close } = await openPage(browser);
    await page.route(
      '**/api/restore*',
      (route) => route.fulfill({ status: 202, headers: { 'Retry-After': '1' } }),
      { times: 1 },
    );
    await page.route('**/api/apps', () => undefined);
    await page.goto(server.url);
    await page.getByLabel('User name').fill('maria');
    await page.getByLabel('Password', { exact: true }).fill('caseload');
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.waitForRequest('**/api/apps');
    await page.getByRole('button', { name: 'Cancel' }).click();
    await page.getByLabel('User name').waitFor();
    expect(await page.evaluate(() => indexedDB.databases())).to.deep.equal([]);
    await close();
  });
});
