import { expect } from 'chai';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { errandsCcz, searchableErrands } from '../support/errands-app.ts';
import { People } from './people.ts';

const APP = 'Errands';

describe('a compiled app that the project offers', () => {
  let folder: string;
  let people: People;

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'caseload-compiled-'));
    const project = join(folder, 'project.json');
    await writeFile(project, JSON.stringify(PROJECT));
    await writeFile(join(folder, 'errands.ccz'), errandsCcz(searchableErrands));
    people = await People.gather({ args: ['--project', project, '--no-demo', '--forms', folder] });
  });

  after(async () => {
    await people?.leave();
    await rm(folder, { recursive: true, force: true });
  });

  it('lets ben find ann’s errand, claim it, and take it over', async () => {
    const ann = await people.at('ann', APP);
    await ann.fillIn(['New errand'], [[/What is to be done/, 'Fetch water']]);
    await ann.page.getByText('All sent').waitFor();

    const ben = await people.at('ben', APP);
    expect(await ben.list('Give an errand away')).to.deep.equal([]);
    await ben.press('Search all errands');
    await ben.page.getByLabel('Words of the errand').fill('nothing of the kind');
    await ben.press('Search');
    await ben.page.locator('case-list .empty').waitFor();
    await ben.page.getByRole('navigation').getByRole('button', { name: 'Find' }).click();
    await ben.page.getByLabel('Words of the errand').fill('water');
    await ben.press('Search');
    await ben.press('Fetch water');
    await ben.page.getByLabel('Whose is it from now on?').waitFor();
    expect(await ben.storedOwner('Fetch water')).to.equal(await ann.userId());
    await ben.answer([[/Whose is it from now on/, await ben.userId()]]);
    await ben.send();
    await ben.press('Continue');

    await ann.sync();
    expect(await ann.storedOwner('Fetch water')).to.equal(undefined);
    expect(await ben.storedOwner('Fetch water')).to.equal(await ben.userId());
  });

  it('lets ann practise with the cases that came with it, of which nothing is sent or kept', async () => {
    const ann = await people.at('ann', APP);
    const sent: string[] = [];
    ann.page.on('request', (request) => {
      if (request.method() === 'POST') sent.push(request.url());
    });
    await ann.press('Practise');
    await ann.page.getByText('Practice: nothing is sent or kept').waitFor();
    await ann.fillIn(['New errand'], [[/What is to be done/, 'Only practice']]);
    expect(await ann.list('Give an errand away')).to.have.members([
      'Made-up errand',
      'Only practice',
    ]);
    await ann.press('End practice');
    await ann.page.getByText('All sent').waitFor();
    expect(await ann.list('Give an errand away')).to.deep.equal([]);
    expect(sent).to.deep.equal([]);
    const databases = await ann.page.evaluate(() => indexedDB.databases());
    expect(
      databases.map(({ name }) => name).filter((name) => name?.includes('practice')),
    ).to.deep.equal([]);
  });

  it('asks anew as ben types beside the list, keeps what he types, and shows it again after a reload', async () => {
    const ann = await people.at('ann', APP);
    for (const what of ['Mend the roof', 'Mend the fence']) {
      await ann.fillIn(['New errand'], [[/What is to be done/, what]]);
    }
    await ann.page.getByText('All sent').waitFor();

    const ben = await people.at('ben', APP);
    await ben.press('Give an errand away');
    await ben.press('Look through all errands');
    const { page } = ben;
    const row = (name: string) => page.locator('case-list').getByRole('button', { name });
    await row('Mend the roof').waitFor();
    const asked: string[] = [];
    page.on('request', (request) => {
      if (!request.url().includes('/api/search')) return;
      asked.push(new URLSearchParams(request.postData() ?? '').get('name') ?? '');
    });
    const words = page.getByLabel('Words of the errand');
    await words.pressSequentially('mend ', { delay: 20 });
    await page.waitForResponse((response) => response.url().includes('/api/search'));
    await words.pressSequentially('fence', { delay: 20 });
    await row('Mend the roof').waitFor({ state: 'detached' });
    await row('Mend the fence').waitFor();
    expect(await words.inputValue()).to.equal('mend fence');
    expect(await words.evaluate((input) => input.matches(':focus'))).to.equal(true);
    expect(asked).to.deep.equal(['mend', 'mend fence']);
    expect(page.url()).not.to.contain('fence');

    await page.reload();
    await row('Mend the fence').waitFor();
    expect(await words.inputValue()).to.equal('mend fence');
    expect(await row('Mend the roof').count()).to.equal(0);
    await page.goBack();
    await page.getByRole('button', { name: 'Look through all errands' }).waitFor();
    await page.goForward();
    await row('Mend the fence').waitFor();
    await ben.press('Sign out');
    await page.getByRole('heading', { name: 'Sign in' }).waitFor();
    expect(await page.evaluate(() => sessionStorage.length)).to.equal(0);
  });
});

const user = (username: string) => ({ username, password: 'caseload', firstName: username });

const PROJECT = {
  domain: 'errands',
  name: 'Errands of the village',
  users: [user('ann'), user('ben')],
  caseSearch: ['errand'],
};
