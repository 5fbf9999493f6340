import { expect } from 'chai';
import { parseXml } from '../../src/xml/parse-xml.ts';
import { attributeOf, childElements, childNamed, textOf } from '../../src/xml/xml-element.ts';
import { databaseKinds } from './test-database.ts';
import { Device, open, TestServer } from './test-server.ts';
import type { Client } from './test-server.ts';

for (const kind of databaseKinds) {
  describe(`case search and claim on ${kind.name}`, () => {
    let server: TestServer;
    let domain: string;
    let david: Client;
    let zed: Client;

    before(async () => {
      server = await TestServer.open(kind.open);
      domain = await server.project({ caseSearch: ['client', 'household'] });
      david = await server.signIn(`david@${domain}`);
      zed = await server.signIn(`zed@${domain}`);
      await david.send(
        open('amina', {
          name: 'Amina Otieno',
          owner: david.group,
          update: { town: 'Kisumu', dob: '1990-05-01', phone: '' },
        }),
        open('brenda', { name: 'Brenda Atieno', update: { town: 'Nairobi', dob: '2001-12-31' } }),
        open('gone', { name: 'Amina Gone', close: true }),
        open('hut', { type: 'household', name: 'Hut 7' }),
        open('secret', { type: 'diagnosis', name: 'Amina’s diagnosis' }),
      );
    });
    after(() => server.close());

    async function found(query: string, client = zed): Promise<string[]> {
      const response = await client.request(`/api/search?${query}`);
      expect(response.status).to.equal(200);
      const results = parseXml(await response.text(), 'results');
      return childElements(results)
        .map((of) => attributeOf(of, 'case_id') ?? '')
        .sort();
    }

    function claim(client: Client, ...ids: string[]): Promise<Response> {
      const body = new URLSearchParams(ids.map((id) => ['case_id', id]));
      return client.request('/api/claim-case', { method: 'POST', body });
    }

    it('finds open cases of others by every word of the name, in any order and case', async () => {
      expect(await found('case_type=client&name=otieno+AMI')).to.deep.equal(['amina']);
      expect(await found('case_type=client&name=nobody')).to.deep.equal([]);
      expect(await found('case_type=client&name=amina&include_closed=True')).to.deep.equal([
        'amina',
        'gone',
      ]);
    });

    it('never finds a case of a type that the project does not let everybody search', async () => {
      expect(await found('name=amina')).to.deep.equal(['amina']);
      expect(await found('case_type=diagnosis')).to.deep.equal([]);
      expect(await found('case_id=secret')).to.deep.equal([]);
      const closed = await server.project();
      const maria = await server.signIn(`maria@${closed}`);
      await maria.send(open('own', { name: 'Own' }));
      expect(await found('', maria)).to.deep.equal([]);
    });

    it('finds by properties: equal in any case, one of several, blank, and days in a range', async () => {
      expect(await found('town=kisumu')).to.deep.equal(['amina']);
      expect(await found('town=Kisumu&town=Nairobi')).to.deep.equal(['amina', 'brenda']);
      expect(await found('case_type=client&phone=')).to.deep.equal(['amina', 'brenda']);
      expect(await found('dob=__range__2000-01-01__2001-12-31')).to.deep.equal(['brenda']);
      expect(await found('dob=__range____1999-12-31')).to.deep.equal(['amina']);
      expect(await found(`owner_id=${david.group}`)).to.deep.equal(['amina']);
      expect(
        await found(`case_type=client&commcare_blacklisted_owner_ids=${david.group}`),
      ).to.deep.equal(['brenda']);
    });

    it('finds by an expression, and says what is wrong with one that it cannot evaluate', async () => {
      const query = encodeURIComponent("town = 'Nairobi' and dob > '2000-01-01'");
      expect(await found(`_xpath_query=${query}`)).to.deep.equal(['brenda']);
      const response = await zed.request('/api/search?_xpath_query=subcase-exists(1)');
      expect(response.status).to.equal(400);
      expect(await response.text()).to.contain('subcase-exists');
    });

    it('answers with whole cases in the shape of the case database, by GET and by POST', async () => {
      const body = new URLSearchParams({ case_type: 'client', name: 'Brenda' });
      const response = await zed.request('/api/search', { method: 'POST', body });
      const results = parseXml(await response.text(), 'results');
      const [brenda] = childElements(results);
      expect(results.name).to.equal('results');
      const attributes = ['case_id', 'case_type', 'status'].map((name) =>
        attributeOf(brenda!, name),
      );
      expect(attributes).to.deep.equal(['brenda', 'client', 'open']);
      const text = (name: string) => textOf(childNamed(brenda!, name)!);
      expect([text('case_name'), text('town')]).to.deep.equal(['Brenda Atieno', 'Nairobi']);
    });

    it('a claimed case comes with the next sync, and is not claimed twice', async () => {
      const device = new Device(zed);
      await device.sync();
      expect(device.ids).not.to.contain('brenda');
      expect((await claim(zed, 'brenda', 'hut')).status).to.equal(201);
      await device.sync();
      expect(device.ids).to.include.members(['brenda', 'hut']);
      const claims = [...device.cases.values()].filter(
        ({ caseType }) => caseType === 'commcare-case-claim',
      );
      expect(claims.map(({ ownerId }) => ownerId)).to.deep.equal([zed.userId, zed.userId]);
      expect((await claim(zed, 'brenda')).status).to.equal(204);
      expect((await claim(david, 'amina')).status).to.equal(204);
    });

    it('what is not there, is closed or may not be searched cannot be claimed', async () => {
      for (const id of ['nothing', 'gone', 'secret']) {
        expect((await claim(zed, 'amina', id)).status, id).to.equal(410);
      }
      expect((await claim(zed)).status).to.equal(400);
      const device = new Device(zed);
      await device.sync();
      expect(device.ids).not.to.contain('amina');
    });

    it('needs a session, or the name and password that other clients send', async () => {
      expect((await server.request('/api/search')).status).to.equal(401);
      const path = `/a/${domain}/phone/search/some-app/?case_type=household`;
      expect((await server.request(path)).status).to.equal(401);
      const Authorization = `Basic ${Buffer.from('zed:caseload').toString('base64')}`;
      const response = await server.request(path, { headers: { Authorization } });
      expect(await response.text()).to.contain('Hut 7');
    });
  });
}
