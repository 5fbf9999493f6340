import { expect } from 'chai';
import type { Browser, Page } from 'playwright-core';
import { errandsCcz, errandsFiles, errandsRestore } from '../support/errands-app.ts';
import type { OpenedPage } from '../support/launch-browser.ts';
import { launchBrowser, openPage } from '../support/launch-browser.ts';
import type { RunningServer } from '../support/start-server.ts';
import { startServer } from '../support/start-server.ts';
import { openArchive } from './walk/walk-page.ts';

type Files = Readonly<Record<string, string>>;

const SUITE = errandsFiles['suite.xml'] as string;

describe('an app that is not as it should be', () => {
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
    page.setDefaultTimeout(20_000);
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

  const openBytes = (bytes: Uint8Array) =>
    openArchive(page, { name: 'errands', bytes, restore: errandsRestore });

  const open = (files: Files) => openBytes(errandsCcz(files));

  const press = (name: string) => page.getByRole('button', { name }).first().click();

  /** The first of them: signing in has another one, empty. */
  const alert = () => page.getByRole('alert').first();

  /** What the page says is wrong, its folded details among it. */
  const told = async () => (await alert().textContent())?.replace(/\s+/g, ' ') ?? '';

  /** The part of the app that is not at fault. */
  const restWorks = async () => {
    await press('New errand');
    await page.getByLabel('What is to be done?').waitFor();
  };

  it('names the file of a form that is missing, and the rest of it works', async () => {
    const { 'modules-0/forms-1.xml': _, ...files } = errandsFiles;
    await open({ ...files, 'suite.xml': withoutDatums(SUITE) });
    await press('Give an errand away');
    await page.getByRole('heading', { name: 'This form cannot be opened' }).waitFor();
    expect(await told())
      .to.contain('./modules-0/forms-1.xml')
      .and.contain('suite.xml, line 3')
      .and.contain('Export the app again');
    await press('Go back');
    await restWorks();
  });

  it('names line and column of a suite that is broken, and takes another file afterwards', async () => {
    await open({ ...errandsFiles, 'suite.xml': '<suite>\n<menu id="root">\n</suite>' });
    await alert().waitFor();
    expect(await told())
      .to.contain('suite.xml')
      .and.match(/line 3/);
    await openBytes(errandsCcz());
    await restWorks();
  });

  it('shows the expression of a list whose filter cannot be evaluated', async () => {
    await open({
      ...errandsFiles,
      'suite.xml': SUITE.replace("[@status='open']", '[@status=]'),
    });
    await press('Give an errand away');
    await alert().waitFor();
    expect(await told())
      .to.contain('[@status=]')
      .and.match(/m0-f1.*character 61/);
    await press('Go back');
    await restWorks();
  });

  it('names a lookup table that the user does not have', async () => {
    const suite = SUITE.replace(
      '<instance id="casedb" src="jr://instance/casedb"/>',
      '<instance id="places" src="jr://fixture/item-list:places"/>',
    ).replace(/nodeset="[^"]*"/, `nodeset="instance('places')/places_list/places"`);
    await open({ ...errandsFiles, 'suite.xml': suite });
    await press('Give an errand away');
    await alert().waitFor();
    expect(await told()).to.contain('places');
    await press('Go back');
    await restWorks();
  });

  it('refuses an archive that would fill the memory, before it is unpacked', async () => {
    await openBytes(withDeclaredSize(errandsCcz(), 512 * 1024 * 1024));
    await alert().waitFor();
    expect(await told())
      .to.contain('errands.ccz')
      .and.contain('256 MB');
    await openBytes(errandsCcz());
    await restWorks();
  });

  it('refuses an archive with a path that climbs out of it', async () => {
    await open({ ...errandsFiles, '../../outside.xml': '<x/>' });
    await alert().waitFor();
    expect(await told())
      .to.contain('../../outside.xml')
      .and.contain('outside the app');
  });

  it('names the place of a restore that is cut off', async () => {
    const restore = errandsRestore.slice(0, errandsRestore.indexOf('<Registration'));
    await openArchive(page, { name: 'errands', bytes: errandsCcz(), restore });
    await alert().waitFor();
    expect(await told())
      .to.contain('restore.xml')
      .and.match(/line \d/);
  });
});

/** The second entry leads straight to its form. */
function withoutDatums(suite: string): string {
  return suite.replace(/<session><datum id="case_id" .*<\/session>/, '');
}

/** The archive with another size of its first file in the central directory, which is what is asked before unpacking. */
function withDeclaredSize(archive: Uint8Array, size: number): Uint8Array {
  const bytes = Buffer.from(archive);
  const entry = bytes.indexOf(Buffer.from([0x50, 0x4b, 0x01, 0x02]));
  bytes.writeUInt32LE(size, entry + 24);
  return bytes;
}
