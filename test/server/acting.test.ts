import { expect } from 'chai';
import { demoProject } from '../../src/server/directory/demo-project.ts';
import { databaseKinds } from './test-database.ts';
import { TestServer } from './test-server.ts';

for (const kind of databaseKinds) {
  describe(`working as another user on ${kind.name}`, () => {
    let server: TestServer;
    let domain: string;

    before(async () => {
      server = await TestServer.open(kind.open);
      const [david, ...others] = demoProject.users;
      const users = [{ ...david!, username: 'ann', role: 'admin' as const }, david!, ...others];
      domain = await server.project({ users });
    });
    after(() => server.close());

    type Client = Awaited<ReturnType<TestServer['signIn']>>;
    const actAs = (client: Client, username: string) =>
      client.request('/api/session/acting', {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify({ username }),
      });
    const sessionOf = async (client: Client) =>
      (await (await client.request('/api/session')).json()) as Record<string, unknown>;

    it('gives an administrator the session, the restore and the rights of that user', async () => {
      const ann = await server.signIn(`ann@${domain}`);
      const answer = await actAs(ann, 'Maria');
      expect(await answer.json()).to.include({ username: 'maria', actedBy: 'David Otieno' });
      expect(await sessionOf(ann)).to.include({ username: 'maria', role: 'worker' });
      const restore = await (await ann.request('/api/restore?version=2.0')).text();
      expect(restore).to.contain('<username>maria</username>');
      expect((await ann.request('/api/admin/directory')).status).to.equal(403);
    });

    it('is offered with all other people, found by a part of their name or of a place of theirs', async () => {
      const ann = await server.signIn(`ann@${domain}`);
      const search = async (text: string) => {
        const answer = await ann.request(`/api/session/acting?search=${encodeURIComponent(text)}`);
        const { people, more } = (await answer.json()) as {
          people: { username: string; places: string[] }[];
          more: number;
        };
        return { names: people.map(({ username }) => username), more, people };
      };
      expect((await search('MARI')).people).to.deep.include({
        ...(await search('maria')).people[0],
        username: 'maria',
        places: ['Village A'],
      });
      expect((await search('village b')).names).to.have.members(['zed', 'nurse']);
      expect((await search('village nurse')).names).to.deep.equal(['nurse']);
      expect((await search('ann')).names).not.to.include('ann');
      expect((await search('nobody of this name')).names).to.deep.equal([]);
      const everybody = await search('');
      expect(everybody.names.length + everybody.more).to.equal(demoProject.users.length);
    });

    it('is offered to no other user', async () => {
      const zed = await server.signIn(`zed@${domain}`);
      expect((await zed.request('/api/session/acting?search=')).status).to.equal(403);
    });

    it('goes on to yet another user, and back to the administrator', async () => {
      const ann = await server.signIn(`ann@${domain}`);
      await actAs(ann, 'maria');
      expect((await actAs(ann, 'zed')).status).to.equal(200);
      const back = await ann.request('/api/session/acting', { method: 'DELETE' });
      expect(await back.json()).to.include({ username: 'ann', actedBy: '', role: 'admin' });
      expect(await sessionOf(ann)).to.include({ username: 'ann' });
    });

    it('is written down', async () => {
      const ann = await server.signIn(`ann@${domain}`);
      await actAs(ann, 'nurse');
      await ann.request('/api/session/acting', { method: 'DELETE' });
      const { rows: audit } = (await (await ann.request('/api/admin/audit')).json()) as {
        rows: {
          username: string;
          change: { kind: string; userId: string };
        }[];
      };
      expect(audit[0]).to.include({ username: 'ann' });
      expect(audit[0]?.change.kind).to.equal('logInAs');
    });

    it('is refused to everybody else, and for users that there are not', async () => {
      const maria = await server.signIn(`maria@${domain}`);
      expect((await actAs(maria, 'david')).status).to.equal(403);
      expect(await sessionOf(maria)).to.include({ username: 'maria' });
      const ann = await server.signIn(`ann@${domain}`);
      expect((await actAs(ann, 'nobody')).status).to.equal(404);
      expect(await sessionOf(ann)).to.include({ username: 'ann' });
    });

    it('does not reach into another project', async () => {
      const other = await server.project({
        users: [...demoProject.users, { ...demoProject.users[0]!, username: 'olga' }],
      });
      expect(other).not.to.equal(domain);
      const ann = await server.signIn(`ann@${domain}`);
      expect((await actAs(ann, 'olga')).status).to.equal(404);
    });
  });
}
