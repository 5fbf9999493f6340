import { expect } from 'chai';
import { readFile } from 'node:fs/promises';
import { errandsCcz, errandsFiles } from '../support/errands-app.ts';
import { startServer } from '../support/start-server.ts';
import { openingFiles } from './opening-files.ts';
import type { FileToGive } from './walk/open-files.ts';

function file(name: string, content: string): FileToGive {
  return { name, bytes: Buffer.from(content) };
}

describe('apps and forms from files', () => {
  const files = openingFiles();

  const fillAndSend = async (label: string, answer: string) => {
    await files.page.getByLabel(label).fill(answer);
    await files.page.getByRole('button', { name: 'Send form' }).click();
    await files.page.getByRole('heading', { name: 'Saved on this computer' }).waitFor();
  };

  it('open, are filled without any server, and a case given away leaves the list', async () => {
    await files.openErrands();
    await files.server.stop();
    await files.press('New errand');
    await fillAndSend('What is to be done?', 'Fetch water');
    const saved = files.page.waitForEvent('download');
    await files.press('Save a copy of the form');
    const xml = await readFile(await (await saved).path(), 'utf8');
    expect(xml).to.match(/<case_name>Fetch water<\/case_name><owner_id>user-ann<\/owner_id>/);
    await files.press('Continue');
    await files.press('Give an errand away');
    expect(await files.page.locator('case-list tbody button').allInnerTexts()).to.deep.equal([
      'Fetch water',
    ]);
    await files.press('Fetch water');
    await fillAndSend('Whose is it from now on?', 'somebody-else');
    await files.press('Continue');
    await files.press('Give an errand away');
    await files.page.locator('case-list').waitFor();
    expect(await files.page.locator('case-list tbody button').count()).to.equal(0);
    files.server = await startServer();
  });

  it('say what is wrong with a file that is no app', async () => {
    await files.open(file('photo.ccz', 'not a zip at all'));
    await files.page
      .getByText(/photo\.ccz/)
      .first()
      .waitFor();
    await files.page.getByRole('alert').or(files.page.locator('.problems')).first().waitFor();
  });

  it('name file, line and column of a form that is not well-formed, and keep the rest usable', async () => {
    const broken = { ...errandsFiles, 'modules-0/forms-1.xml': '<h:html>\n<oops>' };
    await files.openErrands(errandsCcz(broken));
    await files.restWorks();
  });

  it('name the binds of a form whose values go in a circle', async () => {
    const text = `<h:html xmlns:h="http://www.w3.org/1999/xhtml" xmlns="http://www.w3.org/2002/xforms"><h:head><h:title>Circle</h:title><model>
<instance><data xmlns="urn:circle"><a/><b/></data></instance>
<bind nodeset="/data/a" calculate="/data/b"/><bind nodeset="/data/b" calculate="/data/a"/></model></h:head><h:body/></h:html>`;
    await files.open(file('circle.xml', text));
    await files.page
      .getByText(/\/data\/a \(calculate, line 3\)/)
      .first()
      .waitFor();
  });

  it('name the place of a form that is cut off', async () => {
    await files.open(file('cut.xml', '<h:html xmlns:h="http://www.w3.org/1999/xhtml">\n<h:head>'));
    await files.page
      .getByText(/cut\.xml/)
      .first()
      .waitFor();
    await files.page
      .getByText(/line 2/i)
      .first()
      .waitFor();
  });

  it('are left where they are when somebody signs in and the server is down, which is told with what to do', async () => {
    const { page, server } = files;
    await server.stop();
    await page.getByLabel('User name').fill('david');
    await page.getByLabel('Password', { exact: true }).fill('caseload');
    await files.press('Sign in');
    await page.getByText(/The server cannot be reached/).waitFor();
    files.expected = /ERR_CONNECTION_REFUSED/;
  });
});
