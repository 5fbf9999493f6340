import { expect } from 'chai';
import type { Browser } from 'playwright-core';
import { launchBrowser } from '../support/launch-browser.ts';
import type { RunningServer } from '../support/start-server.ts';
import { startServer } from '../support/start-server.ts';
import type { OwnDatabase } from '../support/test-postgres.ts';
import { createOwnDatabase, postgresUrl } from '../support/test-postgres.ts';
import type { Answers } from './person.ts';
import { Person } from './person.ts';

const DAY = 86_400_000;

function inDays(days: number): string {
  return new Date(Date.now() + days * DAY).toISOString().slice(0, 10);
}

function registration(name: string): Answers {
  return [
    [/agree to be registered/, 'Yes'],
    [/full name/, name],
    [/which village/, 'Kisumu'],
    [/know her date of birth/, 'No'],
    [/how old is she/, '24'],
    [/know when her last period/, 'No'],
    [/How many weeks/, '12'],
    [/given birth before/, '0'],
    [/these signs today/, 'None of these'],
    [/visit her next/, inDays(14)],
  ];
}

async function register(person: Person, name: string): Promise<void> {
  await person.home();
  await person.choose('New pregnancy', 'Register a pregnancy');
  await person.answer(registration(name));
  await person.send();
  await person.press('Continue');
}

/** The list of mothers in care, from wherever the person is. */
async function openList(person: Person): Promise<string[]> {
  await person.home();
  await person.choose('Mothers in care');
  return person.listed();
}

async function visit(person: Person, name: string, phone: string): Promise<void> {
  await openList(person);
  await person.press(name);
  await person.press('Continue');
  await person.choose('Follow-up visit');
  await person.answer([
    [/which day did you see her/, inDays(0)],
    [/her telephone number/, phone],
    [/any of these signs/, 'None of these'],
    [/iron tablets/, '7'],
    [/visit her next/, inDays(20)],
  ]);
  await person.send();
  await person.press('Continue');
}

/** The embedded database, and a real PostgreSQL when there is one. */
const databases = postgresUrl === undefined ? [undefined] : [undefined, postgresUrl];

for (const serverUrl of databases) {
  describe(`a shared case, ${serverUrl ? 'on PostgreSQL' : 'on the embedded database'}`, () => {
    let own: OwnDatabase | undefined;
    let browser: Browser;
    let server: RunningServer;
    const people: Person[] = [];

    const signIn = async (name: string) => {
      const person = await Person.signIn(browser, server.url, name);
      people.push(person);
      return person;
    };

    before(async () => {
      browser = await launchBrowser();
      own = serverUrl === undefined ? undefined : await createOwnDatabase(serverUrl);
      server = await startServer(own === undefined ? {} : { databaseUrl: own.url });
    });

    afterEach(async () => {
      for (const person of people.splice(0)) await person.close();
    });

    after(async () => {
      await browser?.close();
      await server?.stop();
      await own?.drop();
    });

    it('goes from david to maria and back, and stays out of the sight of another group', async () => {
      const david = await signIn('david');
      await register(david, 'Monica Achieng');
      const group = await david.ownerNamed('Village A');
      expect(await david.storedCases()).to.deep.equal([
        { caseName: 'Monica Achieng', ownerId: group },
      ]);
      await david.page.getByText('All sent').waitFor();

      const maria = await signIn('maria');
      expect(await ownersInRestore(maria, 'Monica Achieng')).to.deep.equal([group]);
      expect(await openList(maria)).to.deep.equal(['Monica Achieng']);
      await maria.press('Monica Achieng');
      await maria.page.getByText(/^Village A: David \S+, Maria/).waitFor();
      await visit(maria, 'Monica Achieng', '0712345678');
      await maria.page.getByText('All sent').waitFor();

      await openList(david);
      await david.sync();
      await david.press('Monica Achieng');
      await david.page.getByRole('link', { name: '0712345678' }).waitFor();

      const zed = await signIn('zed');
      expect(await openList(zed)).to.deep.equal([]);
      expect(await ownersInRestore(zed, 'Monica Achieng')).to.deep.equal([]);
    });

    it('is not begun by lone, who is told why before typing anything', async () => {
      const lone = await signIn('lone');
      await lone.choose('New pregnancy');
      await lone.page.getByText('You can’t register a pregnancy yet').waitFor();
      await lone.press('Register a pregnancy');
      await lone.page.getByText('you do not belong to one yet').first().waitFor();
      expect(await lone.page.locator('xf-form').count()).to.equal(0);
    });

    it('is not begun by nurse, who is told which two groups compete', async () => {
      const nurse = await signIn('nurse');
      await nurse.choose('New pregnancy', 'Register a pregnancy');
      const why = nurse.page.getByText(/Village A and Village B, and this form gives the new/);
      await why.first().waitFor();
      expect(await nurse.page.locator('xf-form').count()).to.equal(0);
      expect(await openList(nurse)).to.deep.equal(['Monica Achieng']);
    });

    it('is registered without a network, waits, and arrives once', async () => {
      const david = await signIn('david');
      await david.home();
      await david.choose('New pregnancy', 'Register a pregnancy');
      await david.context.setOffline(true);
      await david.answer(registration('Akinyi Odhiambo'));
      await david.send();
      await david.page.getByText(/: 1 form/).waitFor();
      await david.press('Continue');
      expect(await openList(david)).to.include('Akinyi Odhiambo');

      await david.context.setOffline(false);
      await david.page.getByText('All sent').waitFor();
      await david.sync();
      expect(await ownersInRestore(david, 'Akinyi Odhiambo')).to.have.length(1);
      expect(await openList(david)).to.include('Akinyi Odhiambo');
    });

    it('survives a session that ends while the form is open', async () => {
      const david = await signIn('david');
      await david.choose('New pregnancy', 'Register a pregnancy');
      await david.answer(registration('Wanjiku Kamau').slice(0, 4));
      await david.context.clearCookies();
      await david.answer(registration('Wanjiku Kamau').slice(4));
      await david.send();
      await david.page.getByText('Sign in again to send', { exact: true }).waitFor();
      await david.press(/Sync now|Sign in again/);
      const dialog = david.page.getByRole('dialog');
      await dialog.getByLabel('Password', { exact: true }).fill('caseload');
      await dialog.getByRole('button', { name: 'Sign in' }).click();
      await david.page.getByText('All sent').waitFor();
      expect(await ownersInRestore(david, 'Wanjiku Kamau')).to.have.length(1);
    });

    it('does not stay behind on the computer of somebody who has sent everything and signs out', async () => {
      const maria = await signIn('maria');
      expect(await maria.storedCases()).not.to.deep.equal([]);
      await maria.press('Sign out');
      await maria.page.getByLabel('User name').waitFor();
      const databases = await maria.page.evaluate(() => indexedDB.databases());
      expect(databases).to.deep.equal([]);
    });

    it('is kept as a draft when one leaves, and gone on with later', async () => {
      const maria = await signIn('maria');
      await maria.choose('New pregnancy', 'Register a pregnancy');
      await maria.answer(registration('Njeri Mwangi').slice(0, 3));
      await maria.press('Save and leave');
      const menu = maria.page.getByRole('heading', { name: 'New pregnancy' });
      await menu.waitFor();
      await maria.page.reload();
      await menu.waitFor();
      await maria.press('1 draft');
      await maria.press(/^Continue/);
      await maria.page.getByRole('textbox', { name: /full name/ }).waitFor();
      await maria.answer(registration('Njeri Mwangi').slice(3));
      await maria.send();
      await maria.page.getByText('All sent').waitFor();
      expect(await ownersInRestore(maria, 'Njeri Mwangi')).to.have.length(1);
    });
  });
}

/** What the server sends this person about cases of that name: one owner for each block that creates one. */
async function ownersInRestore(person: Person, caseName: string): Promise<string[]> {
  const answer = await person.page.request.get(
    new URL('/api/restore?version=2.0', person.page.url()).href,
  );
  const blocks = (await answer.text()).split('<case ').slice(1);
  return blocks
    .filter((block) => block.includes(`<case_name>${caseName}</case_name>`))
    .map((block) => /<owner_id>([^<]*)/.exec(block)?.[1] ?? '');
}
