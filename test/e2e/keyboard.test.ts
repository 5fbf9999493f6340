import { expect } from 'chai';
import type { OpenedPage } from '../support/launch-browser.ts';
import { wardCcz, wardRestore } from '../support/ward-app.ts';
import { Keyboard } from './keyboard.ts';
import { openingFiles } from './opening-files.ts';

const POSTS = 'Health posts';

describe('a person without a mouse', () => {
  const files = openingFiles();

  it('registers, finds the case again in its list, and is asked for the owner, from signing in to sending', async () => {
    const { page } = files.opened;
    const keyboard = new Keyboard(page);
    await signIn(files.opened, 'hanna');
    await keyboard.press(new RegExp(POSTS));
    await arrive(files.opened, POSTS);
    await keyboard.press(/^New patient/);
    await arrive(files.opened, 'New patient');
    await keyboard.press(/^Register a patient$/);
    await page.locator('xf-form').waitFor();
    await keyboard.type(/name of the patient/, 'Zawadi');
    await keyboard.type(/In which village/, 'Kisumu');
    await choose(keyboard, /^Yes$/, 'No');
    await keyboard.press(/^Send form/);
    await page.getByRole('radiogroup', { name: /patient belong to/ }).waitFor();
    await choose(keyboard, /^Amani clinic/, 'Hill post');
    await keyboard.press(/^Continue/);
    await arrive(files.opened, 'Form sent');
    await keyboard.press(/^Continue/);

    await arrive(files.opened, POSTS);
    await keyboard.press(/^Patients/);
    await page.locator('case-list').waitFor();
    await keyboard.keys('/');
    await page.keyboard.type('zawadi');
    await keyboard.keys('ArrowDown');
    expect((await keyboard.focused()).name).to.equal('Zawadi');
  });

  it('opens an app from a file, looks through the tabs of a case, and fills a form in', async () => {
    const { page } = files.opened;
    const keyboard = new Keyboard(page);
    await files.open({ name: 'ward.ccz', bytes: wardCcz() }, wardRestore);
    await arrive(files.opened, 'Ward');
    await keyboard.press(/^Round$/);
    await arrive(files.opened, 'Patients');
    await keyboard.tabTo(/^Search/);
    await page.keyboard.type('amina');
    await keyboard.keys('ArrowDown', 'Enter');
    await arrive(files.opened, 'Amina Diallo');
    await keyboard.tabTo(/^Person$/);
    await keyboard.keys('ArrowRight');
    expect(await keyboard.focused()).to.deep.equal({ role: 'tab', name: 'Readings' });
    await page.getByRole('img', { name: /Temperature|°C/ }).waitFor();
    await keyboard.press(/^Continue/);
    await page.locator('xf-form').waitFor();
    await keyboard.type(/What did you see/, 'Sleeps well');
    await choose(keyboard, /^No pain/, 'Some pain');
    await keyboard.press(/^Send form/);
    await arrive(files.opened, 'Saved on this computer');
  });
});

async function signIn({ page }: OpenedPage, name: string): Promise<void> {
  const keyboard = new Keyboard(page);
  await page.getByLabel('User name').waitFor();
  await keyboard.type(/^User name/, name);
  await keyboard.type(/^Password/, 'caseload');
  await keyboard.keys('Enter');
  await page.getByRole('heading', { name: 'Choose an app' }).waitFor();
}

/** The heading of a page takes the focus when one comes to it, so that the next key goes on from there. */
async function arrive({ page }: OpenedPage, heading: string): Promise<void> {
  await page.getByRole('heading', { name: heading, exact: true }).first().waitFor();
}

/** Comes to a group of radio buttons by the one of them that is a stop, and takes the one of that name. */
async function choose(keyboard: Keyboard, stop: RegExp, choice: string): Promise<void> {
  let { name } = await keyboard.tabTo(stop);
  for (let moves = 0; !name.startsWith(choice); moves += 1) {
    if (moves === 12) throw new Error(`There is no choice “${choice}”`);
    await keyboard.keys('ArrowDown');
    ({ name } = await keyboard.focused());
  }
  await keyboard.keys('Space');
}
