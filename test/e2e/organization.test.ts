import { expect } from 'chai';
import { People } from './people.ts';
import type { Answers, Person } from './person.ts';

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
