import { expect } from 'chai';
import type { Browser, Page } from 'playwright-core';
import { launchBrowser, openPage } from '../support/launch-browser.ts';
import type { OpenedPage } from '../support/launch-browser.ts';
import { errandsCcz } from '../support/errands-app.ts';
import type { RunningServer } from '../support/start-server.ts';
import { startServer } from '../support/start-server.ts';
import { People } from './people.ts';
import { Person } from './person.ts';
import type { Answers } from './person.ts';

const POSTS = 'Health posts';
const VISITS = 'Home visits';

function patient(name: string): Answers {
  return [
    [/name of the patient/, name],
    [/In which village/, 'Kisumu'],
    [/somebody to call/, 'No'],
  ];
}

async function register(who: Person, name: string): Promise<void> {
  await who.home();
  await who.choose('New patient', /^Register a patient$/);
  await who.answer(patient(name));
  await who.press('Send form');
}

async function finish(who: Person): Promise<void> {
  await who.page.getByRole('heading', { name: 'Form sent' }).waitFor();
  await who.press('Continue');
}

function today(): string {
  return new Date().toISOString().slice(0, 10);
}

describe('the sample apps for an organization', () => {
  let people: People;

  before(async () => {
    people = await People.gather();
  });

  after(() => people?.leave());

  it('give what wanda registers to her post, where the nurse above sees it and the post beside does not', async () => {
    const wanda = await people.at('wanda', POSTS);
    await register(wanda, 'Asha');
    await finish(wanda);
    const riverPost = await wanda.ownerNamed('River post');
    expect(await wanda.storedCases()).to.deep.equal([{ caseName: 'Asha', ownerId: riverPost }]);
    const hanna = await people.at('hanna', POSTS);
    expect(await hanna.list('Patients')).to.deep.equal(['Asha']);
    const pam = await people.at('pam', POSTS);
    expect(await pam.storedCases()).to.deep.equal([]);
  });

  it('ask the nurse of a clinic with posts below for the owner, and propose her answer the next time', async () => {
    const hanna = await people.at('hanna', POSTS);
    await register(hanna, 'Bahati');
    await hanna.page.getByRole('radiogroup', { name: /patient belong to/ }).waitFor();
    await hanna.page.getByRole('radio', { name: /Hill post/ }).check();
    await hanna.press('Continue');
    await finish(hanna);
    const hillPost = await hanna.ownerNamed('Hill post');
    expect(await hanna.storedOwner('Bahati')).to.equal(hillPost);
    const pam = await people.at('pam', POSTS);
    expect(await pam.storedCases()).to.deep.equal([{ caseName: 'Bahati', ownerId: hillPost }]);

    await register(hanna, 'Chiku');
    await hanna.page.getByRole('radio', { name: /Hill post/, checked: true }).waitFor();
    await hanna.page.getByRole('radio', { name: /Amani clinic location/ }).check();
    await hanna.press('Continue');
    await finish(hanna);
    expect(await hanna.storedOwner('Chiku')).to.equal(await hanna.ownerNamed('Amani clinic'));
  });

  it('delegate by a child case: the post asked sees task and patient until the task is done', async () => {
    const hanna = await people.at('hanna', POSTS);
    await hanna.openFor('Asha', 'Patients', 'Ask a post to visit');
    await hanna.answer([
      [/What is to be done/, 'Weigh her'],
      [/Which post should do it/, 'Hill post'],
    ]);
    await hanna.send();
    await hanna.press('Continue');

    const wanda = await people.at('wanda', POSTS);
    expect(await wanda.storedOwner('Weigh her')).to.equal(undefined);
    const pam = await people.at('pam', POSTS);
    expect(await pam.storedOwner('Weigh her')).to.equal(await pam.ownerNamed('Hill post'));
    expect(await pam.list('Patients')).to.have.members(['Bahati', 'Asha']);

    await pam.openFor('Weigh her', 'Referrals and tasks', 'Done');
    await pam.answer([[/How did it go/, '54 kg']]);
    await pam.send();
    await pam.press('Continue');
    expect(await pam.list('Patients')).to.deep.equal(['Bahati']);
    expect(await wanda.list('Patients')).to.deep.equal(['Asha']);
  });

  it('refer by an extension, which both sides see until the patient is closed in the other app', async () => {
    const wanda = await people.at('wanda', POSTS);
    await wanda.openFor('Asha', 'Patients', 'Refer to a clinic');
    await wanda.answer([
      [/Why is the patient referred/, 'Fever'],
      [/Which clinic/, 'Amani clinic'],
    ]);
    await wanda.send();
    await wanda.press('Continue');
    await wanda.page.getByText('All sent').waitFor();
    const hanna = await people.at('hanna', POSTS);
    const clinic = await hanna.ownerNamed('Amani clinic');
    for (const who of [wanda, hanna]) expect(await who.storedOwner('Fever')).to.equal(clinic);

    await wanda.changeTo(VISITS);
    await wanda.openFor('Asha', 'Patients', 'Visit');
    await wanda.answer([
      [/When did you see/, today()],
      [/well again/, 'Yes'],
      [/somebody else look after/, 'No'],
    ]);
    await wanda.send();
    await wanda.press('Continue');
    await wanda.page.getByText('All sent').waitFor();
    const { storedCases } = await everythingOf(people, 'hanna');
    expect(storedCases).to.have.members(['Bahati', 'Chiku']);
    expect((await everythingOf(people, 'wanda')).storedCases).to.deep.equal([]);
  });

  it('send what is missing to the clinic, after saying that the post will not see it', async () => {
    const wanda = await people.at('wanda', POSTS);
    await wanda.choose('Supplies', 'Report what is missing');
    await wanda.answer([
      [/What is missing/, 'Gloves'],
      [/How much/, '40'],
    ]);
    await wanda.press('Send form');
    await wanda.page.getByRole('heading', { name: 'Who will see this?' }).waitFor();
    await wanda.page
      .getByText(/Amani clinic/)
      .first()
      .waitFor();
    await wanda.page.getByText('You will not see it on your lists').waitFor();
    await wanda.press('Send form');
    await finish(wanda);
    expect(await wanda.storedOwner('Gloves')).to.equal(undefined);
    const hanna = await people.at('hanna', POSTS);
    expect(await hanna.list('Supplies', 'Has been sent')).to.deep.equal(['Gloves']);
    expect(await hanna.storedOwner('Gloves')).to.equal(await hanna.ownerNamed('Amani clinic'));
  });

  it('let the district choose a post by a question', async () => {
    const omar = await people.at('omar', POSTS);
    await omar.fillIn(
      ['New patient', 'Register a patient for a post'],
      [
        [/Which post looks after/, 'River post'],
        [/name of the patient/, 'Eshe'],
      ],
    );
    expect(await omar.storedOwner('Eshe')).to.equal(await omar.ownerNamed('River post'));
    await omar.page.getByText('All sent').waitFor();
    const wanda = await people.at('wanda', POSTS);
    expect(await wanda.list('Patients')).to.deep.equal(['Eshe']);
  });

  it('keep a note private', async () => {
    const wanda = await people.at('wanda', POSTS);
    await wanda.openFor('Eshe', 'Patients', 'Write a private note');
    await wanda.answer([[/want to remember/, 'Speaks Luo']]);
    await wanda.send();
    await wanda.press('Continue');
    expect(await wanda.storedOwner('Speaks Luo')).to.equal(await wanda.userId());
    await wanda.page.getByText('All sent').waitFor();
    const { storedCases } = await everythingOf(people, 'hanna');
    expect(storedCases).to.include('Eshe').and.not.include('Speaks Luo');
  });

  it('share patients between the apps by their type, and let one be handed over', async () => {
    const wanda = await people.at('wanda', VISITS);
    expect(await wanda.list('Clients')).to.deep.equal([]);
    await wanda.fillIn(
      ['New patient', 'Register somebody met on the way'],
      [[/name of the patient/, 'Jamila']],
    );
    expect(await wanda.list('Patients')).to.have.members(['Eshe', 'Jamila']);
    await wanda.openFor('Jamila', 'Patients', 'Visit');
    await wanda.answer([
      [/When did you see/, today()],
      [/well again/, 'No'],
      [/somebody else look after/, 'Yes'],
      [/Which location/, 'Amani clinic'],
    ]);
    await wanda.press('Send form');
    await wanda.page.getByText('You will not see it on your lists').waitFor();
    await wanda.press('Send form');
    await finish(wanda);
    expect(await wanda.storedOwner('Jamila')).to.equal(undefined);
    const hanna = await people.at('hanna', VISITS);
    expect(await hanna.storedOwner('Jamila')).to.equal(await hanna.ownerNamed('Amani clinic'));
  });

  it('give whom the nurse meets on the way to her own clinic', async () => {
    const hanna = await people.at('hanna', VISITS);
    await hanna.fillIn(
      ['New patient', 'Register somebody met on the way'],
      [[/name of the patient/, 'Faraji']],
    );
    expect(await hanna.storedOwner('Faraji')).to.equal(await hanna.ownerNamed('Amani clinic'));
    await hanna.changeTo(POSTS);
    expect(await hanna.list('Patients')).to.include('Faraji');
  });

  for (const [name, reason] of [
    ['lone', 'you do not belong to one yet'],
    ['rita', 'You belong to the group Monthly report, where nothing is shared'],
    ['ada', 'You work for the location Statistics office, where nothing can be kept'],
    ['vera', 'South district, which only sees what the places below have'],
  ] as const) {
    it(`tell ${name} why there is no owner, and keep the form until there is`, async () => {
      const who = await people.at(name, POSTS);
      await who.choose('New patient', /^Register a patient$/);
      await who.page.getByText(reason).first().waitFor();
      await who.press('Fill in now, send later');
      await who.answer(patient('Gathoni'));
      await who.press('Send form');
      await who.page.getByText(reason).first().waitFor();
      await who.home();
      await who.press('1 draft');
      await who.page.getByText(/owner/).first().waitFor();
      expect(await who.storedCases()).to.deep.equal([]);
    });
  }
});

async function everythingOf(people: People, name: string) {
  const who = await people.at(name, POSTS);
  const storedCases = (await who.storedCases()).map(({ caseName }) => caseName);
  return { storedCases };
}

describe('an organization that is set up from nothing, as docs/organization.md tells it', () => {
  let server: RunningServer;
  let browser: Browser;
  let opened: OpenedPage;
  let page: Page;

  before(async () => {
    server = await startServer({ args: ['--new', 'Amani district'] });
    browser = await launchBrowser();
    opened = await openPage(browser);
    page = opened.page;
    page.setDefaultTimeout(30_000);
  });

  after(async () => {
    await browser?.close();
    await server?.stop();
  });

  async function goTo(section: string): Promise<void> {
    await page.getByRole('navigation').getByRole('link', { name: section }).click();
    await page.getByRole('heading', { level: 1, name: section }).waitFor();
  }

  async function save(name: string): Promise<void> {
    await page.getByRole('button', { name: 'Save' }).click();
    const confirm = page.getByRole('button', { name: 'Make the change' });
    const saved = page.getByText(`${name} was saved.`);
    await confirm.or(saved).first().waitFor();
    if (await confirm.isVisible()) await confirm.click();
    await saved.waitFor();
  }

  async function addLevel(name: string, code: string, ...switches: string[]): Promise<void> {
    await page.getByRole('link', { name: 'Add a level' }).click();
    await page.getByLabel('Name', { exact: true }).fill(name);
    await page.getByLabel('Code', { exact: true }).fill(code);
    for (const each of switches) await page.getByLabel(each, { exact: true }).check();
    await save(name);
  }

  async function addLocation(name: string, level: string, parent?: string): Promise<void> {
    await page.getByRole('link', { name: 'Add a location' }).click();
    await page.getByLabel('Name', { exact: true }).fill(name);
    await page.getByLabel('Site code').fill(name.toLowerCase().replaceAll(' ', '-'));
    await page.getByLabel('Organization level').selectOption({ label: level });
    if (parent !== undefined) await page.getByLabel('Below').selectOption({ label: parent });
    await save(name);
  }

  async function addPerson(username: string, location: string): Promise<void> {
    await page.getByRole('link', { name: 'Add a person' }).click();
    await page.getByLabel('Username').fill(username);
    await page.getByLabel('Password', { exact: true }).fill('caseload');
    await page.getByLabel(location, { exact: true }).check();
    await save(username);
  }

  it('begins with one administrator, whose password the terminal has shown', async () => {
    const [, password] = /Administrator: admin \(password: (\S+)\)/.exec(server.output()) ?? [];
    await page.goto(`${server.url}/admin`);
    await page.getByLabel('User name').fill('admin');
    await page.getByLabel('Password', { exact: true }).fill(password!);
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.getByRole('heading', { level: 1, name: 'People' }).waitFor();
  });

  it('gets levels, a clinic with two posts below it, and people', async () => {
    await goTo('Organization levels');
    await addLevel('Clinic', 'clinic', 'Owns cases', 'Views child data');
    await addLevel('Health post', 'post', 'Owns cases');
    await goTo('Locations');
    await addLocation('Amani', 'Clinic');
    await addLocation('River', 'Health post', 'Amani');
    await addLocation('Hill', 'Health post', 'Amani');
    await goTo('People');
    await addPerson('wanda', 'Amani/River');
    await addPerson('pam', 'Amani/Hill');
    await addPerson('nora', 'Amani');
    const rows = await page.locator('tbody tr').allInnerTexts();
    const row = (name: string) => rows.find((text) => text.includes(name));
    expect(row('wanda')).to.contain('River');
    expect(row('nora')).to.contain('3 owners possible');
    expect(opened.problems).to.deep.equal([]);
  });

  it('gets an app of its own, which people are offered', async () => {
    await goTo('Apps');
    await page.getByRole('link', { name: 'Upload an app' }).click();
    const buffer = Buffer.from(errandsCcz());
    const file = { name: 'errands.ccz', mimeType: 'application/zip', buffer };
    await page.getByLabel('File').setInputFiles(file);
    await page.getByRole('button', { name: 'Upload an app' }).click();
    await page.getByText('errands.ccz is there').waitFor();
    const wanda = await Person.signIn(browser, server.url, 'wanda', 'Errands');
    await wanda.button('New errand').waitFor();
    await wanda.close();
    expect(opened.problems).to.deep.equal([]);
  });

  it('lets the worker of a post register at once, and the nurse above see it and say which post is meant', async () => {
    const wanda = await Person.signIn(browser, server.url, 'wanda', POSTS);
    await register(wanda, 'Asha');
    await finish(wanda);
    await wanda.page.getByText('All sent').waitFor();
    const nora = await Person.signIn(browser, server.url, 'nora', POSTS);
    expect(await nora.list('Patients')).to.deep.equal(['Asha']);
    await register(nora, 'Bahati');
    await nora.page.getByRole('radio', { name: /Hill/ }).check();
    await nora.press('Continue');
    await finish(nora);
    await nora.page.getByText('All sent').waitFor();
    const pam = await Person.signIn(browser, server.url, 'pam', POSTS);
    expect(await pam.list('Patients')).to.deep.equal(['Bahati']);
    for (const who of [wanda, nora, pam]) await who.close();
  });
});
