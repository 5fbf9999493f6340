import { expect } from 'chai';
import { errandsCcz, errandsFiles, errandsRestore } from '../support/errands-app.ts';
import { openingFiles } from './opening-files.ts';

const SUITE = errandsFiles['suite.xml'] as string;

describe('an app that is not as it should be', () => {
  const files = openingFiles();

  const openParts = (parts: Readonly<Record<string, string>>) =>
    files.openErrands(errandsCcz(parts));

  it('names the file of a form that is missing, and the rest of it works', async () => {
    const { 'modules-0/forms-1.xml': _, ...rest } = errandsFiles;
    await openParts({ ...rest, 'suite.xml': withoutDatums(SUITE) });
    await files.page.getByText(/parts of this app do not work as they are/).click();
    await files.page.getByText(/forms-1\.xml \(resource give\) is not among the files/).waitFor();
    await files.press('Give an errand away');
    await files.page.getByRole('heading', { name: 'This form cannot be opened' }).waitFor();
    expect(await files.told())
      .to.contain('./modules-0/forms-1.xml')
      .and.contain('suite.xml, line 3')
      .and.contain('Export the app again');
    await files.press('Go back');
    await files.restWorks();
  });

  it('names line and column of a suite that is broken, and takes another file afterwards', async () => {
    await openParts({ ...errandsFiles, 'suite.xml': '<suite>\n<menu id="root">\n</suite>' });
    expect(await files.told())
      .to.contain('suite.xml')
      .and.match(/line 3/);
    await files.openErrands();
    await files.restWorks();
  });

  it('shows the expression of a list whose filter cannot be evaluated', async () => {
    await openParts({
      ...errandsFiles,
      'suite.xml': SUITE.replace("[@status='open']", '[@status=]'),
    });
    await files.press('Give an errand away');
    expect(await files.told())
      .to.contain('[@status=]')
      .and.match(/m0-f1.*character 61/);
    await files.press('Go back');
    await files.restWorks();
  });

  it('names a lookup table that the user does not have', async () => {
    const suite = SUITE.replace(
      '<instance id="casedb" src="jr://instance/casedb"/>',
      '<instance id="places" src="jr://fixture/item-list:places"/>',
    ).replace(/nodeset="[^"]*"/, `nodeset="instance('places')/places_list/places"`);
    await openParts({ ...errandsFiles, 'suite.xml': suite });
    await files.press('Give an errand away');
    expect(await files.told()).to.contain('places');
    await files.press('Go back');
    await files.restWorks();
  });

  it('refuses an archive that would fill the memory, before it is unpacked', async () => {
    await files.openErrands(withDeclaredSize(errandsCcz(), 512 * 1024 * 1024));
    expect(await files.told())
      .to.contain('errands.ccz')
      .and.contain('256 MB');
    await files.openErrands();
    await files.restWorks();
  });

  it('refuses an archive with a path that climbs out of it', async () => {
    await openParts({ ...errandsFiles, '../../outside.xml': '<x/>' });
    expect(await files.told())
      .to.contain('../../outside.xml')
      .and.contain('outside the app');
  });

  it('names the place of a restore that is cut off', async () => {
    const restore = errandsRestore.slice(0, errandsRestore.indexOf('<Registration'));
    await files.open({ name: 'errands.ccz', bytes: errandsCcz() }, restore);
    expect(await files.told())
      .to.contain('restore.xml')
      .and.match(/line \d/);
  });
});

/** The second entry leads straight to its form. */
function withoutDatums(suite: string): string {
  return suite.replace(/<session><datum id="case_id" .*<\/session>/, '');
}

/** The archive with another size of its first file in the central directory, which is what is asked before unpacking. */
function withDeclaredSize(archive: Uint8Array, size: number): Uint8Array {
  const bytes = Buffer.from(archive);
  const entry = bytes.indexOf(Buffer.from([0x50, 0x4b, 0x01, 0x02]));
  bytes.writeUInt32LE(size, entry + 24);
  return bytes;
}
