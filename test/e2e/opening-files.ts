import { expect } from 'chai';
import type { Browser, Page } from 'playwright-core';
import { errandsCcz, errandsRestore } from '../support/errands-app.ts';
import type { OpenedPage } from '../support/launch-browser.ts';
import { launchBrowser, openPage } from '../support/launch-browser.ts';
import type { RunningServer } from '../support/start-server.ts';
import { startServer } from '../support/start-server.ts';
import type { FileToGive } from './walk/open-files.ts';
import { openFiles } from './walk/open-files.ts';

/** Somebody who opens files: what they do and read on the page where one signs in, and in the app of errands. */
export class OpeningFiles {
  browser!: Browser;
  server!: RunningServer;
  opened!: OpenedPage;
  /** What the browser reports although nothing is wrong with the page. */
  expected: RegExp | undefined;

  get page(): Page {
    return this.opened.page;
  }

  /** Gives an app or a form, and a restore, and opens them. */
  open(app: FileToGive, restore?: string): Promise<void> {
    return openFiles(this.page, app, restore);
  }

  /** Opens the archive of an app of errands with Ann's restore. */
  openErrands(bytes: Uint8Array = errandsCcz()): Promise<void> {
    return this.open({ name: 'errands.ccz', bytes }, errandsRestore);
  }

  press(name: string): Promise<void> {
    return this.page.getByRole('button', { name }).first().click();
  }

  /** What the page says is wrong, its folded details among it. The first alert: signing in has another one, empty. */
  async told(): Promise<string> {
    const alert = this.page.getByRole('alert').first();
    await alert.waitFor();
    return (await alert.textContent())?.replace(/\s+/g, ' ') ?? '';
  }

  /** The form of the app of errands that nothing here is wrong with. */
  async restWorks(): Promise<void> {
    await this.press('New errand');
    await this.page.getByLabel('What is to be done?').waitFor();
  }
}

/** One server and one browser for all tests of a suite, and for each of them a page whose console has to stay clean. */
export function openingFiles(serverArgs: () => readonly string[] = () => []): OpeningFiles {
  const files = new OpeningFiles();
  before(async () => {
    files.browser = await launchBrowser();
    files.server = await startServer({ args: serverArgs() });
  });
  beforeEach(async () => {
    files.expected = undefined;
    files.opened = await openPage(files.browser);
    files.page.setDefaultTimeout(20_000);
    await files.page.goto(files.server.url);
  });
  afterEach(async () => {
    const { expected, opened } = files;
    await opened.close();
    expect(opened.problems.filter((problem) => !expected?.test(problem))).to.deep.equal([]);
  });
  after(async () => {
    await files.browser?.close();
    await files.server?.stop();
  });
  return files;
}
