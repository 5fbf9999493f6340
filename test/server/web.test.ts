import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { expect } from 'chai';
import { databaseKinds } from './test-database.ts';
import { TestServer } from './test-server.ts';
import type { Client } from './test-server.ts';

describe('web app and apps', () => {
  let folder: string;
  let server: TestServer;
  let david: Client;

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'caseload-web-'));
    await write('web/index.html', '<!doctype html><title>Caseload</title>');
    await write('web/assets/main-4f3a9c21.js', 'export const a = 1;\n'.repeat(200));
    await write('web/sw.js', 'self');
    await write('secret.txt', 'secret');
    await write('web/.hidden', 'secret');
    await write('forms/clinic/app.json', '{"name": {"fr": "Clinique", "en": "Clinic"}}');
    await write('forms/clinic/visit.xml', '<h:html/>');
    await write('forms/clinic/sessions/one.jsonl', '{}');
    await write('forms/other/app.json', '{"name": "Other"}');
    await write('forms/broken/app.json', '{');
    await write('forms/packed.ccz', 'PK');
    await write('forms/notes.txt', 'notes');
    server = await TestServer.open(databaseKinds[0]!.open, {
      webFolder: join(folder, 'web'),
      appsFolder: join(folder, 'forms'),
    });
    david = await server.signIn(
      `david@${await server.project({ apps: ['clinic', 'packed', 'broken'] })}`,
    );
  });
  after(async () => {
    await server.close();
    await rm(folder, { recursive: true });
  });

  async function write(path: string, text: string): Promise<void> {
    await mkdir(join(folder, path, '..'), { recursive: true });
    await writeFile(join(folder, path), text);
  }

  it('answers index.html to the addresses of pages', async () => {
    for (const path of ['/', '/index.html', '/apps/clinic/m0/f1', '/sign-in?next=/x']) {
      const response = await server.request(path);
      expect(response.status, path).to.equal(200);
      expect(await response.text(), path).to.contain('<title>Caseload</title>');
      expect(response.headers.get('Cache-Control'), path).to.equal('no-cache');
    }
  });

  it('answers 404, not index.html, to files and API addresses that there are not', async () => {
    for (const path of [
      '/assets/gone-12345678.js',
      '/favicon.png',
      '/api/nothing',
      '/a/x',
      '/a/x/nothing',
    ]) {
      expect((await server.request(path)).status, path).to.be.oneOf([401, 404]);
    }
    expect((await server.request('/assets/gone-12345678.js')).status).to.equal(404);
  });

  it('lets browsers keep files with a hash in their name for ever, and ask about all others', async () => {
    const hashed = await server.request('/assets/main-4f3a9c21.js');
    expect(hashed.headers.get('Cache-Control')).to.contain('immutable');
    expect(hashed.headers.get('Content-Type')).to.equal('text/javascript; charset=utf-8');
    expect((await server.request('/sw.js')).headers.get('Cache-Control')).to.equal('no-cache');
  });

  it('answers 304 to a browser that has the file', async () => {
    const etag = (await server.request('/')).headers.get('ETag')!;
    for (const tag of [etag, `W/${etag}`]) {
      const response = await server.request('/', { headers: { 'If-None-Match': tag } });
      expect(response.status).to.equal(304);
    }
  });

  it('sends text compressed to those who take it', async () => {
    const response = await server.request('/assets/main-4f3a9c21.js', {
      headers: { 'Accept-Encoding': 'gzip' },
    });
    expect(response.headers.get('Content-Encoding')).to.equal('gzip');
    const text = gunzipSync(Buffer.from(await response.arrayBuffer())).toString();
    expect(text).to.contain('export const a');
  });

  it('never leaves the folder', async () => {
    const paths = [
      '/../secret.txt',
      '/%2e%2e/secret.txt',
      '/..%2fsecret.txt',
      '/assets/..%2f..%2fsecret.txt',
      '/..%5csecret.txt',
      '/.hidden',
      '/%00',
      '/%zz',
    ];
    for (const path of paths) {
      const response = await server.request(path);
      expect(await response.text(), path).not.to.contain('secret');
    }
  });

  it('sends a policy that allows nothing from elsewhere and nothing inline, with every answer', async () => {
    for (const path of ['/', '/api/session', '/healthz', '/assets/gone-12345678.js']) {
      const { headers } = await server.request(path);
      const policy = headers.get('Content-Security-Policy') ?? '';
      expect(policy, path).to.contain("default-src 'none'");
      expect(policy, path).to.contain("script-src 'self';");
      expect(policy, path).not.to.contain('unsafe');
      expect(headers.get('X-Content-Type-Options'), path).to.equal('nosniff');
    }
  });

  it('lets nobody keep what depends on who asks', async () => {
    for (const path of ['/api/session', '/api/people?ids=x', '/api/restore']) {
      const response = await david.request(path);
      expect(response.headers.get('Cache-Control'), path).to.equal('no-store');
    }
  });

  /** What only an uploaded app has. */
  const folderApp = { version: null, caseSharing: null };

  it('lists the apps of the user’s project, with their files', async () => {
    const response = await david.request('/api/apps');
    expect(await response.json()).to.deep.equal([
      {
        id: 'broken',
        name: 'broken',
        kind: 'definition',
        url: '/api/apps/broken/app.json',
        files: ['app.json'],
        ...folderApp,
      },
      {
        id: 'clinic',
        name: 'Clinic',
        kind: 'definition',
        url: '/api/apps/clinic/app.json',
        files: ['app.json', 'visit.xml'],
        ...folderApp,
      },
      {
        id: 'packed',
        name: 'packed',
        kind: 'ccz',
        url: '/api/apps/packed/packed.ccz',
        files: ['packed.ccz'],
        ...folderApp,
      },
    ]);
  });

  it('offers a compiled app that was unpacked, its profile first', async () => {
    await write('forms/unpacked/profile.ccpr', '<profile/>');
    await write('forms/unpacked/modules-0/forms-0.xml', '<h:html/>');
    const client = await server.signIn(`david@${await server.project({ apps: ['unpacked'] })}`);
    expect(await (await client.request('/api/apps')).json()).to.deep.equal([
      {
        id: 'unpacked',
        name: 'unpacked',
        kind: 'folder',
        url: '/api/apps/unpacked/profile.ccpr',
        files: ['profile.ccpr', 'modules-0/forms-0.xml'],
        ...folderApp,
      },
    ]);
    const form = await client.request('/api/apps/unpacked/modules-0/forms-0.xml');
    expect(await form.text()).to.equal('<h:html/>');
  });

  it('names the apps in the language of the project, or else in their first', async () => {
    const names = async (language: string) => {
      const domain = await server.project({ apps: ['clinic', 'other'], language });
      const client = await server.signIn(`maria@${domain}`);
      const apps = (await (await client.request('/api/apps')).json()) as { name: string }[];
      return apps.map((app) => app.name);
    };
    expect(await names('en')).to.deep.equal(['Clinic', 'Other']);
    expect(await names('fr')).to.deep.equal(['Clinique', 'Other']);
    expect(await names('sw')).to.deep.equal(['Clinique', 'Other']);
  });

  it('sends the files of those apps and no others', async () => {
    const status = async (path: string) => (await david.request(path)).status;
    expect(await (await david.request('/api/apps/clinic/visit.xml')).text()).to.equal('<h:html/>');
    expect(await status('/api/apps/packed/packed.ccz')).to.equal(200);
    expect(await status('/api/apps/other/app.json')).to.equal(404);
    expect(await status('/api/apps/clinic/sessions/one.jsonl')).to.equal(404);
    expect(await status('/api/apps/clinic/..%2fother%2fapp.json')).to.equal(404);
    expect(await status('/api/apps/nothing/app.json')).to.equal(404);
    expect((await server.request('/api/apps/clinic/app.json')).status).to.equal(401);
    expect((await server.request('/api/apps')).status).to.equal(401);
  });

  it('says how to build the web app when there is none', async () => {
    const bare = await TestServer.open(databaseKinds[0]!.open);
    const response = await bare.request('/');
    expect(response.status).to.equal(503);
    expect(await response.text()).to.contain('npm run build');
    await bare.close();
  });
});
