import { expect } from 'chai';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { errandsCcz, errandsFiles } from '../support/errands-app.ts';
import { People } from './people.ts';

const APP = 'Errands';

describe('a compiled app that the project offers', () => {
  let folder: string;
  let people: People;

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'caseload-compiled-'));
    const project = join(folder, 'project.json');
    await writeFile(project, JSON.stringify(PROJECT));
    await writeFile(join(folder, 'errands.ccz'), errandsCcz(SEARCHABLE));
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

/** The app with a search over everybody's errands, and with a restore to practise with. */
const SEARCHABLE = {
  ...errandsFiles,
  'suite.xml': searchable(errandsFiles['suite.xml'] as string),
  'practice.xml': `<OpenRosaResponse xmlns="http://openrosa.org/http/response"><message nature="ota_restore_success">Hello</message>
<Sync xmlns="http://commcarehq.org/sync"><restore_id>p</restore_id></Sync>
<Registration xmlns="http://openrosa.org/user/registration"><username>learner</username><password/><uuid>learner</uuid><date>2026-01-01</date></Registration>
<case xmlns="http://commcarehq.org/case/transaction/v2" case_id="p1" date_modified="2026-01-01T00:00:00Z" user_id="learner">
<create><case_type>errand</case_type><case_name>Made-up errand</case_name><owner_id>learner</owner_id></create></case></OpenRosaResponse>`,
};

function searchable(suite: string): string {
  const action = (text: string, command: string) =>
    `<action><display><text>${text}</text></display><stack><push><mark/><command value="'${command}'"/></push></stack></action>`;
  const actions =
    action('Search all errands', 'find') + action('Look through all errands', 'browse');
  const claimed = `count(instance('casedb')/casedb/case[@case_id = instance('commcaresession')/session/data/found_id]) = 0`;
  const found = `<detail id="found"><title><text>Errands</text></title><field><header><text>Errand</text></header>
<template><text><xpath function="case_name"/></text></template></field></detail>`;
  const search = (
    command: string,
    attribute: string,
  ) => `<remote-request><post url="https://example.org/a/errands/phone/claim-case/" relevant="${claimed}">
<data key="case_id" ref="instance('commcaresession')/session/data/found_id"/></post>
<command id="${command}"><display><text>Find</text></display></command>
<instance id="casedb" src="jr://instance/casedb"/><instance id="commcaresession" src="jr://instance/session"/>
<session><query url="https://example.org/a/errands/phone/search/" storage-instance="results" template="case" ${attribute}>
<title><text>Find an errand</text></title><data key="case_type" ref="'errand'"/>
<prompt key="name"><display><text>Words of the errand</text></display></prompt></query>
<datum id="found_id" nodeset="instance('results')/results/case" value="./@case_id" detail-select="found"/></session>
<stack><push><rewind value="instance('commcaresession')/session/data/found_id"/></push></stack></remote-request>`;
  const practice = `<user-restore><resource id="practice" version="1"><location authority="local">./practice.xml</location></resource></user-restore>`;
  return suite
    .replace('</text></title><field>', `</text></title>${actions}<field>`)
    .replace(
      '</suite>',
      `${found}${search('find', '')}${search('browse', 'dynamic_search="true"')}${practice}</suite>`,
    );
}
