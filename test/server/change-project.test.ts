import { expect } from 'chai';
import fc from 'fast-check';
import type { Directory } from '../../src/case/ownership/directory.ts';
import type { DirectoryChange } from '../../src/case/ownership/directory-change.ts';
import { applyDirectoryChange } from '../../src/case/ownership/directory-change.ts';
import { demoProject } from '../../src/server/directory/demo-project.ts';
import type { ProjectChange } from '../../src/project/project-change.ts';
import type { ProjectPerson } from '../../src/project/project-person.ts';
import { databaseKinds } from './test-database.ts';
import { change, Device, form, open, TestServer } from './test-server.ts';
import type { Client } from './test-server.ts';

/** The demo project's people and groups. */
const withoutPlaces = {
  users: demoProject.users.map((user) => ({ ...user, locations: [] })),
  locationTypes: [],
  locations: [],
};

/** The rows of a directory without the order of tables in which it does not count. */
function sorted({ groups, memberships, locationTypes, locations, assignments }: Directory) {
  const byText = (rows: readonly object[]) =>
    rows.map((row) => JSON.stringify(Object.entries(row).sort())).sort();
  const people = [...new Set(assignments.map(({ userId }) => userId))].sort();
  return {
    rows: [groups, memberships, locationTypes, locations].map(byText),
    assignments: people.map((id) => assignments.filter(({ userId }) => userId === id)),
  };
}

for (const kind of databaseKinds) {
  describe(`changing the directory of a project on ${kind.name}`, () => {
    let server: TestServer;
    let domain: string;
    let admin: Client;

    before(async () => {
      server = await TestServer.open(kind.open);
    });
    beforeEach(async () => {
      domain = await server.project(withoutPlaces);
      admin = await server.signIn(`admin@${domain}`);
    });
    after(() => server.close());

    const read = async (path: string) => (await admin.request(path)).json();
    const attempt = async (...changes: ProjectChange[]) => {
      const response = await admin.post('/api/admin/changes', { changes });
      return { status: response.status, ...(await response.json().catch(() => ({}))) };
    };
    const idOf = async (username: string): Promise<string> => {
      const { users } = await read('/api/admin/directory');
      return users.find((user: ProjectPerson) => user.username === username).userId;
    };
    const user = (changes: Partial<ProjectPerson> = {}): ProjectPerson => ({
      userId: 'u-new',
      username: 'newcomer',
      firstName: '',
      lastName: '',
      role: 'worker',
      kind: 'mobile',
      language: '',
      userData: {},
      active: true,
      ...changes,
    });
    const level = (code: string, ownsCases: boolean, viewDescendants = false): ProjectChange => ({
      kind: 'level.save',
      level: { code, name: code, ownsCases, viewDescendants },
    });
    const place = (locationId: string, typeCode: string, parentId: string | null = null) => ({
      kind: 'location.save' as const,
      location: {
        locationId: `${domain}-${locationId}`,
        typeCode,
        parentId: parentId && `${domain}-${parentId}`,
        name: locationId,
        siteCode: locationId,
        externalId: '',
        latitude: '',
        longitude: '',
        locationData: {},
      },
    });

    it('builds an organization in which a worker registers for a post and the nurse above sees it', async () => {
      await admin.change(
        level('clinic', false, true),
        level('post', true),
        place('clinic', 'clinic'),
        place('post', 'post', 'clinic'),
        { kind: 'user.save', user: user({ userId: `${domain}-w`, username: 'worker' }) },
        { kind: 'user.password', userId: `${domain}-w`, password: 'long enough' },
        { kind: 'assignments.set', userId: `${domain}-w`, locationIds: [`${domain}-post`] },
        { kind: 'user.save', user: user({ userId: `${domain}-n`, username: 'midwife' }) },
        { kind: 'user.password', userId: `${domain}-n`, password: 'long enough' },
        { kind: 'assignments.set', userId: `${domain}-n`, locationIds: [`${domain}-clinic`] },
      );
      const worker = await server.signIn(`worker@${domain}`, 'long enough');
      await worker.send(open(`${domain}-case`, { owner: worker.group }));
      const midwife = await server.signIn(`midwife@${domain}`, 'long enough');
      const device = new Device(midwife);
      await device.sync();
      expect(device.ids).to.deep.equal([`${domain}-case`]);
      expect(device.userCases.map(({ properties }) => properties['username'])).to.deep.equal([
        'midwife',
      ]);
    });

    it('brings the case about a user in line with the user, and keeps what forms have saved to it', async () => {
      const david = await server.signIn(`david@${domain}`);
      const device = new Device(david);
      await device.sync();
      const [own] = device.userCases;
      await david.send(change(own!.caseId, { update: { visits: '4', first_name: 'Dave' } }));
      const details = (await read('/api/admin/directory')).users.find(
        ({ userId }: ProjectPerson) => userId === david.userId,
      );
      await admin.change({ kind: 'user.save', user: { ...details, lastName: 'Ouma' } });
      await device.sync();
      const [after, ...others] = device.userCases;
      expect(others).to.deep.equal([]);
      expect(after).to.deep.include({ caseId: own?.caseId, caseName: `${details.firstName} Ouma` });
      expect(after?.properties).to.deep.equal({
        ...own?.properties,
        visits: '4',
        last_name: 'Ouma',
      });
    });

    it('makes all changes of a list or none, and says which one is wrong', async () => {
      const groupId = `${domain}-g`;
      const refused = await attempt(
        {
          kind: 'group.save',
          group: { groupId, name: 'Night shift', caseSharing: true, groupData: {} },
        },
        { kind: 'member.add', groupId, userId: 'nobody' },
      );
      expect(refused).to.include({ status: 422, index: 1 });
      expect(refused.message).to.contain('no user with the id nobody');
      const { groups } = (await read('/api/admin/directory')).directory;
      expect(groups.map(({ name }: { name: string }) => name)).not.to.include('Night shift');
      expect((await read('/api/admin/audit')).rows).to.deep.equal([]);
    });

    it('keeps who changed what, as it was and as it is, and never a password', async () => {
      const { groups } = (await read('/api/admin/directory')).directory;
      const group = { ...groups[0], caseSharing: false };
      await admin.change({ kind: 'group.save', group });
      const david = await idOf('david');
      await admin.change({ kind: 'user.password', userId: david, password: 'another secret' });
      const [password, saved] = (await read('/api/admin/audit')).rows;
      expect(saved).to.deep.include({
        username: 'admin',
        before: { groups: [groups[0]] },
        after: { groups: [group] },
      });
      expect(password.change).to.deep.equal({ kind: 'user.password', userId: david });
      expect(JSON.stringify(password)).not.to.contain('secret');
    });

    it('signs a user out everywhere with a new password, and when no longer active', async () => {
      const david = await server.signIn(`david@${domain}`);
      const maria = await server.signIn(`maria@${domain}`);
      await admin.change({
        kind: 'user.password',
        userId: david.userId,
        password: 'another secret',
      });
      const details = (await read('/api/admin/directory')).users.find(
        ({ userId }: ProjectPerson) => userId === maria.userId,
      );
      await admin.change({ kind: 'user.save', user: { ...details, active: false } });
      expect((await david.request('/api/session')).status).to.equal(401);
      expect((await maria.request('/api/session')).status).to.equal(401);
      await server.signIn(`david@${domain}`, 'another secret');
    });

    it('leaves a project at least one administrator', async () => {
      const { users } = await read('/api/admin/directory');
      const self = users.find(({ username }: ProjectPerson) => username === 'admin');
      const refused = await attempt({ kind: 'user.save', user: { ...self, role: 'worker' } });
      expect(refused.message).to.contain('only administrator');
    });

    it('takes no id that belongs to another project', async () => {
      const { groups } = (await read('/api/admin/directory')).directory;
      const elsewhere = await server.project();
      const other = await server.signIn(`admin@${elsewhere}`);
      const response = await other.post('/api/admin/changes', {
        changes: [{ kind: 'group.save', group: { ...groups[0], name: 'Mine now' } }],
      });
      expect(response.status).to.equal(422);
      expect((await read('/api/admin/directory')).directory.groups[0]).to.deep.equal(groups[0]);
    });

    it('lets names and codes change hands in one list, where no step of it has one twice', async () => {
      const { users } = await read('/api/admin/directory');
      const named = (name: string) =>
        users.find(({ username }: ProjectPerson) => username === name) as ProjectPerson;
      const [david, maria] = [named('david'), named('maria')];
      await admin.change(
        { kind: 'user.save', user: { ...maria, username: 'moved' } },
        { kind: 'user.save', user: { ...david, username: 'maria' } },
        { kind: 'user.save', user: { ...maria, username: 'david' } },
      );
      expect(await idOf('maria')).to.equal(david.userId);
      expect(await idOf('david')).to.equal(maria.userId);
    });

    it('decides the settings of the project, which hold from the next form on', async () => {
      const settings = {
        submissionPolicy: 'reject',
        closesExtensions: true,
        searchableCaseTypes: ['client'],
      } as const;
      await admin.change({ kind: 'settings.set', settings });
      expect((await read('/api/admin/directory')).settings).to.deep.equal(settings);
      const maria = await server.signIn(`maria@${domain}`);
      const zed = await server.signIn(`zed@${domain}`);
      await maria.submit(form([open('a-case', { owner: maria.userId })]));
      const foreign = await zed.submit(form([change('a-case', { update: { age: '7' } })]));
      expect(foreign.status).to.equal(422);
      const [entry] = (await read('/api/admin/audit')).rows;
      expect(entry.before.settings.submissionPolicy).to.equal('flag');
      expect(entry.after).to.deep.equal({ settings });
    });

    it('archives a location with all below, so that nobody stays assigned there', async () => {
      const lone = await idOf('lone');
      await admin.change(
        level('area', true),
        place('north', 'area'),
        place('hill', 'area', 'north'),
        { kind: 'assignments.set', userId: lone, locationIds: [`${domain}-hill`] },
        { kind: 'location.archive', locationId: `${domain}-north`, archived: true },
      );
      const { locations, assignments } = (await read('/api/admin/directory')).directory;
      expect(locations.every(({ archived }: { archived: boolean }) => archived)).to.equal(true);
      expect(assignments).to.deep.equal([]);
    });

    it('moves no location below itself', async () => {
      await admin.change(
        level('area', true),
        place('north', 'area'),
        place('hill', 'area', 'north'),
      );
      const refused = await attempt(place('north', 'area', 'hill'));
      expect(refused.message).to.contain('north cannot stand below itself');
    });

    it('tells beforehand whom a change would hit, and how many cases come and go', async () => {
      const david = await server.signIn(`david@${domain}`);
      await david.send(open(`${domain}-a`, { owner: david.group }));
      const changes = [{ kind: 'member.remove', groupId: david.group, userId: david.userId }];
      const response = await admin.post('/api/admin/impact', { changes });
      const { users } = await response.json();
      expect(users).to.have.length(1);
      expect(users[0]).to.deep.include({
        username: 'david',
        registration: 'blocked',
        cases: { appear: 0, disappear: 1 },
      });
      const device = new Device(david);
      await device.sync();
      expect(device.ids).to.deep.equal([`${domain}-a`]);
    });

    it('stores what the core says after any list of changes', async () => {
      const ids = ['a', 'b', 'c'].map((id) => `${domain}-${id}`);
      const someone = [await idOf('david'), await idOf('lone')];
      const change = fc.oneof(
        fc.record({
          kind: fc.constant('level.save' as const),
          level: fc.record({
            code: fc.constantFrom('l1', 'l2'),
            name: fc.constantFrom('One', 'Two'),
            ownsCases: fc.boolean(),
            viewDescendants: fc.boolean(),
          }),
        }),
        fc
          .record({
            id: fc.constantFrom('a', 'b', 'c'),
            below: fc.constantFrom(null, 'a', 'b', 'c'),
          })
          .map(({ id, below }) => place(id, 'l1', below)),
        fc.record({
          kind: fc.constant('location.archive' as const),
          locationId: fc.constantFrom(...ids),
          archived: fc.boolean(),
        }),
        fc.record({
          kind: fc.constant('assignments.set' as const),
          userId: fc.constantFrom(...someone),
          locationIds: fc.subarray(ids),
        }),
        fc.record({
          kind: fc.constant('group.save' as const),
          group: fc.record({
            groupId: fc.constantFrom(...ids),
            name: fc.constantFrom('Day', 'Night'),
            caseSharing: fc.boolean(),
            groupData: fc.constant({}),
          }),
        }),
        fc.record({ kind: fc.constant('group.delete' as const), groupId: fc.constantFrom(...ids) }),
        fc.record({
          kind: fc.constantFrom('member.add' as const, 'member.remove' as const),
          groupId: fc.constantFrom(...ids),
          userId: fc.constantFrom(...someone),
        }),
      );
      await fc.assert(
        fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 12 }), async (changes) => {
          for (const each of changes) await stored(each);
        }),
        { numRuns: 10 },
      );
      async function stored(each: ProjectChange) {
        const state: Directory = (await read('/api/admin/directory')).directory;
        const { status } = await attempt(each);
        const expected =
          status === 204 ? applyDirectoryChange(state, each as DirectoryChange) : state;
        expect(sorted((await read('/api/admin/directory')).directory)).to.deep.equal(
          sorted(expected),
        );
      }
    });

    it('refuses what is no list of changes, naming the place', async () => {
      const response = await admin.post('/api/admin/changes', {
        changes: [{ kind: 'user.password', userId: 'x', password: 'short' }],
      });
      expect(response.status).to.equal(400);
      expect((await response.json()).message).to.contain('changes.0.password');
    });
  });
}
