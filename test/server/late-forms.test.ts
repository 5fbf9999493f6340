import { randomUUID } from 'node:crypto';
import { expect } from 'chai';
import fc from 'fast-check';
import type { Case } from '../../src/case/case.ts';
import { databaseKinds } from './test-database.ts';
import type { Client } from './test-server.ts';
import { change, Device, open, TestServer } from './test-server.ts';

const HOUR = 60 * 60 * 1000;
const DAY = Date.UTC(2026, 2, 2);

/** A form: who sends it, when its user filled it in and when it arrives, in hours of the day, and the property that it sets. */
interface Sent {
  readonly by: 'david' | 'maria';
  readonly at: number;
  readonly comes: number;
  readonly sets: string;
}

for (const kind of databaseKinds) {
  describe(`forms that come late, on ${kind.name}`, () => {
    let server: TestServer;
    let people: Record<Sent['by'], Client>;

    before(async () => {
      server = await TestServer.open(kind.open);
      const domain = await server.project();
      const [david, maria] = await Promise.all(
        ['david', 'maria'].map((name) => server.signIn(`${name}@${domain}`)),
      );
      people = { david: david as Client, maria: maria as Client };
    });
    after(() => server.close());

    async function aClient(): Promise<string> {
      server.now = DAY - 48 * HOUR;
      const id = randomUUID();
      const at = new Date(server.now).toISOString();
      await people.david.send(open(id, { at, owner: people.david.group, update: { p: 'none' } }));
      return id;
    }

    /** Each form sets `p`, and a property of its own. */
    async function send(id: string, forms: readonly Sent[]): Promise<void> {
      for (const { by, at, comes, sets } of forms) {
        server.now = DAY + comes * HOUR;
        const date = new Date(DAY + at * HOUR).toISOString();
        await people[by].send(
          change(id, { at: date, update: { p: sets, [`set-${sets}`]: 'yes' } }),
        );
      }
    }

    async function stored(id: string, by: Sent['by'] = 'maria'): Promise<Case> {
      const device = new Device(people[by]);
      await device.sync();
      return device.cases.get(id)!;
    }

    it('F16: of two people the one whose form comes last has the last word', async () => {
      const id = await aClient();
      await send(id, [
        { by: 'maria', at: 11, comes: 11.1, sets: '2' },
        { by: 'david', at: 10, comes: 12, sets: '1' },
      ]);
      expect((await stored(id)).properties).to.include({ p: '1' });
    });

    it('F17: of one person’s two devices, the one that was used last has it', async () => {
      const id = await aClient();
      await send(id, [
        { by: 'david', at: 11, comes: 11.1, sets: '2' },
        { by: 'david', at: 10, comes: 12, sets: '1' },
      ]);
      const found = await stored(id);
      expect(found.properties).to.include({ p: '2', 'set-1': 'yes', 'set-2': 'yes' });
      expect(found.lastModified).to.equal('2026-03-02T11:00:00.000Z');
    });

    it('lets a form that comes more than twelve hours later have the last word', async () => {
      const id = await aClient();
      await send(id, [
        { by: 'david', at: 11, comes: 11, sets: '2' },
        { by: 'david', at: 10, comes: 23.5, sets: '1' },
      ]);
      expect((await stored(id)).properties).to.include({ p: '1' });
    });

    it('brings the case as it counts to the devices that have synced in between', async () => {
      const id = await aClient();
      await send(id, [{ by: 'david', at: 11, comes: 11, sets: '2' }]);
      const devices = [new Device(people.david), new Device(people.maria)];
      for (const device of devices) await device.sync();
      await send(id, [{ by: 'david', at: 10, comes: 12, sets: '1' }]);
      for (const device of devices) {
        await device.sync();
        const expected = { p: '2', 'set-1': 'yes' };
        expect(device.cases.get(id)?.properties).to.include(expected);
      }
    });

    it('keeps a case closed that a form of the other device had closed', async () => {
      const id = await aClient();
      server.now = DAY + 11 * HOUR;
      const at = new Date(server.now).toISOString();
      await people.david.send(change(id, { at, close: true }));
      await send(id, [{ by: 'david', at: 10, comes: 12, sets: '1' }]);
      const rows = await server.database.query<{ closed: boolean; p: string }>(
        `select closed, properties ->> 'p' as p from cases where case_id = $1`,
        [id],
      );
      expect(rows).to.deep.equal([{ closed: true, p: '1' }]);
    });

    it('makes a case whose registration comes after its first visit as if it had come before', async () => {
      const id = randomUUID();
      await send(id, [{ by: 'david', at: 11, comes: 11, sets: '2' }]);
      server.now = DAY + 12 * HOUR;
      const at = new Date(DAY + 10 * HOUR).toISOString();
      await people.david.send(open(id, { at, name: 'Asha', update: { p: 'none' } }));
      const found = await stored(id, 'david');
      expect(found).to.include({ caseName: 'Asha', ownerId: people.david.userId });
      expect(found.dateOpened).to.equal(at);
      expect(found.properties).to.include({ p: '2' });
    });

    it('comes to the same for one person in any order of arrival', async () => {
      const hours = fc.uniqueArray(fc.integer({ min: 1, max: 23 }), { minLength: 2, maxLength: 5 });
      const property = fc.asyncProperty(hours, async (filledIn) => {
        const id = await aClient();
        const forms = filledIn.map((at, n) => {
          return { by: 'david', at, comes: 24 + n, sets: String(at) } as const;
        });
        await send(id, forms);
        const { properties } = await stored(id);
        expect(properties).to.deep.equal({
          p: String(Math.max(...filledIn)),
          ...Object.fromEntries(filledIn.map((at) => [`set-${at}`, 'yes'])),
        });
      });
      await fc.assert(property, { numRuns: 15 });
    });
  });
}
