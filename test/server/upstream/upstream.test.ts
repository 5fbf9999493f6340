import { randomUUID } from 'node:crypto';
import { expect } from 'chai';
import { zipSync } from 'fflate';
import { FetchTransport } from '../../../src/storage/fetch-transport.ts';
import { MemoryUserStore } from '../../../src/sync/memory-user-store.ts';
import { submitForm } from '../../../src/sync/submit-form.ts';
import { synchronize } from '../../../src/sync/synchronize.ts';
import { UserSandbox } from '../../../src/sync/user-sandbox.ts';
import { databaseKinds } from '../test-database.ts';
import { form, open, TestServer } from '../test-server.ts';
import { message, page, pending, StandIn, xml } from './stand-in.ts';

for (const kind of databaseKinds) {
  describe(`the server in front of a project of another server, on ${kind.name}`, () => {
    let standIn: StandIn;
    let server: TestServer;

    before(async () => {
      standIn = await StandIn.open();
      const apps = [{ id: 'app1', name: 'Visits' }];
      const { url, domain } = standIn;
      const upstream = { url, domain, apps, patience: 3000 };
      server = await TestServer.open(kind.open, { upstream });
    });
    beforeEach(() => standIn.reset());
    after(async () => {
      await server.close();
      await standIn.close();
    });

    const signIn = (username: string, password: string) =>
      server.request('/api/sign-in', {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify({ username, password }),
      });

    /** Asks as a browser that is signed in. */
    async function browser(username = 'amina', password = 'karibu: 1') {
      const answer = await signIn(username, password);
      if (answer.status !== 200) throw new Error(await answer.text());
      const cookie = answer.headers.get('Set-Cookie')!.split(';')[0]!;
      const ask = (path: string, init: RequestInit = {}) =>
        server.request(path, { ...init, headers: { ...(init.headers as object), Cookie: cookie } });
      return { cookie, ask, session: (await answer.json()) as Record<string, unknown> };
    }

    function submission(text: string, files: Readonly<Record<string, string>> = {}) {
      const body = new FormData();
      body.append('xml_submission_file', new Blob([text], { type: 'text/xml' }), 'form.xml');
      for (const [name, bytes] of Object.entries(files)) {
        body.append(name, new Blob([bytes], { type: 'image/jpeg' }), name);
      }
      return { method: 'POST', body };
    }

    const bodyOf = async (answer: Response) => ({
      status: answer.status,
      text: await answer.text(),
      retryAfter: answer.headers.get('Retry-After'),
    });

    it('signs people in with the name and password that the other server knows', async () => {
      const { session } = await browser();
      expect(session).to.include({ username: 'amina', userId: 'u-amina', displayName: 'Amina', domain: 'clinic', role: 'worker' }); // prettier-ignore
      const refused = await signIn('amina', 'wrong');
      expect(refused.status).to.equal(401);
      expect(refused.headers.get('Set-Cookie')).to.equal(null);
    });

    it('asks for a restore exactly as CommCare’s web client does, and hands it on', async () => {
      const { ask } = await browser();
      const restored = await bodyOf(await ask('/api/restore?version=2.0&since=tok en'));
      expect(restored.status).to.equal(200);
      expect(restored.text).to.contain('<uuid>u-amina</uuid>');
      const { query, headers, path } = standIn.last('phone/restore/');
      expect(path).to.equal('/a/clinic/phone/restore/');
      expect(Object.fromEntries(query)).to.deep.equal({ version: '2.0', device_id: 'WebAppsLogin', since: 'tok en' }); // prettier-ignore
      expect(headers).to.include({ 'x-openrosa-version': '3.0', 'x-openrosa-deviceid': 'WebAppsLogin', 'x-commcarehq-lastsynctoken': 'tok en' }); // prettier-ignore
    });

    it('keeps the users apart: each request has one user’s password and no cookies', async () => {
      const [amina, ben] = await Promise.all([browser(), browser('ben', 'ben-ben')]);
      const rounds = Array.from({ length: 5 }, () => [amina, ben]).flat();
      const texts = await Promise.all(
        rounds.map(async ({ ask }) => (await ask('/api/restore?version=2.0')).text()),
      );
      texts.forEach((text, at) => {
        expect(text).to.contain(at % 2 === 0 ? 'u-amina' : 'u-ben');
        expect(text).not.to.contain(at % 2 === 0 ? 'u-ben' : 'u-amina');
      });
      expect(standIn.arrived.every(({ headers }) => headers.cookie === undefined)).to.equal(true);
      const answer = await amina.ask('/api/restore?version=2.0');
      expect(answer.headers.get('Set-Cookie')).to.equal(null);
    });

    it('keeps no password that can be read in the database', async () => {
      const { cookie } = await browser();
      const rows = await server.database.query<{ row: string; sealed: Uint8Array }>(
        'select row_to_json(s)::text as row, sealed from upstream_sessions s order by expires_at',
      );
      const { row, sealed } = rows.at(-1)!;
      const all = `${row} ${Buffer.from(sealed).toString('latin1')} ${Buffer.from(sealed).toString('utf8')}`;
      for (const secret of ['karibu', 'amina', cookie.split('=')[1]!]) {
        expect(all).not.to.contain(secret);
      }
    });

    it('ends a session on signing out, and lets nobody in without one', async () => {
      const { ask } = await browser();
      expect((await ask('/api/sign-out', { method: 'POST' })).status).to.equal(204);
      for (const path of ['/api/session', '/api/restore', '/api/apps', '/api/apps/app1/app1.ccz']) {
        expect((await ask(path)).status, path).to.equal(401);
        expect((await server.request(path)).status, path).to.equal(401);
      }
      const before = standIn.arrived.length;
      expect((await ask('/api/receiver', submission(form([])))).status).to.equal(401);
      expect(standIn.arrived).to.have.length(before);
    });

    it('has no administration and no addresses of CommCare’s own clients', async () => {
      const { ask } = await browser();
      for (const path of [
        '/api/admin/directory',
        '/a/clinic/phone/restore/',
        '/api/session/acting',
      ]) {
        expect((await ask(path)).status, path).to.equal(403);
      }
    });

    it('ends the session when the password is not taken any more', async () => {
      const { ask } = await browser();
      standIn.changePassword('amina', 'new');
      expect((await ask('/api/restore?version=2.0')).status).to.equal(401);
      expect((await ask('/api/session')).status).to.equal(401);
    });

    it('stops asking the other server after ten wrong passwords', async () => {
      for (let n = 0; n < 10; n += 1)
        expect((await signIn('amina', `no ${n}`)).status).to.equal(401);
      const before = standIn.arrived.length;
      expect((await signIn('amina', 'karibu: 1')).status).to.equal(429);
      expect(standIn.arrived).to.have.length(before);
      server.now += 16 * 60 * 1000;
      expect((await signIn('amina', 'karibu: 1')).status).to.equal(200);
    });

    it('counts all spellings of a name as one, and takes none with a colon', async () => {
      for (const name of ['ben', 'BEN', 'ben@clinic.commcarehq.org', 'Ben@clinic.commcarehq.org'])
        for (let n = 0; n < 3; n += 1) await signIn(name, 'no');
      expect((await signIn('ben', 'ben-ben')).status).to.equal(429);
      server.now += 16 * 60 * 1000;
      const before = standIn.arrived.length;
      expect((await signIn('amina@clinic.commcarehq.org:karibu', ' 1')).status).to.equal(401);
      expect(standIn.arrived).to.have.length(before);
    });

    it('does not hold an outage of the other server against anybody', async () => {
      await standIn.close();
      for (let n = 0; n < 11; n += 1) expect((await signIn('ben', 'ben-ben')).status).to.equal(502);
      await standIn.reopen();
      standIn.next('phone/restore/', (response) => {
        response.writeHead(200, { 'Content-Type': 'text/xml' }).write('<OpenRosaResponse>');
        setTimeout(() => response.destroy(), 50);
      });
      expect((await signIn('ben', 'ben-ben')).status).to.equal(502);
      expect((await signIn('ben', 'ben-ben')).status).to.equal(200);
    });

    it('hands on how far a restore is while it is being prepared', async () => {
      const { ask } = await browser();
      standIn.next('phone/restore/', pending(30, 120, 7));
      const answer = await bodyOf(await ask('/api/restore?version=2.0'));
      expect(answer).to.include({ status: 202, retryAfter: '7' });
      expect(answer.text)
        .to.match(/ota_restore_pending/)
        .and.match(/done="30"/)
        .and.match(/total="120"/);
    });

    it('waits at signing in until it knows who that is', async () => {
      standIn.next('phone/restore/', pending(1, 3, 0), pending(2, 3, 0));
      expect((await signIn('amina', 'karibu: 1')).status).to.equal(200);
      standIn.next('phone/restore/', pending(1, 9, 60));
      const answer = await bodyOf(await signIn('amina', 'karibu: 1'));
      expect(answer).to.include({ status: 503, retryAfter: '60' });
    });

    it('gives each refusal of a restore its meaning, with the sentence that there is', async () => {
      const { ask } = await browser();
      const default_response = 'You have no location.';
      standIn.next(
        'phone/restore/',
        message(412, 'ota_restore_error', 'Unknown token'),
        (response) => response.writeHead(406, { 'Content-Type': 'application/json' }).end(JSON.stringify({ error: 'x.y', default_response })), // prettier-ignore
        page(500),
        page(503, { 'Retry-After': '90' }),
        page(429, { 'Retry-After': '4' }),
        page(302, { Location: `${standIn.url}/accounts/login/` }),
        page(200),
      );
      const answers = [];
      for (let n = 0; n < 7; n += 1) answers.push(await bodyOf(await ask('/api/restore?since=t')));
      expect(answers.map(({ status }) => status)).to.deep.equal([
        412, 406, 502, 503, 429, 502, 502,
      ]);
      expect(answers.map(({ retryAfter }) => retryAfter)).to.deep.equal([null, null, '30', '90', '4', '30', '30']); // prettier-ignore
      expect(answers[0]!.text).to.contain('Unknown token');
      expect(answers[1]!.text).to.contain(default_response);
      for (const { text } of answers) expect(text).not.to.contain('html');
      expect(standIn.arrived.some(({ path }) => path.startsWith('/accounts'))).to.equal(false);
    });

    it('says so when the other server is away, too slow or breaks off', async () => {
      const { ask } = await browser();
      standIn.next('phone/search/', () => undefined);
      expect((await ask('/api/search/app1', { method: 'POST' })).status).to.equal(504);
      standIn.next('phone/search/', (response) => response.destroy());
      expect((await ask('/api/search/app1', { method: 'POST' })).status).to.equal(502);
      await standIn.close();
      const away = await bodyOf(await ask('/api/restore?version=2.0'));
      expect(away).to.include({ status: 502, retryAfter: '30' });
      await standIn.reopen();
    });

    it('hands a form on with its files to the receiver of its app', async () => {
      const { ask } = await browser();
      const text = form([open(randomUUID(), { name: 'Zawadi ü' })]);
      const answer = await bodyOf(
        await ask('/api/receiver', submission(text, { 'a.jpg': 'bytes' })),
      );
      expect(answer.status).to.equal(201);
      expect(answer.text).to.contain('submit_success');
      const { path, body, headers } = standIn.last('receiver/');
      expect(path).to.equal('/a/clinic/receiver/app1/');
      expect(headers['content-type']).to.match(/^multipart\/form-data/);
      expect(body).to.contain('name="xml_submission_file"').and.contain('Zawadi ü');
      expect(body).to.contain('filename="a.jpg"').and.contain('bytes');
    });

    it('gives each answer of the receiver its meaning', async () => {
      const { ask } = await browser();
      standIn.next(
        'receiver/',
        message(422, 'processing_failure', 'Bad case block'),
        message(429, 'submit_error', 'Slow down', { 'Retry-After': '8' }),
        page(503),
        page(500),
        page(401),
      );
      const answers = [];
      for (let n = 0; n < 4; n += 1)
        answers.push(await bodyOf(await ask('/api/receiver', submission(form([])))));
      expect(answers.map(({ status }) => status)).to.deep.equal([422, 429, 503, 502]);
      expect(answers[0]!.text).to.contain('Bad case block');
      expect(answers[1]!.retryAfter).to.equal('8');
      expect((await ask('/api/receiver', submission(form([])))).status).to.equal(401);
    });

    it('holds forms to the same limits, and refuses one that comes in several requests', async () => {
      const { ask } = await browser();
      const before = standIn.arrived.length;
      const large = submission(`<data>${'x'.repeat(9 * 2 ** 20)}</data>`);
      expect((await ask('/api/receiver', large)).status).to.equal(413);
      const part = submission(form([]));
      part.body.append('*isIncomplete*', 'yes');
      expect((await ask('/api/receiver', part)).status).to.equal(413);
      expect((await ask('/api/receiver', submission('<data'))).status).to.equal(400);
      expect(standIn.arrived).to.have.length(before);
    });

    it('hands searches and claims on', async () => {
      const { ask } = await browser();
      const post = (path: string, body: Record<string, string>) =>
        ask(path, { method: 'POST', body: new URLSearchParams(body) });
      const found = await bodyOf(
        await post('/api/search/app1', { case_type: 'mother', name: 'a&b' }),
      );
      expect(found).to.include({ status: 200, text: '<results id="case"/>' });
      const { body } = standIn.last('phone/search/app1/');
      expect(Object.fromEntries(new URLSearchParams(body))).to.deep.equal({ case_type: 'mother', name: 'a&b' }); // prettier-ignore
      expect((await post('/api/claim-case', { case_id: 'c1' })).status).to.equal(201);
      standIn.next('phone/claim-case/', (response) => response.writeHead(204).end(), message(410, 'error', 'Gone')); // prettier-ignore
      expect((await post('/api/claim-case', { case_id: 'c1' })).status).to.equal(204);
      expect((await post('/api/claim-case', { case_id: 'c1' })).status).to.equal(410);
    });

    it('offers the apps that it was told of, and fetches their released versions', async () => {
      const { ask } = await browser();
      standIn.ccz = zipSync({ 'profile.ccpr': new TextEncoder().encode('<profile/>') });
      const apps = (await (await ask('/api/apps')).json()) as { id: string; name: string; files: string[] }[]; // prettier-ignore
      expect(apps).to.have.length(1);
      expect(apps[0]).to.include({ id: 'app1', name: 'Visits', kind: 'ccz' });
      const answer = await ask(`/api/apps/app1/${apps[0]!.files[0]}`);
      expect(new Uint8Array(await answer.arrayBuffer())).to.deep.equal(standIn.ccz);
      const { query } = standIn.last('apps/api/download_ccz/');
      expect(Object.fromEntries(query)).to.deep.equal({ app_id: 'app1', latest: 'release' });
      expect((await ask('/api/apps/other/other.ccz')).status).to.equal(404);
    });

    it('lets our own client work: a form is filled in, sent, and its case comes with the next sync', async () => {
      const { cookie } = await browser();
      const network = globalThis.fetch;
      const standInUrl = standIn.url;
      globalThis.fetch = (input, init) => {
        const url = new URL(String(input));
        if (url.href.startsWith(standInUrl)) return network(input, init);
        const headers = { ...(init?.headers as Record<string, string>), Cookie: cookie };
        return server.request(url.pathname + url.search, { ...init, headers });
      };
      try {
        const transport = new FetchTransport('http://caseload.test');
        const sandbox = await UserSandbox.open(new MemoryUserStore(), 'u-amina');
        const waited: number[] = [];
        const environment = {
          now: () => server.now,
          random: () => 0,
          wait: async (seconds: number) => void waited.push(seconds),
        };
        const prepared: number[] = [];
        standIn.next('phone/restore/', pending(1, 4, 3), pending(2, 4, 3));
        const first = await synchronize(sandbox, transport, environment, {
          failures: 0,
          onPreparing: (part) => prepared.push(part),
        });
        expect(first).to.deep.include({ end: { kind: 'done' }, restored: 'full' });
        expect([waited, prepared]).to.deep.equal([
          [3, 3],
          [0.25, 0.5],
        ]);
        const id = randomUUID();
        const instanceId = randomUUID();
        const text = form([open(id, { name: 'Zawadi', owner: 'u-amina' })], instanceId);
        const filled = {
          submission: { instanceId, xml: text, attachments: [] },
          formName: 'Visit',
        };
        await submitForm(sandbox, filled, server.now);
        const second = await synchronize(sandbox, transport, environment, { failures: 0 });
        expect(second.sent).to.deep.equal([instanceId]);
        expect(sandbox.database.get(id)?.caseName).to.equal('Zawadi');
        standIn.next('phone/restore/', page(412));
        const third = await synchronize(sandbox, transport, environment, { failures: 0 });
        expect(third).to.deep.include({ end: { kind: 'done' }, restored: 'full' });
        expect(sandbox.database.get(id)?.caseName).to.equal('Zawadi');
      } finally {
        globalThis.fetch = network;
      }
    });

    it('finds the app of a form by its namespace where there are several', async () => {
      const { url, domain } = standIn;
      const apps = [
        { id: 'gone', name: 'Gone' },
        { id: 'app1', name: 'Visits' },
      ];
      const several = await TestServer.open(kind.open, { upstream: { url, domain, apps } });
      standIn.ccz = compiledApp('urn:test:visit');
      const own = server;
      server = several;
      try {
        const { ask } = await browser();
        standIn.next('apps/', page(404), page(500), page(404), page(200));
        for (let n = 0; n < 2; n += 1) {
          const unsure = await bodyOf(await ask('/api/receiver', submission(form([]))));
          expect(unsure).to.include({ status: 503, retryAfter: '30' });
        }
        expect(standIn.last('receiver/')).to.equal(undefined);
        expect((await ask('/api/receiver', submission(form([])))).status).to.equal(201);
        expect(standIn.last('receiver/').path).to.equal('/a/clinic/receiver/app1/');
        const other = form([]).replace('urn:test:visit', 'urn:test:unknown');
        expect((await ask('/api/receiver', submission(other))).status).to.equal(201);
        expect(standIn.last('receiver/').path).to.equal('/a/clinic/receiver/');
      } finally {
        server = own;
        await several.close();
      }
    });

    it('sends a large answer on while it comes, and breaks off when it breaks off', async () => {
      const { ask } = await browser();
      standIn.next('phone/restore/', (response) => {
        response.writeHead(200, { 'Content-Type': 'text/xml' });
        response.write('<OpenRosaResponse>');
        setTimeout(() => response.destroy(), 50);
      });
      const answer = await ask('/api/restore?version=2.0');
      expect(answer.status).to.equal(200);
      const text = await answer.text().catch(() => 'broken');
      expect(text).to.equal('broken');
    });

    it('takes only XML for a restore, whatever the status says', async () => {
      const { ask } = await browser();
      standIn.next('phone/restore/', xml(200, '<OpenRosaResponse/>'));
      expect((await ask('/api/restore')).status).to.equal(200);
      standIn.next('phone/restore/', page(200));
      expect((await signIn('ben', 'ben-ben')).status).to.equal(502);
    });
  });
}

/** The smallest app that has a form of this namespace. */
function compiledApp(xmlns: string): Uint8Array<ArrayBuffer> {
  const files = {
    'profile.ccpr': `<profile version="1" uniqueid="u" name="Visits"><suite><resource id="suite" version="1"><location authority="local">./suite.xml</location></resource></suite></profile>`,
    'suite.xml': `<suite version="1"><xform><resource id="f" version="1"><location authority="local">./form.xml</location></resource></xform>
      <entry><form>${xmlns}</form><command id="c"><text>Visit</text></command></entry><menu id="root"><text>Visits</text><command id="c"/></menu></suite>`,
    'form.xml': `<h:html xmlns:h="http://www.w3.org/1999/xhtml" xmlns="http://www.w3.org/2002/xforms"><h:head><h:title>Visit</h:title><model><instance><data xmlns="${xmlns}"/></instance></model></h:head><h:body/></h:html>`,
  };
  const encoder = new TextEncoder();
  const entries = Object.entries(files).map(([name, text]) => [name, encoder.encode(text)]);
  return zipSync(
    Object.fromEntries(entries) as Record<string, Uint8Array>,
  ) as Uint8Array<ArrayBuffer>;
}
