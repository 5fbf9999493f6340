import { expect } from 'chai';
import type { LookupTable } from '../../src/project/lookup-table.ts';
import type { ProjectChange } from '../../src/project/project-change.ts';
import { serializeXml } from '../../src/xml/serialize-xml.ts';
import { databaseKinds } from './test-database.ts';
import type { Client } from './test-server.ts';
import { TestServer } from './test-server.ts';

const town: LookupTable = {
  code: 'town',
  forEverybody: false,
  columns: [
    { name: 'code', isAttribute: true, isIndexed: true },
    { name: 'name', isAttribute: false, isIndexed: false },
  ],
};
const drug: LookupTable = {
  code: 'drug',
  forEverybody: true,
  columns: [{ name: 'name', isAttribute: false, isIndexed: false }],
};

for (const { name, open } of databaseKinds) {
  describe(`lookup tables on ${name}`, () => {
    let server: TestServer;
    let domain: string;
    let admin: Client;

    before(async () => {
      server = await TestServer.open(open);
    });
    after(() => server.close());
    beforeEach(async () => {
      domain = await server.project({
        groups: [{ name: 'Reporters', caseSharing: false, members: ['maria'] }],
        locationTypes: [
          { code: 'clinic', name: 'Clinic', ownsCases: true, viewDescendants: true },
          { code: 'post', name: 'Post', ownsCases: true, viewDescendants: false },
        ],
        locations: [
          { siteCode: 'c', name: 'Clinic', type: 'clinic', archived: false },
          { siteCode: 'p', name: 'Post', type: 'post', parent: 'c', archived: false },
          { siteCode: 'q', name: 'Other', type: 'post', parent: 'c', archived: false },
        ],
        users: [
          user('admin', [], 'admin'),
          user('david', ['p', 'q']),
          user('maria', []),
          user('nurse', ['c']),
        ],
      });
      admin = await server.signIn(`admin@${domain}`);
    });

    const state = async () => (await admin.request('/api/admin/directory')).json();
    const signIn = (username: string) => server.signIn(`${username}@${domain}`);

    async function fixture(username: string, code: string): Promise<string | undefined> {
      const { fixtures } = await (await signIn(username)).restore();
      const found = fixtures.find(({ id }) => id === `item-list:${code}`);
      // The response's own namespace is inherited by what is in it.
      return found && serializeXml(found.root).replace(/ xmlns="[^"]*"/, '');
    }

    async function idOf(siteCode: string): Promise<string> {
      const { directory } = await state();
      return directory.locations.find((each: { siteCode: string }) => each.siteCode === siteCode)
        .locationId;
    }

    async function setTowns(owners: Readonly<Record<string, readonly string[]>>): Promise<void> {
      const rows = Object.entries(owners).map(([code, ids]) => ({ values: { code }, owners: ids }));
      await admin.change(
        { kind: 'table.save', table: town },
        { kind: 'table.rows', code: 'town', rows },
      );
    }

    it('come to everybody as item lists, in their order', async () => {
      const rows = ['b', 'a & co', ''].map((each) => ({ values: { name: each }, owners: [] }));
      await admin.change(
        { kind: 'table.save', table: drug },
        { kind: 'table.rows', code: 'drug', rows },
      );
      expect(await fixture('david', 'drug')).to.equal(
        '<drug_list><drug><name>b</name></drug><drug><name>a &amp; co</name></drug><drug><name/></drug></drug_list>',
      );
    });

    it('give a row to its user, its group, and to those at its location or whose first one lies below', async () => {
      const { groups } = (await state()).directory;
      const maria = await signIn('maria');
      await setTowns({
        forClinic: [await idOf('c')],
        forPost: [await idOf('p')],
        forOther: [await idOf('q')],
        forReporters: [groups[0].groupId],
        forMaria: [maria.userId],
        forNobody: [],
      });
      const codes = async (username: string) =>
        [...((await fixture(username, 'town')) ?? '').matchAll(/code="(\w+)"/g)].map(
          ([, code]) => code,
        );
      expect(await codes('david')).to.deep.equal(['forClinic', 'forPost']);
      expect(await codes('nurse')).to.deep.equal(['forClinic']);
      expect(await codes('maria')).to.deep.equal(['forReporters', 'forMaria']);
      expect(await fixture('admin', 'town')).to.equal('<town_list/>');
    });

    it('tell clients which columns are indexed', async () => {
      await setTowns({ m: [admin.userId] });
      const { fixtures } = await admin.restore();
      const list = fixtures.find(({ id }) => id === 'item-list:town');
      expect(list).to.deep.include({ indexed: true, indices: ['@code'] });
    });

    it('come again with the next sync only when something has changed', async () => {
      await setTowns({ m: [admin.userId] });
      const first = await admin.restore();
      const ids = async () => (await admin.restore(first.syncToken)).fixtures.map(({ id }) => id);
      expect(await ids()).not.to.include('item-list:town');
      await setTowns({ m: [admin.userId], n: [admin.userId] });
      expect(await ids()).to.include('item-list:town');
    });

    it('lose the cells of a column that they have no longer', async () => {
      const wide = {
        ...drug,
        columns: [...drug.columns, { name: 'dose', isAttribute: false, isIndexed: false }],
      };
      const rows = [{ values: { name: 'a', dose: '5' }, owners: [] }];
      await admin.change(
        { kind: 'table.save', table: wide },
        { kind: 'table.rows', code: 'drug', rows },
      );
      await admin.change({ kind: 'table.save', table: drug });
      expect(await (await admin.request('/api/admin/tables/drug')).json()).to.deep.equal([
        { values: { name: 'a' }, owners: [] },
      ]);
    });

    it('are written down with the rows that went and came', async () => {
      await setTowns({ m: [admin.userId], n: [] });
      await setTowns({ n: [], o: [] });
      const { rows } = await (await admin.request('/api/admin/audit')).json();
      expect(rows[0].change).to.deep.equal({ kind: 'table.rows', code: 'town' });
      expect(rows[0].before.rows).to.deep.include({
        count: 2,
        changed: [{ values: { code: 'm' }, owners: [admin.userId] }],
      });
      expect(rows[0].after.rows.changed).to.deep.equal([{ values: { code: 'o' }, owners: [] }]);
    });

    it('are written down in short when they are long, with a digest by which they can be known again', async () => {
      const many = (prefix: string) =>
        Object.fromEntries(Array.from({ length: 300 }, (_, n) => [`${prefix}${n}`, []]));
      await setTowns(many('a'));
      await setTowns(many('b'));
      await setTowns(many('a'));
      const { rows } = await (await admin.request('/api/admin/audit')).json();
      const [last, middle, first] = rows
        .filter(({ change }: { change: ProjectChange }) => change.kind === 'table.rows')
        .map(({ after }: { after: { rows: object } }) => after.rows);
      expect(last).to.include({ count: 300, leftOut: 200 });
      expect(last.changed).to.have.length(100);
      expect(last.digest).to.equal(first.digest).and.not.equal(middle.digest);
    });

    it('refuse what contradicts itself, with a reason', async () => {
      const row = (values: object, owners: string[] = []) => [{ values, owners }];
      const wrong: [ProjectChange[], RegExp][] = [
        [[{ kind: 'table.rows', code: 'none', rows: [] }], /no lookup table none/],
        [[{ kind: 'table.save', table: { ...town, code: '1st' } }], /cannot be a name/],
        [[{ kind: 'table.save', table: { ...town, columns: [] } }], /needs a column/],
        [
          [
            { kind: 'table.save', table: drug },
            { kind: 'table.rows', code: 'drug', rows: row({ dose: '5' }) as never },
          ],
          /Row 1: .*no column dose/,
        ],
        [
          [
            { kind: 'table.save', table: town },
            { kind: 'table.rows', code: 'town', rows: row({}, ['stranger']) as never },
          ],
          /Row 1: .*no user, group or location/,
        ],
      ];
      for (const [changes, words] of wrong) {
        const response = await admin.post('/api/admin/changes', { changes });
        expect(response.status).to.equal(422);
        expect((await response.json()).message).to.match(words);
      }
      expect((await state()).tables).to.deep.equal([]);
    });

    it('go with their rows when they are deleted', async () => {
      await setTowns({ m: [admin.userId] });
      await admin.change({ kind: 'table.delete', code: 'town' });
      expect(await fixture('admin', 'town')).to.equal(undefined);
    });
  });

  describe(`what a project asks of its users on ${name}`, () => {
    let server: TestServer;
    before(async () => {
      server = await TestServer.open(open);
    });
    after(() => server.close());

    it('has to be answered when a user is saved, and comes with the restore', async () => {
      const domain = await server.project();
      const admin = await server.signIn(`admin@${domain}`);
      const zone = { name: 'zone', label: 'Zone', required: true, choices: ['north', 'south'] };
      await admin.change({ kind: 'userFields.set', fields: [zone] });
      const { users, userFields } = await (await admin.request('/api/admin/directory')).json();
      expect(userFields).to.deep.equal([zone]);
      const david = users.find(({ username }: { username: string }) => username === 'david');
      const save = (userData: object) =>
        admin.post('/api/admin/changes', {
          changes: [{ kind: 'user.save', user: { ...david, userData } }],
        });
      expect((await (await save({})).json()).message).to.contain('Zone is missing for david');
      expect((await (await save({ zone: 'east' })).json()).message).to.contain('north, south');
      expect((await save({ zone: 'south' })).status).to.equal(204);
      const { registration } = await (await server.signIn(`david@${domain}`)).restore();
      expect(registration?.userData).to.include({ zone: 'south' });
    });
  });
}

function user(username: string, locations: string[], role: 'worker' | 'admin' = 'worker') {
  const details = {
    firstName: '',
    lastName: '',
    language: '',
    userData: {},
    kind: 'mobile' as const,
  };
  return { ...details, username, password: 'caseload', role, locations };
}
