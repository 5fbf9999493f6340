import { expect } from 'chai';
import { People } from './people.ts';
import type { Answers } from './person.ts';

const APP = 'Village rounds';

function household(head: string): Answers {
  return [
    [/head of the household/, head],
    [/How many people/, '4'],
    [/Where does the water/, 'Well'],
  ];
}

describe('the sample app for villages', () => {
  let people: People;

  before(async () => {
    people = await People.gather();
  });

  after(() => people?.leave());

  it('gives david’s household to his one village, where maria sees it and zed does not', async () => {
    const david = await people.at('david', APP);
    await david.fillIn(['New household', 'Register a household'], household('Otieno'));
    expect(await david.storedOwner('Otieno')).to.equal(await david.ownerNamed('Village A'));
    await david.page.getByText('All sent').waitFor();
    const maria = await people.at('maria', APP);
    expect(await maria.list('Households')).to.deep.equal(['Otieno']);
    const zed = await people.at('zed', APP);
    expect(await zed.list('Households')).to.deep.equal([]);
    expect(await zed.storedCases()).to.deep.equal([]);
  });

  it('tells the nurse of two villages why the automatic form cannot open, and lets her choose in the other', async () => {
    const nurse = await people.at('nurse', APP);
    await nurse.choose('New household', /^Register a household\b(?! for)/);
    await nurse.page.getByText(/Village A and Village B, and this form gives the new/).waitFor();
    expect(await nurse.page.locator('xf-form').count()).to.equal(0);
    await nurse.fillIn(
      ['New household', 'Register a household for a village'],
      [[/In which village/, 'Village B'], ...household('Mwangi')],
    );
    const villageB = await nurse.ownerNamed('Village B');
    expect(await nurse.storedOwner('Mwangi')).to.equal(villageB);
    const zed = await people.at('zed', APP);
    expect(await zed.list('Households')).to.deep.equal(['Mwangi']);
    expect(await zed.storedOwner('Mwangi')).to.equal(villageB);
  });

  it('lets her visit a household that she could not register, and keeps its owner', async () => {
    const nurse = await people.at('nurse', APP);
    await nurse.openFor('Otieno', 'Households', 'Visit');
    await nurse.answer([
      [/When were you there/, new Date().toISOString().slice(0, 10)],
      [/What have you seen/, 'A leaking roof'],
    ]);
    await nurse.send();
    await nurse.press('Continue');
    expect(await nurse.storedOwner('Otieno')).to.equal(await nurse.ownerNamed('Village A'));
  });

  it('moves a household to the other village: the old one loses it, and is told so', async () => {
    const nurse = await people.at('nurse', APP);
    await nurse.openFor('Otieno', 'Households', 'Has moved to another village');
    await nurse.answer([[/Where does the household live now/, 'Village B']]);
    await nurse.send();
    await nurse.press('Continue');
    expect(await nurse.listed()).to.have.members(['Otieno', 'Mwangi']);

    const david = await people.at('david', APP);
    const told = david.page.getByText(/Otieno .*belongs to/);
    await told.waitFor();
    await david.page.reload();
    await told.waitFor();
    await david.press('Do not show this again');
    await told.waitFor({ state: 'detached' });
    expect(await david.list('Households')).to.deep.equal([]);
    expect(await david.storedOwner('Otieno')).to.equal(undefined);
    const zed = await people.at('zed', APP);
    expect(await zed.list('Households')).to.have.members(['Otieno', 'Mwangi']);
  });

  it('keeps a reminder to whoever wrote it', async () => {
    const david = await people.at('david', APP);
    await david.fillIn(
      ['My reminders', 'Write a reminder'],
      [[/What do you want to remember/, 'Bring chalk']],
    );
    expect(await david.storedOwner('Bring chalk')).to.equal(await david.userId());
    await david.page.getByText('All sent').waitFor();
    const maria = await people.at('maria', APP);
    expect(await maria.storedOwner('Bring chalk')).to.equal(undefined);
  });

  it('tells lone, who is in no village, what is missing, and takes his reminders', async () => {
    const lone = await people.at('lone', APP);
    await lone.choose('New household', 'Register a household');
    await lone.page.getByText('you do not belong to one yet').first().waitFor();
    await lone.fillIn(
      ['My reminders', 'Write a reminder'],
      [[/What do you want to remember/, 'Ask for a group']],
    );
    expect(await lone.storedOwner('Ask for a group')).to.equal(await lone.userId());
  });
});
