import { expect } from 'chai';
import { BackupError, restoreBackup, writeBackup } from '../../src/server/backup/backup.ts';
import type { Database } from '../../src/server/sql/database.ts';
import { databaseKinds } from './test-database.ts';
import type { Client } from './test-server.ts';
import { Device, open as opened, TestServer, change } from './test-server.ts';

for (const { name, open } of databaseKinds) {
  describe(`a backup from ${name}`, () => {
    let server: TestServer;
    let domain: string;
    let david: Client;
    let target: Database;

    before(async () => {
      server = await TestServer.open(open);
      domain = await server.project();
      david = await server.signIn(`david@${domain}`);
      const admin = await server.signIn(`admin@${domain}`);
      const columns = [{ name: 'name', isAttribute: false, isIndexed: true }];
      await admin.change(
        { kind: 'table.save', table: { code: 'drug', forEverybody: true, columns } },
        {
          kind: 'table.rows',
          code: 'drug',
          rows: [{ values: { name: 'ä"\\\n\u2028' }, owners: [] }],
        },
      );
      await david.send(
        opened('host', { owner: david.group }),
        opened('e', { owner: '-', extension: 'host' }),
      );
      await david.submit(formWithPhoto, { 'photo.jpg': 'bytes\u0000of a photo' });
      // Such as working as another user leaves behind: nothing before, nothing after, as JSON says it.
      await server.database.exec(
        `insert into audit (project_id, at, user_id, change, before, after)
         select project_id, at, user_id, change, 'null', 'null' from audit limit 1`,
      );
    });
    after(() => server.close());
    beforeEach(async () => {
      target = await open();
    });
    afterEach(() => target.close());

    async function lines(): Promise<string[]> {
      const written: string[] = [];
      await writeBackup(server.database, new Date(0), async (text) => void written.push(text));
      return written.join('').split('\n').slice(0, -1);
    }

    it('is restored into an empty database, in which everything goes on', async () => {
      await restoreBackup(target, from(await lines()));
      expect(withoutHead(await linesOfDatabase(target))).to.deep.equal(withoutHead(await lines()));
      const restored = await TestServer.open(async () => ({ ...target, close: async () => {} }));
      restored.now = server.now;
      const again = await restored.signIn(`david@${domain}`);
      const device = new Device(again);
      const restore = await device.sync();
      expect(device.ids).to.deep.equal(['e', 'host', 'with-photo']);
      expect(restore.fixtures.map(({ id }) => id)).to.include('item-list:drug');
      // New numbers go on after the old ones.
      await again.send(change('host', { update: { seen: '1' } }));
      const admin = await restored.signIn(`admin@${domain}`);
      await admin.change({ kind: 'table.delete', code: 'drug' });
      await restored.project();
    });

    it('speaks of one moment while forms come in', async () => {
      const written: string[] = [];
      let sent = false;
      await writeBackup(server.database, new Date(0), async (text) => {
        written.push(text);
        // The embedded database has one connection: there the moment is as long as the backup.
        if (sent || name === 'PGlite') return;
        sent = true;
        await david.send(opened('late', { owner: david.group }));
      });
      expect(written.join('')).not.to.contain('"late"');
      await restoreBackup(target, from(written.join('').split('\n').slice(0, -1)));
    });

    it('holds one app at a time, since two may be longer than a text can be', async () => {
      const admin = await server.signIn(`admin@${domain}`);
      for (const file of ['a.xml', 'b.xml', 'c.xml'])
        await admin.request(`/api/admin/apps?file=${file}`, { method: 'POST', body: lone(file) });
      const written: string[] = [];
      await writeBackup(server.database, new Date(0), async (text) => void written.push(text));
      const pieces = written.filter((text) => text.startsWith('{"table":"app_versions"'));
      expect(pieces.map((piece) => piece.split('\n').length - 1)).to.deep.equal([1, 1, 1]);
      await restoreBackup(target, from(written.join('').split('\n').slice(0, -1)));
    });

    it('can be restored where another one has failed before', async () => {
      const all = await lines();
      const error = await failure(restoreBackup(target, from(all.slice(0, -1))));
      expect(error?.message).to.contain('cut short');
      await restoreBackup(target, from(all));
      expect(withoutHead(await linesOfDatabase(target))).to.deep.equal(withoutHead(all));
    });

    it('is not made of a database that is none of Caseload', async () => {
      const error = await failure(writeBackup(target, new Date(0), async () => {}));
      expect(error).to.be.instanceOf(BackupError);
    });

    it('is not mixed into a database that holds something', async () => {
      await restoreBackup(target, from(await lines()));
      const error = await failure(restoreBackup(target, from(await lines())));
      expect(error).to.be.instanceOf(BackupError);
      expect(error?.message).to.contain('not empty');
    });

    it('that is cut short, damaged, foreign or newer is refused, and nothing stays behind', async () => {
      const all = await lines();
      const newer = all.with(0, all[0]!.replace(/"schema":\d+/, '"schema":9999'));
      const bad: [string[], RegExp][] = [
        [all.slice(0, -3), /cut short/],
        [all.toSpliced(5, 1), /damaged/],
        [['{"some":"file"}'], /no backup/],
        [newer, /newer version/],
      ];
      for (const [given, words] of bad) {
        const empty = await open();
        const error = await failure(restoreBackup(empty, from(given)));
        expect(error).to.be.instanceOf(BackupError);
        expect(error?.message).to.match(words);
        await empty.close();
      }
    });
  });
}

const formWithPhoto = `<?xml version="1.0"?>
<data xmlns="urn:test:photo" name="Photo">
  <case xmlns="http://commcarehq.org/case/transaction/v2" case_id="with-photo" date_modified="2026-03-01T08:00:00.000Z">
    <create><case_type>client</case_type><case_name>With photo</case_name></create>
    <attachment><photo src="photo.jpg" from="local"/></attachment>
  </case>
  <meta xmlns="http://openrosa.org/jr/xforms"><instanceID>uuid:with-photo</instanceID></meta>
</data>`;

async function* from(lines: readonly string[]): AsyncGenerator<string> {
  yield* lines;
}

async function linesOfDatabase(database: Database): Promise<string[]> {
  const written: string[] = [];
  await writeBackup(database, new Date(0), async (text) => void written.push(text));
  return written.join('').split('\n').slice(0, -1);
}

/** Rows come in no certain order. */
function withoutHead(lines: readonly string[]): string[] {
  return lines.slice(1).sort();
}

function failure(work: Promise<unknown>): Promise<Error | undefined> {
  return work.then(
    () => undefined,
    (error: Error) => error,
  );
}

function lone(name: string): string {
  return `<h:html xmlns:h="http://www.w3.org/1999/xhtml" xmlns="http://www.w3.org/2002/xforms"><h:head><h:title>${name}</h:title><model><instance><data id="${name}"><town/></data></instance></model></h:head><h:body><input ref="/data/town"><label>Town</label></input></h:body></h:html>`;
}
