import { expect } from 'chai';
import { strToU8, zipSync } from 'fflate';
import { openGivenFiles } from '../../src/machines/open-given-files.ts';

const PROFILE = `<profile name="Clinic" uniqueid="c"><suite><resource id="s">
  <location authority="local">./suite.xml</location></resource></suite></profile>`;
const SUITE = `<suite><user-restore><resource id="u">
  <location authority="local">./practice.xml</location></resource></user-restore></suite>`;

function restore(username: string): string {
  return `<OpenRosaResponse xmlns="http://openrosa.org/http/response"><message>Hello</message>
    <Registration xmlns="http://openrosa.org/user/registration"><username>${username}</username>
      <password/><uuid>u-${username}</uuid><date>2026-01-01</date></Registration></OpenRosaResponse>`;
}

const file = (name: string, text: string) => ({ name, bytes: strToU8(text) });

function archive(files: Readonly<Record<string, string>>) {
  const entries = Object.entries(files).map(([path, text]) => [path, strToU8(text)]);
  return { name: 'clinic.ccz', bytes: zipSync(Object.fromEntries(entries)) };
}

const PRACTISED = {
  'profile.ccpr': PROFILE,
  'suite.xml': SUITE,
  'practice.xml': restore('trainee'),
};

describe('files that a person gave', () => {
  it('let one practise with the restore that came with the app', async () => {
    const opened = await openGivenFiles([archive(PRACTISED)]);
    expect(opened.restore.registration?.username).to.equal('trainee');
  });

  it('are worked with by the user of the restore beside the app', async () => {
    const opened = await openGivenFiles([file('ann.xml', restore('ann')), archive(PRACTISED)]);
    expect(opened.restore.registration?.username).to.equal('ann');
  });

  it('are the folder of an app as well as its archive', async () => {
    const files = new Map(Object.entries(PRACTISED).map(([path, text]) => [path, strToU8(text)]));
    const opened = await openGivenFiles([{ name: 'clinic', files }]);
    expect(opened.app.profile.name).to.equal('Clinic');
    expect(opened.restore.registration?.username).to.equal('trainee');
  });

  it('are worked with by a guest where there is no restore', async () => {
    const bare = archive({ 'profile.ccpr': PROFILE, 'suite.xml': '<suite/>' });
    const { restore: none } = await openGivenFiles([bare]);
    expect(none.registration?.username).to.equal('guest');
  });
});
