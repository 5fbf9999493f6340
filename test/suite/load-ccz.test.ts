import { expect } from 'chai';
import { strToU8, zipSync } from 'fflate';
import { AppLoadError } from '../../src/suite/app-load-error.ts';
import type { ArchiveLimits } from '../../src/suite/load-ccz.ts';
import { loadCcz } from '../../src/suite/load-ccz.ts';

const PROFILE = `<profile version="7" uniqueid="app1" name="Clinic" requiredMajor="2">
  <property key="cur_locale" value="fr"/><property key="cc-auto-purge" value="yes"/><unheard-of/>
  <suite><resource id="suite" version="1">
    <location authority="remote">https://example.org/suite.xml</location>
    <location authority="local">./suite.xml</location>
  </resource></suite>
</profile>`;

function resource(kind: string, path: string, attributes = ''): string {
  return `<${kind} ${attributes}><resource id="${path}"><location authority="local">${path}</location></resource></${kind}>`;
}

const SUITE = `<suite>
  ${resource('xform', './forms/a.xml')}${resource('xform', './forms/b.xml')}
  ${resource('locale', './en/app_strings.txt', 'language="en"')}
  ${resource('locale', './fr/app_strings.txt', 'language="fr"')}
  ${resource('locale', './default/app_strings.txt', 'language="default"')}
  <entry><form>urn:a</form><command id="m0-f0"><text><locale id="a"/></text></command></entry>
  <entry><form>urn:b</form><command id="m0-f1"><text><locale id="b"/></text></command></entry>
  <menu id="m0"><text>Menu</text><command id="m0-f0"/><command id="m0-f1"/></menu>
</suite>`;

function form(xmlns: string): string {
  return `<h:html xmlns:h="http://www.w3.org/1999/xhtml" xmlns="http://www.w3.org/2002/xforms"><h:head>
    <model><instance><data xmlns="${xmlns}"><q/></data></instance></model></h:head><h:body/></h:html>`;
}

function archive(changes: Record<string, string | undefined> = {}): Uint8Array {
  const files: Record<string, string | undefined> = {
    'profile.ccpr': PROFILE,
    'suite.xml': SUITE,
    'default/app_strings.txt': 'a=A',
    'en/app_strings.txt': 'a=A',
    'fr/app_strings.txt': 'a=Ah',
    'forms/a.xml': form('urn:a'),
    'forms/b.xml': form('urn:b'),
    ...changes,
  };
  const present = Object.entries(files).filter(
    (file): file is [string, string] => file[1] !== undefined,
  );
  return zipTexts(Object.fromEntries(present));
}

function zipTexts(files: Readonly<Record<string, string>>): Uint8Array {
  const entries = Object.entries(files).map(([path, text]) => [path, strToU8(text)]);
  return zipSync(Object.fromEntries(entries));
}

function refusal(bytes: Uint8Array, limits?: ArchiveLimits): AppLoadError {
  try {
    loadCcz(bytes, 'clinic.ccz', limits && { limits });
  } catch (error) {
    if (error instanceof AppLoadError) return error;
    throw error;
  }
  throw new Error('The archive was taken');
}

describe('opening a .ccz', () => {
  it('it opens with its profile, languages, menus and forms', () => {
    const app = loadCcz(archive(), 'clinic.ccz');
    expect(app.profile).to.include({ uniqueId: 'app1', name: 'Clinic', version: 7 });
    expect(app.profile.properties['cc-auto-purge']).to.equal('yes');
    expect(app.languages).to.deep.equal(['fr', 'en']);
    expect([...app.forms.keys()]).to.deep.equal(['urn:a', 'urn:b']);
    expect(app.caseSharing).to.be.undefined;
    expect(app.problems).to.deep.equal([]);
  });

  it('the litter of operating systems is passed over, also where it is no XML', () => {
    const app = loadCcz(
      archive({ '__MACOSX/forms/._a.xml': '\u0000', '.DS_Store': 'x', 'forms/.DS_Store': 'x' }),
      'clinic.ccz',
    );
    expect(app.problems).to.deep.equal([]);
  });

  it('an app zipped together with its folder opens too', () => {
    const inside = Object.fromEntries(
      ['profile.ccpr', 'suite.xml', 'default/app_strings.txt'].map((path) => [path, undefined]),
    );
    const app = loadCcz(
      archive({
        ...inside,
        'clinic/profile.ccpr': PROFILE,
        'clinic/suite.xml': SUITE,
        'clinic/forms/a.xml': form('urn:a'),
      }),
      'clinic.ccz',
    );
    expect([...app.forms.keys()]).to.deep.equal(['urn:a']);
  });

  it('a missing form is a problem of that form, and the rest stays', () => {
    const app = loadCcz(archive({ 'forms/b.xml': undefined }), 'clinic.ccz');
    expect([...app.forms.keys()]).to.deep.equal(['urn:a']);
    expect(app.problems[0]?.message).to.contain('./forms/b.xml');
    expect(app.problems[1]?.message).to.contain('m0-f1 opens the form urn:b');
  });

  it('a broken second suite is a problem with its file and line, and the first is opened', () => {
    const second = resource('suite', './media_suite.xml');
    const profile = PROFILE.replace('</profile>', `${second}</profile>`);
    const files = { 'profile.ccpr': profile, 'media_suite.xml': '<suite>\n<media></suite>' };
    const app = loadCcz(archive(files), 'clinic.ccz');
    expect(app.problems[0]).to.include({ file: 'media_suite.xml', line: 2 });
    expect([...app.forms.keys()]).to.deep.equal(['urn:a', 'urn:b']);
  });

  it('a restore for practising comes with the app; a broken one is a problem, not an error', () => {
    const suite = SUITE.replace(
      '</suite>',
      `${resource('user-restore', './practice.xml')}</suite>`,
    );
    const restore = '<OpenRosaResponse xmlns="http://openrosa.org/http/response"/>';
    const files = { 'suite.xml': suite, 'practice.xml': restore };
    expect(loadCcz(archive(files), 'clinic.ccz').practiceRestore).to.deep.equal({
      path: 'practice.xml',
      text: restore,
    });
    const broken = loadCcz(archive({ ...files, 'practice.xml': '<a>' }), 'clinic.ccz');
    expect(broken.practiceRestore).to.equal(undefined);
    expect(broken.problems[0]).to.include({ file: 'practice.xml' });
  });

  it('a broken form is a problem with its file and line', () => {
    const app = loadCcz(archive({ 'forms/b.xml': '<a>\n<b></a>' }), 'clinic.ccz');
    expect(app.problems[0]).to.include({ file: 'forms/b.xml', line: 2 });
    expect([...app.forms.keys()]).to.deep.equal(['urn:a']);
  });

  it('a raw < in an attribute is read as it was meant, and told', () => {
    const suite = SUITE.replace('<menu id="m0">', '<menu id="m0" relevant="1 < 2">');
    const app = loadCcz(archive({ 'suite.xml': suite }), 'clinic.ccz');
    expect(app.menus[0]?.relevant).to.equal('1 < 2');
    expect(app.problems.map(({ file }) => file)).to.deep.equal(['suite.xml']);
    expect(app.problems[0]?.message).to.match(/\(column \d+\)$/);
    expect(app.problems[0]?.remedy).to.contain('&lt;');
  });

  it('a command that leads nowhere is told by its name', () => {
    const suite = SUITE.replace('<command id="m0-f1"/>', '<command id="m9-f9"/>');
    const { problems } = loadCcz(archive({ 'suite.xml': suite }), 'clinic.ccz');
    expect(problems.map(({ message }) => message).join()).to.contain('m9-f9');
  });

  it('the sharing assertion says that the app shares cases', () => {
    const assertion = `<assertions><assert test="true()"><text>
      <locale id="case_sharing.exactly_one_group"/></text></assert></assertions></entry>`;
    const suite = SUITE.replace('</entry>', assertion);
    expect(loadCcz(archive({ 'suite.xml': suite }), 'clinic.ccz').caseSharing).to.be.true;
  });

  it('a zipped folder with an app.json opens as the app that it defines', () => {
    const forms = [{ name: 'Note', xform: 'note.xml' }];
    const definition = {
      id: 'own',
      name: 'Own',
      modules: [{ name: 'Notes', case_type: 'note', forms }],
    };
    const files = { 'own/app.json': JSON.stringify(definition), 'own/note.xml': form('urn:note') };
    const app = loadCcz(zipTexts(files), 'own.zip');
    expect(app.profile.name).to.equal('Own');
    expect([...app.forms.keys()]).to.deep.equal(['urn:note']);
  });

  it('an app.json that is not JSON is refused by name', () => {
    expect(refusal(zipTexts({ 'app.json': '{' })).message).to.contain('app.json');
  });

  it('what is no zip is refused with a remedy', () => {
    const error = refusal(strToU8('not a zip at all'));
    expect(error.message).to.contain('clinic.ccz').and.contain('not a zip');
    expect(error.remedy).to.contain('.ccz');
  });

  it('a zip without a profile is refused by name', () => {
    expect(refusal(archive({ 'profile.ccpr': undefined })).message).to.contain('profile.ccpr');
  });

  it('an ill-formed suite is refused with its line', () => {
    expect(refusal(archive({ 'suite.xml': '<suite>\n<menu' })).message).to.contain('line 2');
  });

  it('an app for a later major version is refused', () => {
    const profile = PROFILE.replace('requiredMajor="2"', 'requiredMajor="3"');
    expect(refusal(archive({ 'profile.ccpr': profile })).message).to.contain('CommCare 3');
  });

  it('an entry that climbs out of the archive is refused', () => {
    expect(refusal(archive({ '../evil.xml': 'x' })).message).to.contain('../evil.xml');
    expect(refusal(archive({ '/etc/passwd': 'x' })).message).to.contain('/etc/passwd');
  });

  it('too many entries and too many bytes are refused before they are unpacked', () => {
    expect(refusal(archive(), { entries: 3, bytes: 1e6 }).message).to.contain('more than 3 files');
    const bomb = archive({ 'bomb.txt': ' '.repeat(4 * 1024 * 1024) });
    expect(refusal(bomb, { entries: 99, bytes: 2 * 1024 * 1024 }).message).to.contain('2 MB');
  });

  it('an archive with a file that is larger than it says is refused, with the name of that file', () => {
    const bytes = Buffer.from(archive({ 'bomb.txt': ' '.repeat(64 * 1024) }));
    const name = bytes.lastIndexOf('bomb.txt');
    bytes.writeUInt32LE(10, name - 46 + 24);
    expect(refusal(bytes).message).to.contain('bomb.txt is larger than it says');
  });

  it('a damaged file is a problem with its name, and the rest stays', () => {
    const bytes = Buffer.from(archive());
    bytes.writeUInt32LE(0, bytes.lastIndexOf('forms/b.xml') - 46 + 16);
    const app = loadCcz(bytes, 'clinic.ccz');
    expect(app.problems[0]).to.include({ file: 'forms/b.xml' });
    expect(app.problems[0]?.message).to.contain('damaged');
    expect([...app.forms.keys()]).to.deep.equal(['urn:a']);
  });

  it('a byte order mark before the texts of the app is no part of them', () => {
    const app = loadCcz(archive({ 'default/app_strings.txt': '\uFEFFa=A' }), 'clinic.ccz');
    expect(app.strings.get('default')?.get('a')).to.equal('A');
  });
});
