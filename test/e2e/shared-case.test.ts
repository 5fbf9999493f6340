import { expect } from 'chai';
import type { Browser } from 'playwright-core';
import { launchBrowser } from '../support/launch-browser.ts';
import type { RunningServer } from '../support/start-server.ts';
import { startServer } from '../support/start-server.ts';
import type { Answers } from './person.ts';
import { Person } from './person.ts';

const DAY = 86_400_000;
const databaseUrl = process.env['CASELOAD_TEST_DATABASE_URL'];

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
  await person.choose('Mothers in care', 'Visit');
  return person.listed();
}

for (const database of databaseUrl === undefined ? ['embedded'] : ['embedded', 'PostgreSQL']) {
  describe(`a shared case, with the ${database} database`, () => {
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
      server = await startServer(
        database === 'PostgreSQL' && databaseUrl !== undefined ? { databaseUrl } : {},
      );
    });

    afterEach(async () => {
      for (const person of people.splice(0)) await person.close();
    });

    after(async () => {
      await browser?.close();
      await server?.stop();
    });

    it('goes from david to maria and back, and stays out of the sight of another group', async () => {
      const david = await signIn('david');
      await register(david, 'Monica Achieng');
      const [stored] = await david.storedCases();
      const group = await groupNamed(david, 'Village A');
      expect(stored).to.deep.equal({ caseName: 'Monica Achieng', ownerId: group });

      const maria = await signIn('maria');
      expect(await ownersInRestore(maria, 'Monica Achieng')).to.deep.equal([group]);
      expect(await openList(maria)).to.deep.equal(['Monica Achieng']);
      await maria.press('Monica Achieng');
      await maria.page.getByText('Village A: David').waitFor();
    });
  });
}

async function groupNamed(person: Person, name: string): Promise<string> {
  const answer = await person.page.request.get(new URL('/api/session', person.page.url()).href);
  const { groups } = (await answer.json()) as { groups: { id: string; name: string }[] };
  return groups.find((group) => group.name === name)?.id ?? '';
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
