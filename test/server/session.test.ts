import { randomBytes, scryptSync } from 'node:crypto';
import { expect } from 'chai';
import { databaseKinds } from './test-database.ts';
import { TestServer } from './test-server.ts';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

for (const kind of databaseKinds) {
  describe(`sessions on ${kind.name}`, () => {
    let server: TestServer;
    let domain: string;

    before(async () => {
      server = await TestServer.open(kind.open);
      domain = await server.project();
    });
    after(() => server.close());

    function signIn(username: string, password: string, headers: Record<string, string> = {}) {
      return server.request('/api/sign-in', {
        method: 'POST',
        headers: { 'Content-Type': 'application/json', ...headers },
        body: JSON.stringify({ username, password }),
      });
    }

    it('signs in by name and password and says who it is and who shares the cases', async () => {
      const response = await signIn(`david@${domain}`, 'caseload');
      expect(response.status).to.equal(200);
      const session = (await response.json()) as Record<string, unknown>;
      expect(session).to.include({
        username: 'david',
        displayName: 'David Otieno',
        project: 'Village health',
        domain,
        language: 'en',
      });
      const [group] = session['groups'] as { name: string; members: { username: string }[] }[];
      expect(group?.name).to.equal('Village A');
      expect(group?.members.map((member) => member.username)).to.deep.equal([
        'david',
        'maria',
        'nurse',
      ]);
    });

    it('signs in without a project into the one that was made first', async () => {
      const response = await signIn('David', 'caseload');
      expect(await response.json()).to.include({ username: 'david', domain });
    });

    it('gives a cookie that scripts cannot read and other sites cannot send along', async () => {
      const cookie = (await signIn(`david@${domain}`, 'caseload')).headers.get('Set-Cookie')!;
      expect(cookie).to.match(/HttpOnly/);
      expect(cookie).to.match(/SameSite=Lax/);
      expect(cookie).to.match(/Path=\//);
      expect(cookie).not.to.match(/Secure/);
    });

    it('marks the cookie Secure on an encrypted connection', async () => {
      const response = await server.request('https://host.test/api/sign-in', {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify({ username: `david@${domain}`, password: 'caseload' }),
      });
      expect(response.headers.get('Set-Cookie')).to.match(/; Secure/);
      expect(response.headers.get('Strict-Transport-Security')).to.match(/max-age/);
    });

    it('does not keep the token itself', async () => {
      const { cookie } = await server.signIn(`david@${domain}`);
      const rows = await server.database.query<{ all: string }>(
        'select sessions::text as all from sessions',
      );
      expect(rows.length).to.be.above(0);
      for (const row of rows) expect(row.all).not.to.contain(cookie.split('=')[1]);
    });

    it('answers the same to a wrong password and to a name that does not exist', async () => {
      const wrong = await signIn(`maria@${domain}`, 'wrong');
      const unknown = await signIn(`nobody@${domain}`, 'wrong');
      const elsewhere = await signIn('maria@nowhere', 'caseload');
      expect([wrong.status, unknown.status, elsewhere.status]).to.deep.equal([401, 401, 401]);
      const text = await wrong.text();
      expect(await unknown.text()).to.equal(text);
      expect(await elsewhere.text()).to.equal(text);
    });

    it('makes an account wait after ten wrong passwords, even when the right one comes then', async () => {
      for (let attempt = 0; attempt < 10; attempt += 1) {
        expect((await signIn(`zed@${domain}`, 'wrong')).status).to.equal(401);
      }
      const response = await signIn(`zed@${domain}`, 'caseload');
      expect(response.status).to.equal(429);
      expect(Number(response.headers.get('Retry-After'))).to.be.within(1, 15 * 60);
      expect((await signIn(`maria@${domain}`, 'caseload')).status).to.equal(200);
      server.now += 15 * MINUTE;
      expect((await signIn(`zed@${domain}`, 'caseload')).status).to.equal(200);
    });

    it('makes an account wait after a hundred wrong passwords from everywhere', async () => {
      const proxied = await TestServer.open(kind.open, { trustProxy: true });
      const name = `david@${await proxied.project()}`;
      // A hundred checks at the usual cost would take half a minute.
      await proxied.database.query('update users set password_hash = $1', [cheapHash('caseload')]);
      const attempt = async (password: string, address: number) => {
        const response = await proxied.request('/api/sign-in', {
          method: 'POST',
          headers: { 'Content-Type': 'application/json', 'X-Forwarded-For': `10.0.0.${address}` },
          body: JSON.stringify({ username: name, password }),
        });
        return response.status;
      };
      const statuses = new Set<number>();
      for (let address = 1; address <= 11; address += 1) {
        const guesses = Array.from({ length: address === 11 ? 1 : 10 }, () =>
          attempt('x', address),
        );
        for (const status of await Promise.all(guesses)) statuses.add(status);
      }
      expect([...statuses]).to.deep.equal([401, 429]);
      expect(await attempt('caseload', 12)).to.equal(429);
      proxied.now += 61 * 60 * 1000;
      expect(await attempt('caseload', 12)).to.equal(200);
      await proxied.close();
    });

    it('does not let many guesses that are sent at once under the limit', async () => {
      const responses = await Promise.all(
        Array.from({ length: 15 }, () => signIn(`lone@${domain}`, 'wrong')),
      );
      const refused = responses.filter((response) => response.status === 401);
      expect(refused.length).to.equal(10);
      server.now += 15 * MINUTE;
    });

    it('asks for JSON with both words', async () => {
      const response = await server.request('/api/sign-in', {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: '{"username": 5}',
      });
      expect(response.status).to.equal(400);
    });

    it('refuses the names and passwords of a plain HTML form', async () => {
      const response = await server.request('/api/sign-in', {
        method: 'POST',
        headers: { 'Content-Type': 'text/plain' },
        body: JSON.stringify({ username: `david@${domain}`, password: 'caseload' }),
      });
      expect(response.status).to.equal(400);
    });

    it('ends the session at sign-out for good', async () => {
      const david = await server.signIn(`david@${domain}`);
      expect((await david.request('/api/session')).status).to.equal(200);
      expect((await david.request('/api/sign-out', { method: 'POST' })).status).to.equal(204);
      expect((await david.request('/api/session')).status).to.equal(401);
    });

    it('lets a session end after a month without use, and renews one that is used', async () => {
      const idle = await server.signIn(`david@${domain}`);
      const used = await server.signIn(`maria@${domain}`);
      server.now += 20 * DAY;
      const renewal = await used.request('/api/session');
      expect(renewal.headers.get('Set-Cookie')).to.match(/Max-Age=/);
      server.now += 20 * DAY;
      expect((await idle.request('/api/session')).status).to.equal(401);
      expect((await used.request('/api/session')).status).to.equal(200);
    });

    it('refuses the session of a user who was made inactive', async () => {
      const place = await server.project();
      const user = await server.signIn(`maria@${place}`);
      await server.database.query('update users set active = false where user_id = $1', [
        user.userId,
      ]);
      expect((await user.request('/api/session')).status).to.equal(401);
      expect((await signIn(`maria@${place}`, 'caseload')).status).to.equal(401);
    });

    it('refuses what another site makes a browser send', async () => {
      const david = await server.signIn(`david@${domain}`);
      const from = (headers: Record<string, string>) =>
        david
          .request('http://host.test/api/sign-out', { method: 'POST', headers })
          .then(({ status }) => status);
      expect(await from({ 'Sec-Fetch-Site': 'cross-site' })).to.equal(403);
      expect(await from({ 'Sec-Fetch-Site': 'same-site' })).to.equal(403);
      expect(await from({ Origin: 'https://evil.test', Host: 'host.test' })).to.equal(403);
      expect(await from({ Origin: 'null', Host: 'host.test' })).to.equal(403);
      expect((await david.request('/api/session')).status).to.equal(200);
      expect(await from({ Origin: 'http://host.test', Host: 'host.test' })).to.equal(204);
    });

    it('takes the project from the address with HTTP Basic, as CommCare’s clients sign in', async () => {
      const basic = (username: string, password: string) => ({
        Authorization: `Basic ${Buffer.from(`${username}:${password}`).toString('base64')}`,
      });
      const path = `/a/${domain}/phone/restore/?version=2.0`;
      const get = (headers: Record<string, string>, at = path) =>
        server.request(at, { headers }).then(({ status }) => status);
      expect(await get(basic('david', 'caseload'))).to.equal(200);
      expect(await get(basic(`david@${domain}.commcarehq.org`, 'caseload'))).to.equal(200);
      expect(await get(basic('david', 'caseload'), `/a/${domain}/phone/restore/app-id/`)).to.equal(
        200,
      );
      expect(await get(basic('david', 'wrong'))).to.equal(401);
      expect(await get(basic('david', 'caseload'), '/a/elsewhere/phone/restore/')).to.equal(401);
      expect(await get({})).to.equal(401);
      const head = await server.request(`/a/${domain}/receiver/`, {
        method: 'HEAD',
        headers: basic('david', 'caseload'),
      });
      expect(head.status).to.equal(204);
    });

    it('does not let a session into another project’s addresses', async () => {
      const other = await server.project();
      const david = await server.signIn(`david@${domain}`);
      expect((await david.request(`/a/${domain}/phone/restore/`)).status).to.equal(200);
      const response = await david.request(`/a/${other}/phone/restore/`);
      expect(response.status).to.equal(401);
      expect(response.headers.get('WWW-Authenticate')).to.match(/^Basic/);
    });

    it('tells who stands behind owner ids of the own project only', async () => {
      const david = await server.signIn(`david@${domain}`);
      const stranger = await server.signIn(`maria@${await server.project()}`);
      const ids = [david.group, david.userId, stranger.userId, 'xyz'].join(',');
      const response = await david.request(`/api/people?ids=${ids}`);
      const owners = (await response.json()) as { name: string; members: { username: string }[] }[];
      expect(owners.map((owner) => owner.name)).to.deep.equal(['Village A', 'David Otieno']);
      expect(owners[0]?.members.map(({ username }) => username)).to.deep.equal([
        'david',
        'maria',
        'nurse',
      ]);
    });
  });
}

/** A hash as the server keeps it, that is computed at once. */
function cheapHash(password: string): string {
  const salt = randomBytes(16);
  const key = scryptSync(password, salt, 32, { N: 2, r: 1, p: 1 });
  return ['scrypt', 2, 1, 1, salt.toString('base64url'), key.toString('base64url')].join('$');
}
