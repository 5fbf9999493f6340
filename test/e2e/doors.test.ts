import { expect } from 'chai';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { errandsCcz, errandsFiles, errandsRestore } from '../support/errands-app.ts';
import { openingFiles } from './opening-files.ts';

describe('the ways in for an app that no server of ours has', () => {
  let folder: string;
  let open: FileServer;
  let closed: FileServer;
  let unnamed: FileServer;

  before(async () => {
    [open, closed, unnamed] = await Promise.all([
      serveFiles(errandsFiles, { 'Access-Control-Allow-Origin': '*' }),
      serveFiles(errandsFiles, {}),
      serveFiles(errandsFiles, { 'Access-Control-Allow-Origin': '*' }),
    ]);
    folder = await mkdtemp(join(tmpdir(), 'caseload-doors-'));
    await writeAll(join(folder, 'errands'), { ...errandsFiles, '.DS_Store': 'x' });
    await writeAll(join(folder, 'both'), { 'ann.xml': errandsRestore, 'notes.txt': 'hello' });
    await writeFile(join(folder, 'both/errands.ccz'), errandsCcz());
  });

  // After the others: the server of the page is told their addresses.
  const files = openingFiles(() => ['--app-source', open.url, '--app-source', closed.url]);

  after(async () => {
    await Promise.all([open, closed, unnamed].map((server) => server?.stop()));
    await rm(folder, { recursive: true, force: true });
  });

  /** Drops files and folders of this computer on the page, as the system does. */
  const drop = async (...paths: readonly string[]) => {
    const box = await files.page.locator('case-open .drop').boundingBox();
    const at = { x: (box?.x ?? 0) + 40, y: (box?.y ?? 0) + 20 };
    const devtools = await files.page.context().newCDPSession(files.page);
    const data = {
      items: [],
      files: paths.map((path) => join(folder, path)),
      dragOperationsMask: 1,
    };
    for (const type of ['dragEnter', 'dragOver', 'drop'] as const)
      await devtools.send('Input.dispatchDragEvent', { type, ...at, data });
  };

  const given = async (count: number) => {
    await files.page
      .locator('case-open .file')
      .nth(count - 1)
      .waitFor();
    return files.page.locator('case-open .file .name').allInnerTexts();
  };

  const openGiven = () => files.page.getByRole('button', { name: 'Open', exact: true }).click();

  const openAddress = async (address: string) => {
    await files.page.getByLabel('Or give the address of an app').fill(address);
    await files.press('Add address');
    await openGiven();
  };

  it('a folder with an unpacked app and a restore are dropped together', async () => {
    await drop('errands', 'both/ann.xml');
    expect(await given(2)).to.have.members(['errands', 'ann.xml']);
    await openGiven();
    await files.restWorks();
    await files.page.getByText('ann', { exact: true }).first().waitFor();
  });

  it('of a folder without an unpacked app, the archive and the restore in it are taken', async () => {
    await drop('both');
    expect(await given(2)).to.have.members(['errands.ccz', 'ann.xml']);
    await openGiven();
    await files.restWorks();
  });

  it('an archive and a restore are dropped one after the other', async () => {
    await drop('both/errands.ccz');
    await drop('both/ann.xml');
    expect(await given(2)).to.deep.equal(['errands.ccz', 'ann.xml']);
    await openGiven();
    await files.restWorks();
  });

  it('a folder is chosen', async () => {
    await files.page.locator('case-open #folder').setInputFiles(join(folder, 'errands'));
    expect(await given(1)).to.deep.equal(['errands']);
    await openGiven();
    await files.restWorks();
  });

  it('the profile at an address brings its suite, texts and forms from there', async () => {
    await openAddress(`${open.url}/app/profile.ccpr`);
    await files.restWorks();
    expect(open.asked).to.include('/app/modules-0/forms-1.xml');
  });

  it('an archive at an address is opened, too', async () => {
    await openAddress(`${open.url}/app/errands.ccz`);
    await files.restWorks();
  });

  it('an address without a file is told with what the server said', async () => {
    await openAddress(`${open.url}/elsewhere/profile.ccpr`);
    expect(await files.told())
      .to.contain('the server answered 404')
      .and.contain('/elsewhere/');
    files.expected = /404/;
  });

  it('a server that lets no other page read its files is told by name, with a way on', async () => {
    await openAddress(`${closed.url}/app/profile.ccpr`);
    expect(await files.told())
      .to.contain(new URL(closed.url).host)
      .and.contain('Download the file and drop it here');
    files.expected = /CORS|ERR_FAILED/;
  });

  it('a server that nobody has allowed is told with how to allow it', async () => {
    await openAddress(`${unnamed.url}/app/profile.ccpr`);
    expect(await files.told()).to.contain(`--app-source ${unnamed.url}`);
    expect(unnamed.asked).to.deep.equal([]);
    files.expected = /Content Security Policy/;
  });

  it('what is no address of a file is told beside the field', async () => {
    const field = files.page.getByLabel('Or give the address of an app');
    await field.fill('file:///etc/passwd');
    await files.press('Add address');
    await files.page.getByText('Enter an address that begins with https://').waitFor();
    expect(await field.evaluate((input) => input.matches(':focus'))).to.equal(true);
  });
});

interface FileServer {
  readonly url: string;
  /** Paths in the order in which they were asked for. */
  readonly asked: readonly string[];
  stop(): Promise<void>;
}

/** Serves the files below `/app/`, and the archive of the app beside them. */
async function serveFiles(
  files: Readonly<Record<string, string>>,
  headers: Readonly<Record<string, string>>,
): Promise<FileServer> {
  const asked: string[] = [];
  const contents = new Map<string, string | Uint8Array>(
    Object.entries(files).map(([path, text]) => [`/app/${path}`, text]),
  ).set('/app/errands.ccz', errandsCcz());
  const server = createServer(({ url = '' }, response) => {
    asked.push(url);
    const content = contents.get(url);
    response.writeHead(content === undefined ? 404 : 200, headers).end(content);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}`, asked, stop: () => close(server) };
}

function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}

async function writeAll(folder: string, files: Readonly<Record<string, string>>): Promise<void> {
  for (const [path, text] of Object.entries(files)) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), text);
  }
}
