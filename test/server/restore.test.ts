import { randomUUID } from 'node:crypto';
import { expect } from 'chai';
import { attributeOf, childElements, childNamed, textOf } from '../../src/xml/xml-element.ts';
import type { Restore } from '../../src/openrosa/restore.ts';
import { databaseKinds } from './test-database.ts';
import { change, Device, open, TestServer } from './test-server.ts';
import type { Client } from './test-server.ts';

for (const kind of databaseKinds) {
  describe(`restore on ${kind.name}`, () => {
    let server: TestServer;
    let domain: string;
    let david: Client;
    let maria: Client;
    let zed: Client;
    let nurse: Client;

    before(async () => {
      server = await TestServer.open(kind.open);
    });
    beforeEach(async () => {
      domain = await server.project();
      david = await server.signIn(`david@${domain}`);
      maria = await server.signIn(`maria@${domain}`);
      zed = await server.signIn(`zed@${domain}`);
      nurse = await server.signIn(`nurse@${domain}`);
    });
    after(() => server.close());

    /** All but the one about the user. */
    const idsOf = (restore: Restore) =>
      restore.cases
        .filter(({ actions }) => !JSON.stringify(actions).includes('commcare-user'))
        .map(({ caseId }) => caseId)
        .sort();
    const groupNames = (restore: Restore) => {
      const groups = restore.fixtures.find(({ id }) => id === 'user-groups')!.root;
      return childElements(groups).map((group) => textOf(childNamed(group, 'name')!));
    };

    async function changeMembership(
      kind: 'member.add' | 'member.remove',
      client: Client,
      groupId: string,
    ) {
      const admin = await server.signIn(`admin@${domain}`);
      await admin.change({ kind, groupId, userId: client.userId });
    }

    it('says who the user is and which groups may own the cases', async () => {
      const restore = await nurse.restore();
      expect(restore.registration).to.deep.include({ username: 'nurse', userId: nurse.userId });
      expect(restore.registration?.userData).to.include({
        commcare_first_name: 'Nina',
        commcare_project: domain,
      });
      expect(groupNames(restore)).to.deep.equal(['Village A', 'Village B']);
      expect(restore.problems).to.deep.equal([]);
    });

    it('sends an empty groups fixture to somebody who is in no group', async () => {
      const lone = await server.signIn(`lone@${domain}`);
      expect(groupNames(await lone.restore())).to.deep.equal([]);
    });

    it('gives everybody the case about themselves, and takes what they save to it', async () => {
      const device = new Device(david);
      await device.sync();
      const [own, ...others] = device.userCases;
      expect(others).to.deep.equal([]);
      expect(own).to.deep.include({ ownerId: david.userId, externalId: david.userId });
      expect(own?.properties).to.deep.include({ username: 'david', hq_user_id: david.userId });
      await david.send(change(own!.caseId, { update: { visits: '4' } }));
      await device.sync();
      expect(device.userCases[0]?.properties).to.deep.equal({ ...own?.properties, visits: '4' });
    });

    it('gives a case of a group to its members and to nobody else', async () => {
      const id = randomUUID();
      await david.send(open(id, { owner: david.group }));
      expect(idsOf(await maria.restore())).to.deep.equal([id]);
      expect(idsOf(await nurse.restore())).to.deep.equal([id]);
      expect(idsOf(await zed.restore())).to.deep.equal([]);
    });

    it('sends the closed parent of an open case, and no other closed case', async () => {
      const [parent, child, closed] = [randomUUID(), randomUUID(), randomUUID()];
      await david.send(open(parent, { close: true }), open(child, { child: parent }));
      await david.send(open(closed, { close: true }));
      expect(idsOf(await david.restore())).to.deep.equal([parent, child].sort());
    });

    it('sends extensions with their host whoever owns them', async () => {
      const [host, first, second] = [randomUUID(), randomUUID(), randomUUID()];
      await david.send(
        open(host, { owner: david.group }),
        open(first, { owner: '-', extension: host }),
        open(second, { owner: '-', extension: first }),
      );
      expect(idsOf(await maria.restore())).to.deep.equal([host, first, second].sort());
    });

    it('keeps all that a case has on the way to a device', async () => {
      const [parent, id] = [randomUUID(), randomUUID()];
      await david.send(open(parent));
      await david.send(
        open(id, {
          name: 'Asha &amp; Bo',
          child: parent,
          update: { age: '3', external_id: 'E7', note: 'a &lt; b', empty: '' },
        }),
      );
      const device = new Device(david);
      await device.sync();
      expect(device.cases.get(id)).to.deep.include({
        caseName: 'Asha & Bo',
        externalId: 'E7',
        properties: { age: '3', note: 'a < b', empty: '' },
        indices: [{ name: 'parent', caseType: 'client', target: parent, relationship: 'child' }],
        ownerId: david.userId,
        dateOpened: '2026-03-01T08:00:00.000Z',
      });
    });

    it('sends only what has changed since the token', async () => {
      const [a, b] = [randomUUID(), randomUUID()];
      await david.send(open(a, { owner: david.group }), open(b, { owner: david.group }));
      const device = new Device(maria);
      await device.sync();
      await david.send(change(b, { update: { visits: '2' } }));
      const restore = await device.sync();
      expect(idsOf(restore)).to.deep.equal([b]);
      expect(restore.removals).to.deep.equal([]);
      expect(device.cases.get(b)?.properties).to.deep.equal({ visits: '2' });
    });

    it('names the cases that a device must drop', async () => {
      const [closed, moved] = [randomUUID(), randomUUID()];
      await david.send(open(closed, { owner: david.group }), open(moved, { owner: david.group }));
      const device = new Device(maria);
      await device.sync();
      await david.send(change(closed, { close: true }), change(moved, { owner: zed.group }));
      const restore = await device.sync();
      expect([...restore.removals].sort()).to.deep.equal([closed, moved].sort());
      expect(device.ids).to.deep.equal([]);
      expect(idsOf(await zed.restore())).to.deep.equal([moved]);
    });

    it('tells of a case that leaves only where it went', async () => {
      const [closed, moved] = [randomUUID(), randomUUID()];
      const update = { diagnosis: 'private' };
      await david.send(
        open(closed, { owner: david.group }),
        open(moved, { owner: david.group, child: closed }),
      );
      const { syncToken } = await maria.restore();
      await david.send(
        change(moved, { owner: zed.group, child: '', update }),
        change(closed, { close: true, update }),
      );
      const { cases } = await maria.restore(syncToken);
      const kinds = cases.map(({ caseId, actions }) => [
        caseId,
        ...actions.map(({ kind }) => kind),
      ]);
      expect(kinds.sort()).to.deep.equal(
        [
          [moved, 'create', 'update'],
          [closed, 'create', 'update', 'close'],
        ].sort(),
      );
      expect(JSON.stringify(cases)).to.contain(zed.group).and.not.contain('private');
    });

    it('leaves a device without a trace of a case that is still its own but out of reach', async () => {
      const [host, extension] = [randomUUID(), randomUUID()];
      await david.send(
        open(host, { owner: zed.group }),
        open(extension, { owner: david.group, extension: host }),
      );
      const { syncToken } = await maria.restore();
      await zed.send(change(host, { close: true }));
      const restore = await maria.restore(syncToken);
      expect([...restore.removals].sort()).to.deep.equal([host, extension].sort());
      expect(idsOf(restore)).to.deep.equal([host]);
    });

    it('sends the locations again only when the directory has changed', async () => {
      const OWNERS = ['user-groups', 'caseload:no-candidate'];
      const ids = (restore: Restore) => restore.fixtures.map((fixture) => fixture.id);
      const first = await maria.restore();
      expect(ids(first)).to.deep.equal([...OWNERS, 'locations']);
      expect(ids(await maria.restore(first.syncToken))).to.deep.equal(OWNERS);
      await changeMembership('member.add', zed, david.group);
      const later = await maria.restore(first.syncToken);
      expect(ids(later)).to.deep.equal([...OWNERS, 'locations']);
      expect(later.syncToken).not.to.equal(first.syncToken);
    });

    it('names a case that the user made since the token and may not keep', async () => {
      const device = new Device(david);
      await device.sync();
      const id = randomUUID();
      await david.send(open(id, { owner: zed.group }));
      const restore = await device.sync();
      expect(restore.removals).to.deep.equal([id]);
    });

    it('sends a case that comes back to a device which had dropped it', async () => {
      const id = randomUUID();
      await david.send(open(id, { owner: david.group }));
      const device = new Device(maria);
      await device.sync();
      await david.send(change(id, { owner: zed.group }));
      await device.sync();
      await zed.send(change(id, { owner: david.group }));
      await device.sync();
      expect(device.ids).to.deep.equal([id]);
    });

    it('answers with the same token when nothing has changed', async () => {
      await david.send(open(randomUUID()));
      const first = await david.restore();
      const second = await david.restore(first.syncToken);
      expect(second.syncToken).to.equal(first.syncToken);
      expect(second.cases).to.deep.equal([]);
    });

    it('still knows a token whose answer never reached the device', async () => {
      const first = await david.restore();
      const id = randomUUID();
      await david.send(open(id));
      await david.restore(first.syncToken);
      expect(idsOf(await david.restore(first.syncToken))).to.deep.equal([id]);
    });

    it('answers 412 to a token that it does not know, or that is somebody else’s', async () => {
      const { syncToken } = await maria.restore();
      for (const token of ['nonsense', syncToken]) {
        const response = await david.request(`/api/restore?version=2.0&since=${token}`);
        expect(response.status).to.equal(412);
        expect(await response.text()).to.contain('ota_restore_error');
      }
    });

    it('sends the groups in full on every sync, so that leaving one is seen', async () => {
      const id = randomUUID();
      await david.send(open(id, { owner: david.group }));
      const device = new Device(maria);
      await device.sync();
      await changeMembership('member.remove', maria, david.group);
      const restore = await device.sync();
      expect(groupNames(restore)).to.deep.equal([]);
      expect(restore.removals).to.deep.equal([id]);
    });

    it('brings the cases of a group that the user has joined', async () => {
      const id = randomUUID();
      await david.send(open(id, { owner: david.group }));
      const device = new Device(zed);
      await device.sync();
      await changeMembership('member.add', zed, david.group);
      await device.sync();
      expect(device.ids).to.deep.equal([id]);
    });

    it('answers 401 without a session', async () => {
      expect((await server.request('/api/restore?version=2.0')).status).to.equal(401);
    });

    it('lists the locations around the user, and gives the cases of those below a viewing level', async () => {
      const places = await server.project({
        users: [
          { ...worker('chw'), locations: ['post'] },
          { ...worker('head'), locations: ['clinic'] },
        ],
        groups: [],
        locationTypes: [
          { code: 'clinic', name: 'Clinic', ownsCases: false, viewDescendants: true },
          { code: 'chw', name: 'Post', ownsCases: true, viewDescendants: false },
        ],
        locations: [
          { siteCode: 'clinic', name: 'Clinic', type: 'clinic', archived: false },
          { siteCode: 'post', name: 'Post 1', type: 'chw', parent: 'clinic', archived: false },
        ],
      });
      const chw = await server.signIn(`chw@${places}`);
      const head = await server.signIn(`head@${places}`);
      const id = randomUUID();
      await chw.send(open(id, { owner: chw.group }));
      const restore = await head.restore();
      expect(idsOf(restore)).to.deep.equal([id]);
      expect(groupNames(restore)).to.deep.equal(['Clinic/Post 1-Cases']);
      const locations = restore.fixtures.find((fixture) => fixture.id === 'locations')!.root;
      const types = childElements(locations).map((location) => attributeOf(location, 'type'));
      expect(types).to.deep.equal(['clinic', 'chw']);
      expect(restore.registration?.userData).to.have.property('commcare_location_id');
    });
  });
}

function worker(username: string) {
  const nothing = { firstName: '', lastName: '', language: '', userData: {} };
  return {
    ...nothing,
    username,
    password: 'caseload',
    role: 'worker' as const,
    locations: [],
    kind: 'mobile' as const,
  };
}
