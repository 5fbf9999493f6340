import { expect } from 'chai';
import { readFile } from 'node:fs/promises';
import type { Browser, Page } from 'playwright-core';
import { errandsCcz, errandsFiles, errandsRestore } from '../support/errands-app.ts';
import type { OpenedPage } from '../support/launch-browser.ts';
import { launchBrowser, openPage } from '../support/launch-browser.ts';
import type { RunningServer } from '../support/start-server.ts';
import { startServer } from '../support/start-server.ts';

interface TestFile {
  readonly name: string;
  readonly mimeType: string;
  readonly buffer: Buffer;
}

function file(name: string, content: Uint8Array | string): TestFile {
  return { name, mimeType: 'application/octet-stream', buffer: Buffer.from(content) };
}

describe('apps and forms from files', () => {
  let browser: Browser;
  let server: RunningServer;
  let opened: OpenedPage;
  let page: Page;

  before(async () => {
    browser = await launchBrowser();
    server = await startServer();
  });

  beforeEach(async () => {
    opened = await openPage(browser);
    page = opened.page;
    page.setDefaultTimeout(30_000);
    await page.goto(server.url);
  });

  afterEach(async () => {
    expect(opened.problems).to.deep.equal([]);
    await opened.close();
  });

  after(async () => {
    await browser?.close();
    await server?.stop();
  });

  const open = async (app: TestFile, restore?: TestFile) => {
    await page.locator('case-open input[type=file]').first().setInputFiles(app);
    if (restore) await page.locator('case-open input[type=file]').nth(1).setInputFiles(restore);
    await page.getByRole('button', { name: 'Open', exact: true }).click();
  };

  const fillAndSend = async (label: string, answer: string) => {
    await page.getByLabel(label).fill(answer);
    await page.getByRole('button', { name: 'Send form' }).click();
    await page.getByRole('heading', { name: 'Saved on this computer' }).waitFor();
  };

  const press = (name: string) => page.getByRole('button', { name }).first().click();

  it('open, are filled without any server, and a case given away leaves the list', async () => {
    await open(file('errands.ccz', errandsCcz()), file('ann.xml', errandsRestore));
    await server.stop();
    await press('New errand');
    await fillAndSend('What is to be done?', 'Fetch water');
    const saved = page.waitForEvent('download');
    await press('Save a copy of the form');
    const xml = await readFile(await (await saved).path(), 'utf8');
    expect(xml).to.match(/<case_name>Fetch water<\/case_name><owner_id>user-ann<\/owner_id>/);
    await press('Continue');
    await press('Give an errand away');
    expect(await page.locator('case-list tbody button').allInnerTexts()).to.deep.equal([
      'Fetch water',
    ]);
    await press('Fetch water');
    await fillAndSend('Whose is it from now on?', 'somebody-else');
    await press('Continue');
    await press('Give an errand away');
    await page.locator('case-list').waitFor();
    expect(await page.locator('case-list tbody button').count()).to.equal(0);
    server = await startServer();
  });

  it('say what is wrong with a file that is no app', async () => {
    await open(file('photo.ccz', 'not a zip at all'));
    await page
      .getByText(/photo\.ccz/)
      .first()
      .waitFor();
    await page.getByRole('alert').or(page.locator('.problems')).first().waitFor();
  });

  it('name file, line and column of a form that is not well-formed, and keep the rest usable', async () => {
    const broken = { ...errandsFiles, 'modules-0/forms-1.xml': '<h:html>\n<oops>' };
    await open(file('errands.ccz', errandsCcz(broken)), file('ann.xml', errandsRestore));
    await press('New errand');
    await page.getByLabel('What is to be done?').waitFor();
  });

  it('name the binds of a form whose values go in a circle', async () => {
    const text = `<h:html xmlns:h="http://www.w3.org/1999/xhtml" xmlns="http://www.w3.org/2002/xforms"><h:head><h:title>Circle</h:title><model>
<instance><data xmlns="urn:circle"><a/><b/></data></instance>
<bind nodeset="/data/a" calculate="/data/b"/><bind nodeset="/data/b" calculate="/data/a"/></model></h:head><h:body/></h:html>`;
    await open(file('circle.xml', text));
    await page
      .getByText(/\/data\/a \(calculate, line 3\)/)
      .first()
      .waitFor();
  });

  it('name the place of a form that is cut off', async () => {
    await open(file('cut.xml', '<h:html xmlns:h="http://www.w3.org/1999/xhtml">\n<h:head>'));
    await page
      .getByText(/cut\.xml/)
      .first()
      .waitFor();
    await page
      .getByText(/line 2/i)
      .first()
      .waitFor();
  });
});

describe('a server that is down', () => {
  it('is told on the page, with what to do', async () => {
    const browser = await launchBrowser();
    const server = await startServer();
    const { page, close } = await openPage(browser);
    await page.goto(server.url);
    await server.stop();
    await page.getByLabel('User name').fill('david');
    await page.getByLabel('Password', { exact: true }).fill('caseload');
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.getByText(/The server cannot be reached/).waitFor();
    await close();
    await browser.close();
  });
});
