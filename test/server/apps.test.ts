import { randomUUID } from 'node:crypto';
import { expect } from 'chai';
import { zipSync } from 'fflate';
import type { ProjectApp } from '../../src/project/project-app.ts';
import { createsSharedCases } from '../../src/project/project-app.ts';
import { databaseKinds } from './test-database.ts';
import { TestServer } from './test-server.ts';
import type { Client } from './test-server.ts';

for (const kind of databaseKinds) {
  describe(`apps that administrators upload, on ${kind.name}`, () => {
    let server: TestServer;
    let domain: string;
    let admin: Client;
    let david: Client;

    before(async () => {
      server = await TestServer.open(kind.open, { appsFolder: 'forms' });
    });
    beforeEach(async () => {
      domain = await server.project({ apps: ['maternal-health'] });
      admin = await server.signIn(`admin@${domain}`);
      david = await server.signIn(`david@${domain}`);
    });
    after(() => server.close());

    const upload = (bytes: Uint8Array | string, file: string, app?: string) =>
      admin.request(
        `/api/admin/apps?file=${encodeURIComponent(file)}${app === undefined ? '' : `&app=${app}`}`,
        { method: 'POST', body: bytes as BodyInit },
      );

    async function appsOf(client: Client) {
      const answer = await client.request('/api/apps');
      return (await answer.json()) as { id: string; name: string; kind: string; url: string; version: number; caseSharing: boolean | null }[]; // prettier-ignore
    }

    const known = async () =>
      (await (await admin.request('/api/admin/apps')).json()) as ProjectApp[];

    const appIn = async (id: string) => (await known()).find(({ appId }) => appId === id)!;

    const settle = (id: string, changes: Partial<ProjectApp>, { name, caseSharing, groupIds, currentVersion }: ProjectApp) => // prettier-ignore
      admin.post(`/api/admin/apps/${id}`, { ...{ name, caseSharing, groupIds, currentVersion }, ...changes }); // prettier-ignore

    it('are offered to the users at once, and an upload of the same app is its new version', async () => {
      expect((await upload(compiled({ version: 3 }), 'clinic.ccz')).status).to.equal(201);
      expect((await upload(compiled({ version: 4, name: 'Clinic 4' }), 'clinic.ccz', 'clinic-app')).status).to.equal(201); // prettier-ignore
      const [app] = (await appsOf(david)).filter(({ id }) => id === 'clinic-app');
      expect(app).to.include({ name: 'Clinic 4', kind: 'ccz', version: 2 });
      const bytes = new Uint8Array(await (await david.request(app!.url)).arrayBuffer());
      expect(bytes).to.deep.equal(compiled({ version: 4, name: 'Clinic 4' }));
      const { versions } = await appIn('clinic-app');
      expect(versions.map(({ version, ownVersion, username }) => [version, ownVersion, username])).to.deep.equal([[2, 4, 'admin'], [1, 3, 'admin']]); // prettier-ignore
    });

    it('are replaced by nothing that is called or made otherwise, unless it is said which app is meant', async () => {
      expect((await upload(plainForm('Births', 'births'), 'a.xml')).status).to.equal(201);
      expect((await upload(plainForm('Deaths', 'deaths'), 'b.xml')).status).to.equal(201);
      expect((await appsOf(david)).map(({ name }) => name)).to.include.members(['Births', 'Deaths']); // prettier-ignore
      expect((await upload(plainForm('Weddings', 'births'), 'c.xml')).status).to.equal(422);
      expect((await upload(plainForm('Births', 'births'), 'c.xml')).status).to.equal(201);
      expect((await upload(plainForm('Weddings', 'births'), 'c.xml', 'births')).status).to.equal(201); // prettier-ignore
      expect((await appIn('births')).versions).to.have.length(3);
      expect((await appIn('deaths')).versions).to.have.length(1);
    });

    it('have ids of their own where no letter of a name can stand in an address', async () => {
      await upload(plainForm('One'), 'जन्म.xml');
      await upload(plainForm('Two'), 'मृत्यु.xml');
      expect((await appsOf(david)).map(({ name }) => name)).to.include.members(['One', 'Two']);
    });

    it('have another address for other bytes, also once an app was removed', async () => {
      const url = async () => (await appsOf(david)).find(({ id }) => id === 'clinic-app')!.url;
      await upload(compiled({ version: 1 }), 'clinic.ccz');
      const first = await url();
      expect((await david.request(first)).headers.get('Cache-Control')).to.contain('immutable');
      await admin.request('/api/admin/apps/clinic-app', { method: 'DELETE' });
      await upload(compiled({ version: 2 }), 'clinic.ccz');
      expect(await url()).not.to.equal(first);
      expect((await david.request(first)).status).to.equal(404);
      const old = await david.request('/api/apps/clinic-app/v1.ccz');
      expect(old.headers.get('Cache-Control')).not.to.contain('immutable');
    });

    it('leave an app of the server’s folder to its groups when they are removed', async () => {
      const app = await appIn('maternal-health');
      await settle('maternal-health', { groupIds: [david.group] }, app);
      expect((await upload(compiled({}), 'clinic.ccz', 'maternal-health')).status).to.equal(201);
      await admin.request('/api/admin/apps/maternal-health', { method: 'DELETE' });
      expect((await appIn('maternal-health')).groupIds).to.deep.equal([david.group]);
      expect(await appsOf(await server.signIn(`zed@${domain}`))).to.deep.equal([]);
    });

    it('are for groups that there are', async () => {
      const app = await appIn('maternal-health');
      expect((await settle('maternal-health', { groupIds: ['nobody'] }, app)).status).to.equal(422);
    });

    it('can go back to an older version, which is there under its own address all the time', async () => {
      await upload(compiled({ version: 3 }), 'clinic.ccz');
      await upload(compiled({ version: 4 }), 'clinic.ccz');
      const old = await david.request('/api/apps/clinic-app/v1.ccz');
      expect(new Uint8Array(await old.arrayBuffer())).to.deep.equal(compiled({ version: 3 }));
      const app = await appIn('clinic-app');
      expect((await settle('clinic-app', { currentVersion: 9 }, app)).status).to.equal(422);
      expect((await settle('clinic-app', { currentVersion: 1 }, app)).status).to.equal(204);
      expect((await appsOf(david)).find(({ id }) => id === 'clinic-app')?.version).to.equal(1);
    });

    it('may be one form, and an archive with a definition of our own', async () => {
      expect((await upload(VISIT, 'visit.xml')).status).to.equal(201);
      expect((await upload(definition(false), 'own.zip')).status).to.equal(201);
      const apps = await known();
      expect(apps.find(({ ownName }) => ownName === 'Visit')).to.include({ isCompiled: true, creates: false }); // prettier-ignore
      const own = apps.find(({ ownName }) => ownName === 'Own app')!;
      expect(own).to.include({ isCompiled: false, shares: false, creates: true });
      expect(createsSharedCases(own)).to.equal(false);
      expect((await settle(own.appId, { caseSharing: true }, own)).status).to.equal(204);
      expect(createsSharedCases(await appIn(own.appId))).to.equal(true);
      expect((await appsOf(david)).find(({ id }) => id === own.appId)?.caseSharing).to.equal(true);
    });

    it('are refused with a sentence when they are none, and nothing is kept', async () => {
      const before = await known();
      const wrong: [Uint8Array | string, string][] = [
        ['hello', 'notes.txt'],
        ['<data/>', 'data.xml'],
        [zipSync({ 'a.txt': new Uint8Array([1]) }), 'a.ccz'],
        [compiled({}).slice(0, 200), 'cut.ccz'],
        [zipSync({ 'app.json': new TextEncoder().encode('{"name": 5}') }), 'bad.zip'],
      ];
      for (const [bytes, file] of wrong) {
        const answer = await upload(bytes, file);
        expect(answer.status, file).to.equal(422);
        const { message } = (await answer.json()) as { message: string };
        expect(message.length, file).to.be.greaterThan(20);
      }
      expect(await known()).to.deep.equal(before);
      expect(server.log).to.deep.equal([]);
    });

    it('can be for the members of groups only', async () => {
      await upload(compiled({}), 'clinic.ccz');
      const zed = await server.signIn(`zed@${domain}`);
      const app = await appIn('clinic-app');
      expect((await settle('clinic-app', { groupIds: [david.group] }, app)).status).to.equal(204);
      const sees = async (client: Client) => (await appsOf(client)).map(({ id }) => id);
      expect(await sees(david)).to.include('clinic-app');
      expect(await sees(zed)).not.to.include('clinic-app');
      expect((await zed.request('/api/apps/clinic-app/v1.ccz')).status).to.equal(404);
    });

    it('are seen by nobody once they are removed', async () => {
      await upload(compiled({}), 'clinic.ccz');
      const remove = () => admin.request('/api/admin/apps/clinic-app', { method: 'DELETE' });
      expect((await remove()).status).to.equal(204);
      expect((await appsOf(david)).map(({ id }) => id)).to.deep.equal(['maternal-health']);
      expect((await david.request('/api/apps/clinic-app/v1.ccz')).status).to.equal(404);
      expect((await remove()).status).to.equal(422);
    });

    it('leave a line for each change in the history of the project', async () => {
      await upload(compiled({}), 'clinic.ccz');
      await settle('clinic-app', { name: 'Our clinic' }, await appIn('clinic-app'));
      await admin.request('/api/admin/apps/clinic-app', { method: 'DELETE' });
      const { rows } = (await (await admin.request('/api/admin/audit')).json()) as { rows: { change: { kind: string; name: string }; before: { name?: string }; after: { name?: string } }[] }; // prettier-ignore
      const told = rows.map(({ change }) => [change.kind, change.name]);
      expect(told).to.deep.equal([['app.delete', 'Our clinic'], ['app.save', 'Our clinic'], ['app.upload', 'Clinic']]); // prettier-ignore
      expect([rows[1]!.before.name, rows[1]!.after.name]).to.deep.equal(['', 'Our clinic']);
    });

    it('of the server’s folder can be settled too, and know whether they share', async () => {
      const app = await appIn('maternal-health');
      expect(app).to.include({ isCompiled: false, shares: true, creates: true, currentVersion: null }); // prettier-ignore
      expect((await settle('maternal-health', { groupIds: [david.group] }, app)).status).to.equal(204); // prettier-ignore
      const zed = await server.signIn(`zed@${domain}`);
      expect(await appsOf(zed)).to.deep.equal([]);
      expect((await settle('nowhere', {}, app)).status).to.equal(422);
    });

    it('are the administrators’ business', async () => {
      const answer = await david.request('/api/admin/apps?file=a.ccz', { method: 'POST', body: compiled({}) as BodyInit }); // prettier-ignore
      expect(answer.status).to.equal(403);
      const stranger = await server.signIn(`admin@${await server.project()}`);
      await upload(compiled({}), 'clinic.ccz');
      expect((await stranger.request('/api/admin/apps/clinic-app', { method: 'DELETE' })).status).to.equal(422); // prettier-ignore
      expect((await stranger.request('/api/apps/clinic-app/v1.ccz')).status).to.equal(404);
    });

    it('can be fetched by a client that speaks CommCare’s protocols', async () => {
      await upload(compiled({}), 'clinic.ccz');
      await upload(definition(true), 'own.zip', 'own');
      const basic = { headers: { Authorization: `Basic ${btoa('david:caseload')}` } };
      const get = (path: string) => server.request(`/a/${domain}/apps/${path}`, basic);
      const archive = await get('api/download_ccz/?app_id=clinic-app&latest=release');
      expect(archive.headers.get('Content-Type')).to.equal('application/zip');
      expect(new Uint8Array(await archive.arrayBuffer())).to.deep.equal(compiled({}));
      const profile = await get('download/clinic-app/profile.ccpr');
      expect(profile.headers.get('Content-Type')).to.contain('xml');
      expect(await profile.text()).to.contain('uniqueid="clinic.app"');
      expect(await (await get('download/clinic-app/forms/visit.xml')).text()).to.equal(VISIT);
      const pageOf = await get('download/clinic-app/media/page.html');
      expect(pageOf.headers.get('Content-Type')).to.equal('application/octet-stream');
      for (const answer of [pageOf, profile]) {
        expect(answer.headers.get('Content-Disposition')).to.equal('attachment');
        expect(answer.headers.get('X-Content-Type-Options')).to.equal('nosniff');
      }
      expect((await get('download/clinic-app/__MACOSX/a.xml')).status).to.equal(404);
      expect((await get('download/clinic-app/nothing.xml')).status).to.equal(404);
      expect((await get('api/download_ccz/?app_id=own')).status).to.equal(404);
      const stranger = await server.request(
        `/a/${domain}/apps/api/download_ccz/?app_id=clinic-app`,
      );
      expect(stranger.status).to.equal(401);
    });

    it('have an end to their size', async () => {
      const answer = await upload(new Uint8Array(65 * 2 ** 20), 'huge.ccz');
      expect(answer.status).to.equal(413);
    });
  });
}

const VISIT = `<h:html xmlns:h="http://www.w3.org/1999/xhtml" xmlns="http://www.w3.org/2002/xforms"><h:head><h:title>Visit</h:title><model><instance><data xmlns="urn:test:visit-form"><town/></data></instance></model></h:head><h:body><input ref="/data/town"><label>Town</label></input></h:body></h:html>`;

/** A form as most are: its data has no namespace of its own. */
function plainForm(title: string, id?: string): string {
  const own = id === undefined ? '' : ` id="${id}"`;
  return VISIT.replace('>Visit<', `>${title}<`).replace(' xmlns="urn:test:visit-form"', own);
}

function zip(files: Readonly<Record<string, string>>): Uint8Array<ArrayBuffer> {
  const encoder = new TextEncoder();
  const entries = Object.entries(files).map(([name, text]) => [name, encoder.encode(text)]);
  // The same bytes each time.
  return zipSync(Object.fromEntries(entries) as Record<string, Uint8Array>, { mtime: new Date('2026-01-01') }) as Uint8Array<ArrayBuffer>; // prettier-ignore
}

function compiled({ version = 1, name = 'Clinic' }: { version?: number; name?: string }) {
  return zip({
    'profile.ccpr': `<profile version="${version}" uniqueid="clinic.app" name="${name}"><suite><resource id="suite" version="1"><location authority="local">./suite.xml</location></resource></suite></profile>`,
    'suite.xml': `<suite version="1"><xform><resource id="f" version="1"><location authority="local">./forms/visit.xml</location></resource></xform>
      <entry><form>urn:test:visit-form</form><command id="c"><text>Visit</text></command></entry><menu id="root"><text>Visits</text><command id="c"/></menu></suite>`,
    'forms/visit.xml': VISIT,
    'media/page.html': '<script>alert(1)</script>',
    '__MACOSX/a.xml': '<a/>',
  });
}

/** An app of our own that registers a case. */
function definition(caseSharing: boolean): Uint8Array<ArrayBuffer> {
  const app = {
    id: `own-${randomUUID()}`,
    version: 1,
    name: 'Own app',
    case_sharing: caseSharing,
    languages: ['en'],
    modules: [
      {
        name: 'Visits',
        case_type: 'client',
        forms: [
          {
            name: 'Visit',
            xform: 'visit.xml',
            open_case: { name_question: '/data/town', condition: 'always' },
          },
        ],
      },
    ],
  };
  return zip({ 'app.json': JSON.stringify(app), 'visit.xml': VISIT });
}
