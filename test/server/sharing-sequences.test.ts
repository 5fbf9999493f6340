import { randomUUID } from 'node:crypto';
import { expect } from 'chai';
import { candidatesFromGroups } from '../../src/case/ownership/candidates-from-groups.ts';
import type { ProjectDefinition } from '../../src/server/directory/project-definition.ts';
import { databaseKinds } from './test-database.ts';
import type { Client } from './test-server.ts';
import { change, Device, open, TestServer } from './test-server.ts';

type User = ProjectDefinition['users'][number];

function user(username: string, ...locations: readonly string[]): User {
  const name = { firstName: '', lastName: '', language: '', userData: {} };
  const rest = { password: 'caseload', role: 'worker', kind: 'mobile' } as const;
  return { username, locations: [...locations], ...name, ...rest };
}

function place(siteCode: string, type: string, parent?: string) {
  return { siteCode, name: siteCode, type, archived: false, ...(parent && { parent }) };
}

function level(code: string, can: string) {
  const flags = { ownsCases: can.includes('o'), viewDescendants: can.includes('v') };
  return { code, name: code, ...flags };
}

/** Groups, and posts above posts, with somebody in each. */
const PROJECT: Partial<ProjectDefinition> = {
  users: [
    { ...user('boss'), role: 'admin' },
    ...['david', 'maria', 'nina', 'zed'].map((name) => user(name)),
    ...[user('chw1', 'w1'), user('chw2', 'w2'), user('chw3', 'w3'), user('nurse1', 'c1')],
    ...[user('nurse3', 'c3'), user('sup', 'd1')],
  ],
  groups: [
    { name: 'G1', caseSharing: true, members: ['david', 'maria', 'nina'] },
    { name: 'G2', caseSharing: true, members: ['nina', 'zed'] },
  ],
  locationTypes: [level('district', 'v'), level('clinic', 'ov'), level('post', 'o'), level('chw', 'o')], // prettier-ignore
  locations: [
    ...[place('d1', 'district'), place('c1', 'clinic', 'd1'), place('w1', 'chw', 'c1')],
    ...[place('w2', 'chw', 'c1'), place('c2', 'post', 'd1'), place('w3', 'chw', 'c2')],
    place('c3', 'clinic'),
  ],
};

for (const kind of databaseKinds) {
  describe(`shared cases as people work and move, on ${kind.name}`, () => {
    let server: TestServer;

    before(async () => {
      server = await TestServer.open(kind.open);
    });
    after(() => server.close());

    /** People of a project of their own, each with a device that has synced. */
    async function world(changes: Partial<ProjectDefinition>, ...names: readonly string[]) {
      const domain = await server.project({ ...PROJECT, ...changes });
      const people: Record<string, { client: Client; device: Device }> = {};
      for (const name of names) {
        const client = await server.signIn(`${name}@${domain}`);
        const device = new Device(client);
        await device.sync();
        people[name] = { client, device };
      }
      const boss = await server.signIn(`boss@${domain}`);
      const client = (name: string) => people[name]!.client;
      const sync = async (name: string) => {
        await people[name]!.device.sync();
        return people[name]!.device.ids.join(' ');
      };
      const holds = async () => {
        const held: Record<string, string> = {};
        for (const name of names) held[name] = await sync(name);
        return held;
      };
      const candidates = async (name: string) => {
        const { fixtures } = await client(name).restore();
        const groups = fixtures.find(({ id }) => id === 'user-groups')!;
        return candidatesFromGroups(groups.root).map(({ id }) => id);
      };
      return { boss, client, sync, holds, candidates, ...(await idsOf(domain)) };
    }

    /** Ids in the project, by the names in its definition. */
    async function idsOf(domain: string) {
      const owners = await server.database.query<{ name: string; id: string }>(
        `select g.name, g.group_id as id from groups g join projects p using (project_id) where p.domain = $1
         union all select l.site_code, l.location_id from locations l join projects p using (project_id) where p.domain = $1`,
        [domain],
      );
      const ids = new Map(owners.map(({ name, id }) => [name, id]));
      return { id: (name: string) => ids.get(name)! };
    }

    it('S01: a case that is given to another group leaves those who are not in it, and stays with those who are', async () => {
      const { client, id, holds } = await world({}, 'david', 'maria', 'nina', 'zed');
      const a = randomUUID();
      await client('david').send(open(a, { owner: id('G1') }));
      expect(await holds()).to.deep.equal({ david: a, maria: a, nina: a, zed: '' });
      await client('david').send(change(a, { owner: id('G2') }));
      expect(await holds()).to.deep.equal({ david: '', maria: '', nina: a, zed: a });
    });

    it('S02: a form counts that comes after its sender left the group, and then the case goes', async () => {
      const { boss, client, id, sync } = await world({}, 'david', 'maria');
      const a = randomUUID();
      await client('david').send(open(a, { owner: id('G1') }));
      expect(await sync('maria')).to.equal(a);
      const member = { groupId: id('G1'), userId: client('maria').userId };
      await boss.change({ kind: 'member.remove', ...member });
      await client('maria').send(change(a, { update: { p: '1' } }));
      expect(await sync('maria')).to.equal('');
      const device = new Device(client('david'));
      await device.sync();
      expect(device.cases.get(a)?.properties).to.include({ p: '1' });
    });

    it('S03: a worker who moves gets the cases of the new post for those of the old one, and keeps what is her own', async () => {
      const { boss, client, id, sync, candidates } = await world({}, 'chw1');
      const [old, fresh, own] = [randomUUID(), randomUUID(), randomUUID()];
      await client('chw1').send(open(old, { owner: id('w1') }), open(own));
      await client('chw1').send(open(fresh, { owner: id('w2') }));
      expect(await sync('chw1')).to.equal([old, own].sort().join(' '));
      const { userId } = client('chw1');
      await boss.change({ kind: 'assignments.set', userId, locationIds: [id('w2')] });
      expect(await sync('chw1')).to.equal([fresh, own].sort().join(' '));
      expect(await candidates('chw1')).to.deep.equal([id('w2')]);
    });

    it('S04: when a level owns no cases any more, nobody holds the cases of its places, until it does again', async () => {
      const { boss, client, id, holds, candidates } = await world({}, 'chw1', 'nurse1', 'sup');
      const a = randomUUID();
      await client('chw1').send(open(a, { owner: id('w1') }));
      expect(await holds()).to.deep.equal({ chw1: a, nurse1: a, sup: a });
      await boss.change({ kind: 'level.save', level: level('chw', '') });
      expect(await holds()).to.deep.equal({ chw1: '', nurse1: '', sup: '' });
      expect(await candidates('chw1')).to.deep.equal([]);
      expect(await candidates('nurse1')).to.deep.equal([id('c1')]);
      await boss.change({ kind: 'level.save', level: level('chw', 'o') });
      expect(await holds()).to.deep.equal({ chw1: a, nurse1: a, sup: a });
    });

    it('S05: the first place below a post that views it gives its people a second candidate', async () => {
      const { boss, id, candidates } = await world({}, 'nurse3');
      expect(await candidates('nurse3')).to.deep.equal([id('c3')]);
      const locationId = randomUUID();
      const details = { externalId: '', latitude: '', longitude: '', locationData: {} };
      const location = { locationId, typeCode: 'chw', parentId: id('c3'), name: 'w10', siteCode: 'w10' }; // prettier-ignore
      await boss.change({ kind: 'location.save', location: { ...location, ...details } });
      expect(await candidates('nurse3')).to.deep.equal([id('c3'), locationId]);
    });

    it('S06: a case is on the device of everybody who may hold it, whatever its type', async () => {
      const { client, id, holds } = await world({}, 'david', 'maria');
      const a = randomUUID();
      await client('david').send(open(a, { type: 'of-another-app', owner: id('G1') }));
      expect(await holds()).to.deep.equal({ david: a, maria: a });
    });

    it('S07: what the nurse registers for a post below is held there, by her and above, and nowhere else', async () => {
      const { client, id, holds } = await world({}, 'nurse1', 'chw1', 'chw2', 'sup');
      const a = randomUUID();
      await client('nurse1').send(open(a, { owner: id('w2') }));
      expect(await holds()).to.deep.equal({ nurse1: a, chw1: '', chw2: a, sup: a });
    });

    it('S08: what somebody registers for a foreign post comes to those there, and not to her', async () => {
      const { client, id, holds } = await world({}, 'chw1', 'chw3', 'sup');
      const a = randomUUID();
      await client('chw1').send(open(a, { owner: id('w3') }));
      expect(await holds()).to.deep.equal({ chw1: '', chw3: a, sup: a });
    });

    it('S09: a case that was claimed goes with the claim when that is closed', async () => {
      const { client, holds } = await world({ caseSearch: ['client'] }, 'david', 'zed');
      const a = randomUUID();
      await client('david').send(open(a));
      const body = new URLSearchParams({ case_id: a });
      const claimed = await client('zed').request('/api/claim-case', { method: 'POST', body });
      expect(claimed.status).to.equal(201);
      const { zed = '' } = await holds();
      const claim = zed.split(' ').find((each) => each !== a)!;
      expect(zed).to.equal([a, claim].sort().join(' '));
      await client('zed').send(change(claim, { close: true }));
      expect(await holds()).to.deep.equal({ david: a, zed: '' });
    });

    /** A host with an extension of another group, one of nobody on that, and a child. */
    async function chain(changes: Partial<ProjectDefinition>) {
      const { client, id, holds } = await world(changes, 'david', 'zed');
      const [a, b, c, kid] = [randomUUID(), randomUUID(), randomUUID(), randomUUID()];
      await client('david').send(
        open(a, { owner: id('G1') }),
        open(b, { owner: id('G2'), extension: a }),
        open(c, { owner: '-', extension: b }),
        open(kid, { owner: id('G2'), child: a }),
      );
      const all = [a, b, c, kid].sort().join(' ');
      expect((await holds()).zed).to.equal(all);
      await client('david').send(change(a, { close: true }));
      const closed = await server.database.query<{ caseId: string; userId: string }>(
        'select case_id as "caseId", user_id as "userId" from cases where closed and case_id = any($1::text[])',
        [[b, c, kid]],
      );
      return { a, b, c, kid, closed, holds };
    }

    it('S10: the open extensions of a case are closed with it where the project says so, and leave their owners', async () => {
      const { a, b, c, kid, closed, holds } = await chain({ closeExtensions: true });
      const expected = [b, c].sort().map((caseId) => ({ caseId, userId: 'system' }));
      expect(closed.toSorted((x, y) => (x.caseId < y.caseId ? -1 : 1))).to.deep.equal(expected);
      expect(await holds()).to.deep.equal({ david: '', zed: [a, kid].sort().join(' ') });
      const forms = await server.database.query<{ xml: string }>(
        'select f.xml from forms f join case_history h using (project_id, sequence) where h.case_id = $1 and f.user_id is null',
        [c],
      );
      expect(forms).to.have.length(1);
    });

    it('leaves them open where it does not say so', async () => {
      const { closed } = await chain({});
      expect(closed).to.be.empty;
    });
  });
}
