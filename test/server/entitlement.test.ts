import { randomUUID } from 'node:crypto';
import { expect } from 'chai';
import type { ProjectDefinition } from '../../src/server/directory/project-definition.ts';
import type { Database } from '../../src/server/sql/database.ts';
import { databaseKinds } from './test-database.ts';
import { change, Device, form, open, TestServer } from './test-server.ts';
import type { Client } from './test-server.ts';

interface Concerning {
  readonly sequence: number;
  readonly username: string;
  readonly seenBy: string | null;
  readonly concerns: readonly { readonly caseName: string }[];
}

for (const kind of databaseKinds) {
  describe(`forms that touch more than their sender may, on ${kind.name}`, () => {
    let server: TestServer;

    before(async () => {
      server = await TestServer.open(async () => watched(await kind.open()));
    });

    /** The most rows that one statement of a transaction has read. */
    let mostRows = 0;

    function watched(database: Database): Database {
      const transaction: Database['transaction'] = (work) =>
        database.transaction((queries) =>
          work({
            ...queries,
            query: async <Row>(sql: string, parameters?: readonly unknown[]) => {
              const rows = await queries.query<Row>(sql, parameters);
              mostRows = Math.max(mostRows, rows.length);
              return rows;
            },
          }),
        );
      return { ...database, transaction };
    }
    after(() => server.close());

    async function world(changes: Partial<ProjectDefinition> = {}) {
      const domain = await server.project(changes);
      const [david, maria, zed, boss] = await Promise.all(
        ['david', 'maria', 'zed', 'admin'].map((name) => server.signIn(`${name}@${domain}`)),
      );
      const concerns = async () => {
        const response = await boss!.request('/api/admin/concerns');
        const { rows } = (await response.json()) as { rows: Concerning[] };
        return rows.map(({ username, concerns: found }) => ({
          username,
          concerns: found.map(({ caseName: _, ...concern }) => concern),
        }));
      };
      return { david: david!, maria: maria!, zed: zed!, boss: boss!, concerns };
    }

    const submit = async (client: Client, ...blocks: string[]) => {
      const response = await client.submit(form(blocks));
      return { status: response.status, text: await response.text() };
    };

    it('are stored and noted, unless the project says otherwise', async () => {
      const { david, zed, concerns } = await world();
      const a = randomUUID();
      await david.send(open(a, { owner: david.group }));
      expect((await submit(zed, change(a, { update: { x: '1' } }))).status).to.equal(201);
      expect(await concerns()).to.deep.equal([
        { username: 'zed', concerns: [{ kind: 'foreignCase', caseId: a }] },
      ]);
    });

    it('are off the list once an administrator has looked at them, and can still be asked for', async () => {
      const { david, zed, boss, concerns } = await world();
      const a = randomUUID();
      await david.send(open(a, { name: 'Amina', owner: david.group }));
      await submit(zed, change(a, { update: { x: '1' } }));
      const list = async (query: string) => {
        const response = await boss.request(`/api/admin/concerns${query}`);
        return ((await response.json()) as { rows: Concerning[] }).rows;
      };
      const [form] = await list('');
      expect(form!.concerns[0]!.caseName).to.equal('Amina');
      const mark = (sequences: unknown) => boss.post('/api/admin/concerns/seen', { sequences });
      expect((await mark([form!.sequence, 999])).status).to.equal(204);
      expect((await mark([form!.sequence])).status).to.equal(204);
      expect((await mark('all')).status).to.equal(400);
      expect(await concerns()).to.deep.equal([]);
      expect((await list('?seen=true')).map(({ seenBy }) => seenBy)).to.deep.equal(['admin']);
    });

    it('are refused with the case and a remedy where the project says so', async () => {
      const { david, maria, zed, concerns } = await world({ submissionPolicy: 'reject' });
      const a = randomUUID();
      await david.send(open(a, { owner: david.group }));
      const refused = await submit(zed, change(a, { update: { x: '1' } }));
      expect(refused.status).to.equal(422);
      expect(refused.text).to.contain('processing_failure').and.contain(a).and.contain('Sync');
      expect((await submit(maria, change(a, { update: { x: '2' } }))).status).to.equal(201);
      const device = new Device(david);
      await device.sync();
      expect(device.cases.get(a)?.properties).to.deep.equal({ x: '2' });
      expect(await concerns()).to.deep.equal([]);
    });

    it('are like any other where the project allows them', async () => {
      const { david, zed, concerns } = await world({ submissionPolicy: 'allow' });
      const a = randomUUID();
      await david.send(open(a, { owner: david.group }));
      expect((await submit(zed, change(a, { update: { x: '1' } }))).status).to.equal(201);
      expect(await concerns()).to.deep.equal([]);
    });

    it('do not get somebody else’s case by hanging one of their own on it', async () => {
      const { david, zed } = await world({ submissionPolicy: 'reject' });
      const a = randomUUID();
      await david.send(open(a, { owner: david.group }));
      for (const link of [{ extension: a }, { child: a }]) {
        const refused = await submit(zed, open(randomUUID(), link));
        expect(refused.status).to.equal(422);
        expect(refused.text).to.contain('links the case');
      }
      const device = new Device(zed);
      await device.sync();
      expect(device.ids).to.deep.equal([]);
    });

    it('are noticed when they give a case to nobody', async () => {
      const { david, concerns } = await world();
      const a = randomUUID();
      await submit(david, open(a, { owner: 'xyz' }));
      await submit(david, open(randomUUID(), { owner: '-', extension: a }));
      expect(await concerns()).to.deep.equal([
        { username: 'david', concerns: [{ kind: 'unknownOwner', caseId: a, ownerId: 'xyz' }] },
      ]);
    });

    it('are not those about a case that hangs together with one of the sender’s', async () => {
      const { david, zed } = await world({ submissionPolicy: 'reject' });
      const [host, task] = [randomUUID(), randomUUID()];
      await david.send(open(host, { owner: david.group }));
      await david.send(open(task, { owner: zed.userId, extension: host }));
      expect((await submit(zed, change(host, { update: { seen: '1' } }))).status).to.equal(201);
    });

    it('are not those that were filled in before the device could know better', async () => {
      const { david, maria, boss } = await world({ submissionPolicy: 'reject' });
      const [a, b] = [randomUUID(), randomUUID()];
      await david.send(open(a, { owner: david.group }));
      await new Device(maria).sync();
      await boss.change({ kind: 'member.remove', groupId: david.group, userId: maria.userId });
      await david.send(change(a, { close: true }));
      expect((await submit(maria, change(a, { update: { x: '1' } }))).status).to.equal(201);
      // Registered for others and then changed, both while away.
      expect((await submit(maria, open(b, { owner: david.group }))).status).to.equal(201);
      expect((await submit(maria, change(b, { update: { x: '1' } }))).status).to.equal(201);
    });

    it('are told apart without reading all that hangs on a case of others', async () => {
      const { david, maria, zed } = await world({ submissionPolicy: 'reject' });
      const [host, task] = [randomUUID(), randomUUID()];
      await david.send(open(host, { owner: david.group }));
      for (let round = 0; round < 3; round += 1) {
        const children = Array.from({ length: 300 }, () => open(randomUUID(), { child: host }));
        await david.send(...children);
      }
      await david.send(open(task, { owner: zed.userId, extension: host }));
      mostRows = 0;
      expect((await submit(zed, change(host, { update: { seen: '1' } }))).status).to.equal(201);
      await david.send(change(host, { owner: david.userId }));
      expect((await submit(maria, change(host, { update: { seen: '2' } }))).status).to.equal(422);
      expect(mostRows).to.be.within(2, 600);
    });

    it('are shown to administrators only', async () => {
      const { david } = await world();
      expect((await david.request('/api/admin/concerns')).status).to.equal(403);
    });
  });
}
