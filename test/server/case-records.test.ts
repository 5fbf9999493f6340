import { expect } from 'chai';
import { databaseKinds } from './test-database.ts';
import type { Client } from './test-server.ts';
import { change, open as opened, TestServer } from './test-server.ts';

for (const { name, open } of databaseKinds) {
  describe(`the cases of a project for its administrators on ${name}`, () => {
    let server: TestServer;
    let domain: string;
    let admin: Client;
    let david: Client;
    let maria: Client;
    let zed: Client;

    before(async () => {
      server = await TestServer.open(open);
    });
    after(() => server.close());
    beforeEach(async () => {
      server.now = Date.parse('2026-03-01T08:00:00Z');
      domain = await server.project();
      const signIn = (username: string) => server.signIn(`${username}@${domain}`);
      [admin, david, maria, zed] = [
        await signIn('admin'),
        await signIn('david'),
        await signIn('maria'),
        await signIn('zed'),
      ];
    });

    const get = async (path: string) => (await admin.request(`/api/admin/${path}`)).json();
    const search = async (query: object) =>
      (await admin.post('/api/admin/case-search', query)).json();
    const found = async (query: object): Promise<string[]> =>
      (await search(query)).cases.map(({ caseId }: { caseId: string }) => caseId).sort();
    const id = (text: string) => `${domain}-${text}`;

    it('are found by name, id, type, status and owner', async () => {
      await david.send(
        opened(id('a'), { name: 'Amina Juma', owner: david.group }),
        opened(id('b'), { name: 'Bahati Juma', type: 'visit', owner: david.userId }),
      );
      await zed.send(opened(id('c'), { name: 'Amina Ali', owner: zed.group, close: true }));
      expect(await found({ text: 'juma amina' })).to.deep.equal([id('a')]);
      expect(await found({ text: id('c') })).to.deep.equal([id('c')]);
      expect(await found({ type: 'visit' })).to.deep.equal([id('b')]);
      expect(await found({ status: 'closed' })).to.deep.equal([id('c')]);
      expect(await found({ owner: zed.group })).to.deep.equal([id('c')]);
      expect((await search({})).types).to.deep.equal([
        { caseType: 'client', count: 2 },
        { caseType: 'visit', count: 1 },
      ]);
    });

    it('that nobody sees are found, and not those that somebody else’s case carries along', async () => {
      await david.send(
        opened(id('seen'), { owner: david.group }),
        opened(id('carried'), { owner: '-', extension: id('seen') }),
        opened(id('parent'), { owner: 'long gone' }),
        opened(id('child'), { owner: zed.group, child: id('parent') }),
        opened(id('lost'), { owner: 'long gone' }),
        opened(id('unowned'), { owner: '-' }),
        opened(id('done'), { owner: 'long gone', close: true }),
      );
      expect(await found({ owner: 'nobody' })).to.deep.equal([id('lost'), id('unowned')]);
    });

    it('are given to another owner together, and devices hear of it', async () => {
      await david.send(opened(id('x'), { owner: 'gone' }), opened(id('y'), { owner: david.group }));
      const request = { caseIds: [id('x'), id('y')], ownerId: zed.group };
      const impact = await (await admin.post('/api/admin/case-owner/impact', request)).json();
      const told = impact.users.map(
        (user: { username: string; appear: number; disappear: number }) => [
          user.username,
          user.appear,
          user.disappear,
        ],
      );
      expect(told).to.deep.include(['zed', 2, 0]).and.deep.include(['david', 0, 1]);
      const { syncToken } = await maria.restore();
      expect(await (await admin.post('/api/admin/case-owner', request)).json()).to.deep.equal({
        count: 2,
      });
      expect((await maria.restore(syncToken)).removals).to.deep.equal([id('y')]);
      expect(await found({ owner: zed.group })).to.deep.equal([id('x'), id('y')]);
      const { rows } = await get('audit');
      expect(rows[0]).to.deep.include({ username: 'admin', after: { ownerId: zed.group } });
      expect(rows[0].before.owners).to.deep.include({ caseId: id('x'), ownerId: 'gone' });
    });

    it('are not given to somebody whom the project has not', async () => {
      await david.send(opened(id('x'), { owner: david.group }));
      const request = { caseIds: [id('x')], ownerId: 'stranger' };
      expect((await admin.post('/api/admin/case-owner', request)).status).to.equal(422);
      expect(await found({ owner: 'stranger' })).to.deep.equal([]);
    });

    it('have a history of every form and property, and it flags what was overwritten unseen', async () => {
      await david.send(
        opened(id('h'), { owner: david.group, update: { town: 'Moshi', age: '3' } }),
      );
      server.now += 3_600_000;
      await maria.send(change(id('h'), { update: { town: 'Arusha' }, at: '2026-03-01T08:30:00Z' }));
      server.now += 3_600_000;
      // Filled in before Maria's form arrived.
      await david.send(
        change(id('h'), { update: { town: 'Tanga', age: '4' }, at: '2026-03-01T08:45:00Z' }),
      );
      const { history } = await get(`cases/${id('h')}`);
      expect(history).to.have.length(3);
      expect(history[0]).to.deep.include({ isCreation: true });
      const [town, age] = history[2].changes;
      expect(town).to.include({ property: 'town', before: 'Arusha', after: 'Tanga' });
      expect(town.unseen).to.include({ username: 'maria', formName: 'Visit' });
      expect(age).to.deep.equal({ property: 'age', before: '3', after: '4' });
      expect(history[1].changes[0].unseen).to.equal(undefined);
    });

    it('show what was said about them after they were closed', async () => {
      await david.send(opened(id('z'), { owner: david.group }));
      await maria.send(change(id('z'), { close: true }));
      await david.send(change(id('z'), { update: { late: '1' } }));
      const { history, case: of } = await get(`cases/${id('z')}`);
      expect(history[1]).to.include({ isClosing: true, isAfterClosing: false });
      expect(history[2]).to.include({ isClosing: false, isAfterClosing: true });
      expect(of).to.include({ status: 'closed' });
    });

    it('are shown as a user’s devices receive them', async () => {
      await david.send(
        opened(id('a'), { owner: david.group }),
        opened(id('b'), { owner: zed.group }),
      );
      const holdings = await get(`holdings/${maria.userId}`);
      const restored = (await maria.restore()).cases.map(({ caseId }) => caseId);
      expect(holdings.cases.map(({ caseId }: { caseId: string }) => caseId)).to.have.members(
        restored,
      );
      expect(holdings.candidates.map((each: { id: string }) => each.id)).to.deep.equal([
        maria.group,
      ]);
      expect(holdings.userData).to.include({ commcare_project: domain });
      expect((await admin.request('/api/admin/holdings/nobody')).status).to.equal(404);
    });

    it('are closed to everybody else, and to other projects', async () => {
      await david.send(opened(id('a'), { owner: david.group }));
      for (const path of [`cases/${id('a')}`, `holdings/${maria.userId}`])
        expect((await david.request(`/api/admin/${path}`)).status).to.equal(403);
      expect((await david.post('/api/admin/case-search', {})).status).to.equal(403);
      const stranger = await server.signIn(`admin@${await server.project()}`);
      expect((await stranger.request(`/api/admin/cases/${id('a')}`)).status).to.equal(404);
      expect(
        (await (await stranger.post('/api/admin/case-search', {})).json()).cases,
      ).to.deep.equal([]);
    });
  });
}
