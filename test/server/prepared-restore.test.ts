import { randomUUID } from 'node:crypto';
import { expect } from 'chai';
import { parseRestore } from '../../src/openrosa/parse-restore.ts';
import { readRestorePending } from '../../src/openrosa/restore-pending.ts';
import { createApp } from '../../src/server/create-app.ts';
import type { Log } from '../../src/server/log/log-entry.ts';
import type { Database } from '../../src/server/sql/database.ts';
import { databaseKinds } from './test-database.ts';
import { change, Device, open, TestServer } from './test-server.ts';
import type { Client } from './test-server.ts';

const LIMITS = { most: 4, patience: 0, atOnce: 3 };
const HOUR = 60 * 60 * 1000;

/** What is done when a request has been answered is waited for. */
async function until(holds: () => boolean | Promise<boolean>): Promise<void> {
  for (let attempt = 0; !(await holds()); attempt += 1) {
    if (attempt === 200) throw new Error('It did not come to that within four seconds.');
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

for (const kind of databaseKinds) {
  describe(`a large restore on ${kind.name}`, () => {
    let server: TestServer;
    let domain: string;
    let david: Client;
    let maria: Client;
    let ids: string[];

    before(async () => {
      server = await TestServer.open(kind.open, { restoreLimits: LIMITS });
    });
    beforeEach(async () => {
      domain = await server.project();
      david = await server.signIn(`david@${domain}`);
      maria = await server.signIn(`maria@${domain}`);
      ids = Array.from({ length: 7 }, () => randomUUID()).sort();
      await david.send(...ids.map((id) => open(id, { owner: david.group })));
    });
    after(() => server.close());

    /** Another process over the same data; one request may take five seconds. */
    const serverOver = (database: Database, now: () => number, log: Log = () => {}) =>
      createApp({
        ...{ database, now, log, appsFolder: undefined, webFolder: undefined, trustProxy: false },
        restoreLimits: { ...LIMITS, patience: 5000 },
      });
    const ask = (client: Client, query = '') => client.request(`/api/restore?version=2.0${query}`);
    const count = async (table: string) => {
      const [row] = await server.database.query<{ n: number }>(
        `select count(*) as n from ${table}`,
      );
      return row!.n;
    };
    /** All but the case about the user. */
    async function idsIn(response: Response): Promise<string[]> {
      expect(response.status).to.equal(200);
      const { cases } = parseRestore(await response.text());
      return cases.map(({ caseId }) => caseId).filter((id) => ids.includes(id)).sort(); // prettier-ignore
    }
    /** Asks until all is prepared; the next answer is the restore. */
    async function prepareAll(client: Client, query = ''): Promise<number> {
      for (let asked = 1; ; asked += 1) {
        const response = await ask(client, query);
        expect(response.status).to.equal(202);
        const { done, total } = readRestorePending(await response.text(), null);
        if (done === total) return asked;
      }
    }

    it('is answered with 202 and how far it is until it is ready', async () => {
      const progress: (readonly [number, number])[] = [];
      let response = await ask(maria);
      while (response.status === 202) {
        expect(response.headers.get('Retry-After')).to.equal('1');
        const body = await response.text();
        expect(body).to.contain('nature="ota_restore_pending"');
        const { done, total } = readRestorePending(body, null);
        progress.push([done, total]);
        response = await ask(maria);
      }
      // Seven and the one about the user.
      expect(progress).to.deep.equal([[3, 8], [6, 8], [8, 8]]); // prettier-ignore
      expect(await idsIn(response)).to.deep.equal(ids);
    });

    it('counts what finding its cases takes among the time that a request has', async () => {
      let now = server.now - 60_000;
      // Ten seconds for each transaction, such as the one in which they are found.
      const slow: Database = {
        ...server.database,
        transaction: async (work) => {
          const result = await server.database.transaction(work);
          now += 10_000;
          return result;
        },
      };
      const app = serverOver(slow, () => now);
      const headers = { Cookie: maria.cookie };
      const response = await app.request('/api/restore?version=2.0', { headers });
      expect(response.status).to.equal(202);
      expect(readRestorePending(await response.text(), null)).to.include({ done: 3, total: 8 });
    });

    it('is whole although nothing old could be forgotten after it', async () => {
      const broken: Database = {
        ...server.database,
        query: (sql, parameters) => {
          if (/^delete from restore_preparations/.test(sql))
            return Promise.reject(new Error('No room left.'));
          return server.database.query(sql, parameters);
        },
      };
      const told: string[] = [];
      const app = serverOver(broken, () => server.now, ({ message }) => told.push(message)); // prettier-ignore
      const zed = await server.signIn(`zed@${domain}`);
      const headers = { Cookie: zed.cookie };
      const response = await app.request('/api/restore?version=2.0', { headers });
      expect(parseRestore(await response.text()).cases).to.have.length(1);
      await until(() => told.some((message) => message.includes('could not be forgotten')));
    });

    it('brings the same as one that is sent at once', async () => {
      const services = { now: () => server.now, appsFolder: undefined, webFolder: undefined };
      const direct = createApp({
        ...services,
        database: server.database,
        trustProxy: false,
        log: () => {},
      });
      await prepareAll(maria);
      const prepared = await (await ask(maria)).text();
      const headers = { Cookie: maria.cookie };
      const sent = await (await direct.request('/api/restore?version=2.0', { headers })).text();
      const comparable = (xml: string) => ({ ...parseRestore(xml), syncToken: undefined });
      expect(comparable(prepared)).to.deep.equal(comparable(sent));
    });

    it('sends a small one at once', async () => {
      const zed = await server.signIn(`zed@${domain}`);
      expect((await ask(zed)).status).to.equal(200);
      expect(await idsIn(await ask(zed))).to.deep.equal([]);
    });

    it('goes on with what another server has begun', async () => {
      const other = createApp({
        database: server.database,
        now: () => server.now,
        appsFolder: undefined,
        webFolder: undefined,
        trustProxy: false,
        restoreLimits: LIMITS,
        log: () => {},
      });
      const headers = { Cookie: maria.cookie };
      const askOther = async () => other.request('/api/restore?version=2.0', { headers });
      expect((await ask(maria)).status).to.equal(202);
      const second = await askOther();
      expect(readRestorePending(await second.text(), null)).to.include({ done: 6, total: 8 });
      expect((await ask(maria)).status).to.equal(202);
      expect(await idsIn(await askOther())).to.deep.equal(ids);
    });

    it('writes what somebody has taken on and not done when it is sent', async () => {
      await ask(maria);
      await server.database.exec('update restore_preparations set taken = total');
      expect(await idsIn(await ask(maria))).to.deep.equal(ids);
    });

    it('sends everybody their own although all ask at once', async () => {
      await Promise.all([maria, david, maria, david].map((client) => ask(client)));
      expect((await maria.restore()).cases).to.have.length(8);
      expect((await david.restore()).cases).to.have.length(8);
    });

    it('brings nothing of a group that the user has left meanwhile', async () => {
      await prepareAll(maria);
      const admin = await server.signIn(`admin@${domain}`);
      await admin.change({
        kind: 'member.remove',
        groupId: david.group,
        userId: maria.userId,
      });
      expect(await idsIn(await ask(maria))).to.deep.equal([]);
    });

    it('brings nothing to somebody who may not sign in any more', async () => {
      await prepareAll(maria);
      const admin = await server.signIn(`admin@${domain}`);
      const directory = await admin.request('/api/admin/directory');
      const { users } = (await directory.json()) as { users: { userId: string }[] };
      const user = users.find(({ userId }) => userId === maria.userId)!;
      await admin.change({ kind: 'user.save', user: { ...user, active: false } as never });
      expect((await ask(maria)).status).to.equal(401);
    });

    it('brings what forms have done meanwhile, and nothing that they took away', async () => {
      await prepareAll(maria);
      const [changed, closed, given, ...others] = ids as [string, string, string];
      const added = randomUUID();
      await david.send(
        change(changed, { update: { visits: '2' } }),
        change(closed, { close: true, update: { secret: 'x' } }),
        change(given, { owner: david.userId, update: { secret: 'x' } }),
        open(added, { owner: david.group }),
      );
      const device = new Device(maria);
      const restore = await device.sync();
      expect(device.ids).to.deep.equal([changed, added, ...others].sort());
      expect(device.cases.get(changed)?.properties).to.deep.equal({ visits: '2' });
      expect(JSON.stringify(restore.cases)).not.to.contain('secret');
      await david.send(change(changed, { update: { visits: '3' } }));
      await device.sync();
      expect(device.cases.get(changed)?.properties).to.deep.equal({ visits: '3' });
    });

    it('prepares a large step from one sync to the next, too', async () => {
      const device = new Device(maria);
      const { syncToken } = await device.sync();
      await david.send(...ids.map((id) => change(id, { update: { visits: '2' } })));
      expect(await prepareAll(maria, `&since=${syncToken}`)).to.equal(3);
      expect((await device.sync()).cases).to.have.length(ids.length);
      expect(device.cases.get(ids[0]!)?.properties).to.deep.equal({ visits: '2' });
      expect((await device.sync()).cases).to.deep.equal([]);
    });

    it('leaves out what only our own client understands when another one asks', async () => {
      await prepareAll(maria);
      const headers = {
        Authorization: `Basic ${Buffer.from(`maria@${domain}:caseload`).toString('base64')}`,
      };
      const path = `/a/${domain}/phone/restore/?version=2.0`;
      let response = await server.request(path, { headers });
      expect(response.status).to.equal(202);
      while (response.status === 202) response = await server.request(path, { headers });
      const xml = await response.text();
      expect(xml).to.contain(ids[0]).and.not.contain('complete=');
    });

    it('is forgotten after an hour', async () => {
      await prepareAll(maria);
      expect(await count('prepared_cases')).to.be.above(7);
      server.now += HOUR + 1;
      await (await server.signIn(`zed@${domain}`)).restore();
      await until(async () => (await count('restore_preparations')) === 0);
      expect(await count('prepared_cases')).to.equal(0);
    });
  });
}
