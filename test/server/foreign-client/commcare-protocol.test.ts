import { randomUUID } from 'node:crypto';
import { expect } from 'chai';
import type { RunningServer } from '../../../src/server/start-server.ts';
import { databaseKinds } from '../test-database.ts';
import { TestServer } from '../test-server.ts';
import { CommCareClient, messageOf } from './commcare-client.ts';
import { blocks, closing, creating, updating } from './forms.ts';
import { send } from './http.ts';
import { at, child, readXml } from './read-xml.ts';
import type { Node } from './read-xml.ts';

for (const kind of databaseKinds) {
  describe(`a client that knows only CommCare’s protocols, on ${kind.name}`, () => {
    let server: TestServer;
    let running: RunningServer;
    let domain: string;

    before(async () => {
      server = await TestServer.open(kind.open);
      running = await server.listen();
    });
    beforeEach(async () => {
      domain = await server.project({ caseSearch: ['client'] });
    });
    after(async () => {
      await running.stop();
      await server.close();
    });

    const client = (username: string, options: { autoPurge?: boolean; password?: string } = {}) =>
      new CommCareClient({ url: running.url, domain, username, password: 'caseload', ...options });

    async function synced(username: string, options: { autoPurge?: boolean } = {}) {
      const device = client(username, options);
      await device.sync();
      return device;
    }

    const groupOf = (device: CommCareClient) => device.groups()[0]!.attributes['id']!;
    const caseIds = (device: CommCareClient) =>
      [...device.sandbox.cases.values()]
        .filter(({ type }) => type !== 'commcare-user')
        .map(({ caseId }) => caseId)
        .sort();

    describe('signing in', () => {
      const basic = (name: string, password: string) => {
        const Authorization = `Basic ${Buffer.from(`${name}:${password}`).toString('base64')}`;
        return send(`${running.url}/a/${domain}/phone/restore/?version=2.0`, {
          headers: { Authorization },
        });
      };

      it('takes the name alone, with the project, and with the host behind it', async () => {
        for (const name of ['david', `david@${domain}`, `david@${domain}.commcarehq.org`]) {
          expect((await basic(name, 'caseload')).status, name).to.equal(200);
        }
      });

      it('answers 401 with a challenge to no password, a wrong one and an unknown name', async () => {
        const none = await send(`${running.url}/a/${domain}/phone/restore/?version=2.0`, {});
        for (const answer of [none, await basic('david', 'x'), await basic('nobody', 'x')]) {
          expect(answer.status).to.equal(401);
          expect(answer.headers['www-authenticate']).to.match(/^Basic realm=/);
          expect(answer.headers['x-openrosa-version']).to.match(/^\d/);
        }
      });

      it('takes a session in place of the password', async () => {
        const body = JSON.stringify({ username: `david@${domain}`, password: 'caseload' });
        const headers = { 'Content-Type': 'application/json' };
        const signedIn = await send(`${running.url}/api/sign-in`, {
          method: 'POST',
          headers,
          body,
        });
        const Cookie = signedIn.headers['set-cookie']![0]!.split(';')[0]!;
        const url = `${running.url}/a/${domain}/phone/restore/?version=2.0`;
        expect((await send(url, { headers: { Cookie } })).status).to.equal(200);
      });
    });

    describe('restore', () => {
      it('comes as one OpenRosa response: message, token, user, fixtures, then cases', async () => {
        const david = await synced('david');
        await david.submit(blocks(creating('a', { owner: groupOf(david) })));
        const answer = await client('david').askForRestore();
        expect(answer.headers).to.include({ 'content-type': 'text/xml; charset=utf-8' });
        expect(answer.headers['x-openrosa-version']).to.match(/^\d/);
        expect(answer.headers['date']).to.be.a('string');
        const response = readXml(answer.text);
        const order = response.children.map(({ name }) => name);
        expect(order.slice(0, 3)).to.deep.equal(['message', 'Sync', 'Registration']);
        expect(order.slice(3).join(' ')).to.match(/^((schema )?fixture )+case( case)*$/);
        expect(at(response, 'message').attributes['nature']).to.equal('ota_restore_success');
        expect(at(response, 'message').text).to.equal('Successfully restored account david!');
        expect(at(response, 'Sync').namespace).to.equal('http://commcarehq.org/sync');
      });

      it('holds nothing that other servers of the protocol do not send', async () => {
        const david = await synced('david');
        await david.submit(blocks(creating('b')));
        const response = readXml((await client('david').askForRestore()).text);
        const fixtures = response.children.filter(({ name }) => name === 'fixture');
        expect(fixtures.map(({ attributes }) => attributes['id'])).to.have.members([
          'user-groups',
          'locations',
        ]);
        const cases = response.children.filter(({ name }) => name === 'case');
        for (const { attributes } of cases) {
          expect(attributes).to.have.all.keys('case_id', 'date_modified', 'user_id', 'xmlns');
        }
      });

      it('is that of a worker for an administrator who logs in as one, and for nobody else', async () => {
        const david = await synced('david');
        await david.submit(blocks(creating('z')));
        const as = { as: `david@${domain}.commcarehq.org` };
        const restored = readXml((await client('admin').askForRestore(as)).text);
        expect(at(restored, 'Registration', 'username').text).to.equal('david');
        const ids = restored.children.map(({ attributes }) => attributes['case_id']);
        expect(ids).to.include('z');
        expect((await client('maria').askForRestore(as)).status).to.equal(403);
        const other = await client('admin').askForRestore({ as: 'david@elsewhere' });
        expect(other.status).to.equal(403);
      });

      it('counts its parts when it is asked to', async () => {
        const response = readXml((await client('david').askForRestore({ items: 'true' })).text);
        expect(response.attributes['items']).to.equal(String(response.children.length));
        const without = readXml((await client('david').askForRestore()).text);
        expect(without.attributes['items']).to.equal(undefined);
      });

      it('tells who the user is as forms ask for it', async () => {
        const { user } = await synced('hanna');
        expect(user?.username).to.equal('hanna');
        const clinic = user?.data.get('commcare_location_id');
        expect(clinic).to.match(/\w/);
        expect(Object.fromEntries(user!.data)).to.include({
          commcare_first_name: 'Hanna',
          commcare_last_name: 'Chebet',
          commcare_location_ids: clinic,
          commcare_primary_case_sharing_id: clinic,
          commcare_project: domain,
          commcare_phone_number: '',
          commcare_user_type: 'commcare',
        });
      });

      it('brings groups and locations that may own cases as groups', async () => {
        const nurse = await synced('nurse');
        expect(nurse.groups().map((group) => at(group, 'name').text)).to.deep.equal([
          'Village A',
          'Village B',
        ]);
        const hanna = await synced('hanna');
        const names = hanna.groups().map((group) => at(group, 'name').text);
        expect(names).to.deep.equal([
          'North district/Amani clinic-Cases',
          'North district/Amani clinic/Hill post-Cases',
          'North district/Amani clinic/River post-Cases',
        ]);
        const data = at(hanna.groups()[0]!, 'group_data').children;
        expect(data.map(({ attributes }) => attributes['key'])).to.include.members([
          'commcare_location_type',
          'commcare_location_name',
        ]);
        expect((await synced('lone')).groups()).to.deep.equal([]);
      });

      it('brings the locations with their schema, each with the ids of those above it', async () => {
        const hanna = await synced('hanna');
        const locations = hanna.fixtures.get('locations')!.children;
        const byCode = new Map(locations.map((each) => [at(each, 'site_code').text, each]));
        expect([...byCode.keys()]).to.deep.equal([
          'amani-clinic',
          'hill-post',
          'north',
          'river-post',
        ]);
        const post = byCode.get('river-post')!.attributes;
        expect(post).to.include({
          type: 'post',
          post_id: post['id'],
          clinic_id: byCode.get('amani-clinic')!.attributes['id'],
          district_id: byCode.get('north')!.attributes['id'],
          office_id: '',
        });
        const fields = byCode.get('river-post')!.children.map(({ name }) => name);
        expect(fields).to.include.members(
          'name site_code external_id latitude longitude location_type supply_point_id location_data'.split(
            ' ',
          ),
        );
      });
    });

    describe('syncing', () => {
      it('brings only what others have changed since the token', async () => {
        const [david, maria] = [await synced('david'), await synced('maria')];
        await david.submit(blocks(creating('c', { owner: groupOf(david) })));
        await maria.sync();
        expect(caseIds(maria)).to.deep.equal(['c']);
        await david.submit(blocks(updating('c', { town: 'Siaya' })));
        const since = readXml((await maria.askForRestore()).text);
        expect(since.children.filter(({ name }) => name === 'case')).to.have.length(1);
        await maria.sync();
        expect(maria.sandbox.cases.get('c')?.properties.get('town')).to.equal('Siaya');
        const still = readXml((await maria.askForRestore()).text);
        expect(still.children.filter(({ name }) => name === 'case')).to.have.length(0);
        expect(still.children.map(({ attributes }) => attributes['id'])).to.include('user-groups');
      });

      it('takes a case that was given away from those who may not hold it', async () => {
        const [david, maria, zed] = [
          await synced('david'),
          await synced('maria'),
          await synced('zed'),
        ];
        await david.submit(blocks(creating('d', { owner: groupOf(david) })));
        await maria.sync();
        await david.submit(blocks(updating('d', { owner_id: groupOf(zed), note: 'private' })));
        for (const device of [david, maria, zed]) await device.sync();
        expect([david, maria, zed].map(caseIds)).to.deep.equal([[], [], ['d']]);
        expect([david, maria, zed].flatMap(({ statuses }) => statuses)).to.deep.equal([
          200, 200, 200,
        ]);
      });

      it('does not bring a case back that the device itself has given away', async () => {
        const [david, zed] = [await synced('david', { autoPurge: true }), await synced('zed')];
        await david.submit(blocks(creating('e', { owner: groupOf(david) })));
        await david.submit(blocks(updating('e', { owner_id: groupOf(zed) })));
        const since = readXml((await david.askForRestore()).text);
        expect(since.children.filter(({ name }) => name === 'case')).to.have.length(0);
      });

      it('answers 412 to a token that it does not know', async () => {
        const david = await synced('david');
        david.token = randomUUID();
        const answer = await david.askForRestore();
        expect(answer.status).to.equal(412);
        expect(messageOf(answer).nature).to.equal('ota_restore_error');
      });

      it('answers 412 to a device whose cases are not those of the token, which then starts over', async () => {
        const david = await synced('david');
        await david.submit(blocks(creating('f', { owner: groupOf(david) })));
        await david.sync();
        david.sandbox.cases.delete('f');
        await david.sync();
        expect(david.statuses).to.deep.equal([412, 200]);
        expect(caseIds(david)).to.deep.equal(['f']);
      });

      it('knows the state of each of a user’s devices, with what it has sent since', async () => {
        const [phone, tablet] = [await synced('david', { autoPurge: true }), await synced('david')];
        await phone.submit(blocks(creating('g'), creating('h')));
        await phone.submit(blocks(closing('h')));
        await tablet.submit(blocks(creating('i')));
        for (const device of [phone, tablet]) {
          await device.sync();
          expect(device.statuses).to.deep.equal([200]);
          expect(caseIds(device)).to.include('g').and.not.to.include('h');
        }
      });
    });

    describe('receiver', () => {
      it('says before a form is sent how large it may be', async () => {
        const answer = await client('david').send('receiver/', { method: 'HEAD' });
        expect(answer.status).to.equal(204);
        expect(Number(answer.headers['x-openrosa-accept-content-length'])).to.be.above(1_000_000);
      });

      it('takes a form at every address that profiles of apps name', async () => {
        const david = await synced('david');
        const paths = ['receiver', 'receiver/', 'receiver/0f3e', 'receiver/0f3e/'];
        for (const path of [...paths, 'receiver/secure/', 'receiver/secure/0f3e/']) {
          const answer = await david.post(path, blocks());
          expect(answer.status, path).to.equal(201);
          expect(messageOf(answer).nature).to.equal('submit_success');
        }
      });

      it('takes the files of a form, and the same form once more with success', async () => {
        const david = await synced('david');
        const photo = { name: 'photo.jpg', file: 'photo.jpg', type: 'image/jpeg', bytes: 'JPEG' };
        const xml = blocks(creating('j', { update: { photo: 'photo.jpg' } }));
        expect((await david.post('receiver/', xml, [photo])).status).to.equal(201);
        expect((await david.post('receiver/', xml, [photo])).status).to.equal(201);
        await david.sync();
        expect(david.sandbox.cases.get('j')?.properties.get('photo')).to.equal('photo.jpg');
      });

      it('answers 422 processing_failure to what must not be sent again', async () => {
        const david = await synced('david');
        const answer = await david.post('receiver/', blocks(creating('k', { parent: 'nowhere' })));
        expect(answer.status).to.equal(422);
        expect(messageOf(answer)).to.deep.equal({
          nature: 'processing_failure',
          text: "Case 'k' references non-existent case 'nowhere'",
        });
      });

      it('answers 400, 401, 413 and 415 in OpenRosa’s envelope', async () => {
        const david = await synced('david');
        const json = { 'Content-Type': 'application/json' };
        const answers = [
          await david.post('receiver/', '<data'),
          await client('david', { password: 'x' }).post('receiver/', blocks()),
          await david.post('receiver/', `<data>${'x'.repeat(9_000_000)}</data>`),
          await david.send('receiver/', { method: 'POST', headers: json, body: '{}' }),
        ];
        expect(answers.map(({ status }) => status)).to.deep.equal([400, 401, 413, 415]);
        for (const answer of answers) expect(messageOf(answer).text).to.match(/\.$/);
      });
    });

    describe('case search and claim', () => {
      const ids = (found: readonly Node[]) => found.map(({ attributes }) => attributes['case_id']);

      it('finds cases of others and lets the user hold them', async () => {
        const [david, zed] = [await synced('david'), await synced('zed')];
        await david.submit(blocks(creating('l', { owner: groupOf(david), name: 'Amina' })));
        const found = await zed.search('case_type=client&name=amina');
        expect(ids(found)).to.deep.equal(['l']);
        expect(found[0]!.attributes).to.include({ case_type: 'client', status: 'open' });
        expect(child(found[0], 'case_name')?.text).to.equal('Amina');
        expect((await zed.claim('l')).status).to.equal(201);
        await zed.sync();
        expect(zed.statuses).to.deep.equal([200]);
        expect(caseIds(zed)).to.include('l');
        expect((await zed.claim('l')).status).to.equal(204);
        expect((await zed.claim('nothing')).status).to.equal(410);
      });
    });
  });
}
