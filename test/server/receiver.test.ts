import { createHash, randomUUID } from 'node:crypto';
import { expect } from 'chai';
import { readSubmissionResponse } from '../../src/openrosa/submission-response.ts';
import { databaseKinds } from './test-database.ts';
import { change, form, open, TestServer } from './test-server.ts';
import type { Client } from './test-server.ts';

for (const kind of databaseKinds) {
  describe(`receiver on ${kind.name}`, () => {
    let server: TestServer;
    let david: Client;
    let maria: Client;

    before(async () => {
      server = await TestServer.open(kind.open);
      const domain = await server.project();
      david = await server.signIn(`david@${domain}`);
      maria = await server.signIn(`maria@${domain}`);
    });
    after(() => server.close());

    async function caseOf(client: Client, id: string) {
      const { cases } = await client.restore();
      return cases.find((transaction) => transaction.caseId === id);
    }

    async function propertyOf(client: Client, id: string, name: string) {
      const found = await caseOf(client, id);
      const updates = (found?.actions ?? []).flatMap((action) =>
        action.kind === 'update' ? action.properties : [],
      );
      return updates.find((property) => property.name === name)?.value;
    }

    async function countForms(instanceId: string) {
      const rows = await server.database.query<{ count: number }>(
        'select count(*) as count from forms where instance_id = $1',
        [instanceId],
      );
      return rows[0]!.count;
    }

    it('answers 201 submit_success and gives the case to the group that owns it', async () => {
      const id = randomUUID();
      const response = await david.submit(form([open(id, { name: 'Asha', owner: david.group })]));
      expect(response.status).to.equal(201);
      expect(response.headers.get('X-OpenRosa-Version')).to.equal('3.0');
      expect(await response.text()).to.contain('nature="submit_success"');
      const create = (await caseOf(maria, id))?.actions[0];
      expect(create).to.include({ kind: 'create', caseName: 'Asha', ownerId: david.group });
    });

    it('gives a case without an owner to the user who sent the form', async () => {
      const id = randomUUID();
      await david.send(open(id));
      expect((await caseOf(david, id))?.actions[0]).to.include({ ownerId: david.userId });
      expect(await caseOf(maria, id)).to.equal(undefined);
    });

    it('takes the bare XML as the body', async () => {
      const id = randomUUID();
      const response = await david.request('/api/receiver', {
        method: 'POST',
        headers: { 'Content-Type': 'text/xml' },
        body: form([open(id)]),
      });
      expect(response.status).to.equal(201);
      expect(await caseOf(david, id)).not.to.equal(undefined);
    });

    it('takes the form as a part without a file name', async () => {
      const body = new FormData();
      body.append('xml_submission_file', form([]));
      const response = await david.request('/api/receiver', { method: 'POST', body });
      expect(response.status).to.equal(201);
    });

    it('answers a repeated form with success and does not apply it again', async () => {
      const id = randomUUID();
      const instanceId = randomUUID();
      const first = form([open(id, { update: { visits: '1' } })], instanceId);
      await david.submit(first);
      await david.send(change(id, { update: { visits: '2' } }));
      const again = await david.submit(first);
      expect(again.status).to.equal(201);
      expect(await propertyOf(david, id, 'visits')).to.equal('2');
      expect(await countForms(instanceId)).to.equal(1);
    });

    it('stores one form when the same one arrives twice at once', async () => {
      const id = randomUUID();
      const instanceId = randomUUID();
      const xml = form([open(id, { update: { visits: '1' } })], instanceId);
      const responses = await Promise.all([
        david.submit(xml),
        david.submit(xml),
        david.submit(xml),
      ]);
      expect(responses.map((response) => response.status)).to.deep.equal([201, 201, 201]);
      expect(await countForms(instanceId)).to.equal(1);
    });

    it('keeps every property when many forms change one case at once', async () => {
      const id = randomUUID();
      await david.send(open(id, { owner: david.group }));
      const names = Array.from({ length: 12 }, (_, number) => `p${number}`);
      await Promise.all(
        names.map((name, number) =>
          (number % 2 ? david : maria).send(change(id, { update: { [name]: 'yes' } })),
        ),
      );
      const values = await Promise.all(names.map((name) => propertyOf(david, id, name)));
      expect(values).to.deep.equal(names.map(() => 'yes'));
    });

    it('refuses another form under an instanceID that is taken, and keeps the first', async () => {
      const id = randomUUID();
      const instanceId = randomUUID();
      await david.submit(form([open(id, { update: { visits: '1' } })], instanceId));
      const response = await david.submit(
        form([change(id, { update: { visits: '9' } })], instanceId),
      );
      expect(response.status).to.equal(422);
      expect(await response.text()).to.contain(instanceId);
      expect(await propertyOf(david, id, 'visits')).to.equal('1');
    });

    it('refuses a bad case block with 422 and its reason, and stores nothing of the form', async () => {
      const good = randomUUID();
      const bad = randomUUID();
      const instanceId = randomUUID();
      const response = await david.submit(
        form([open(good), open(bad, { child: 'nowhere' })], instanceId),
      );
      expect(response.status).to.equal(422);
      const text = await response.text();
      expect(text).to.contain('nature="processing_failure"');
      expect(text).to.contain(`Case '${bad}' references non-existent case 'nowhere'`);
      expect(await caseOf(david, good)).to.equal(undefined);
      expect(await countForms(instanceId)).to.equal(0);
    });

    it('takes a form that was refused once what it needs is there', async () => {
      const parent = randomUUID();
      const xml = form([open(randomUUID(), { child: parent })]);
      expect((await david.submit(xml)).status).to.equal(422);
      await david.send(open(parent));
      expect((await david.submit(xml)).status).to.equal(201);
    });

    it('refuses a form that makes a case its own ancestor over cases stored before', async () => {
      const [a, b, c] = [randomUUID(), randomUUID(), randomUUID()];
      await david.send(open(a), open(b, { child: a }), open(c, { child: b }));
      const response = await david.submit(form([change(a, { child: c })]));
      expect(response.status).to.equal(422);
      expect(await response.text()).to.contain('itself');
    });

    it('refuses one of two forms that together would make a cycle', async () => {
      const [a, b] = [randomUUID(), randomUUID()];
      await david.send(open(a), open(b));
      const responses = await Promise.all([
        david.submit(form([change(a, { child: b })])),
        david.submit(form([change(b, { child: a })])),
      ]);
      const statuses = responses.map((response) => response.status).sort();
      expect(statuses).to.deep.equal([201, 422]);
    });

    it('does not touch the cases of another project that have the same id', async () => {
      const id = randomUUID();
      const stranger = await server.signIn(`david@${await server.project()}`);
      await david.send(open(id, { name: 'Ours' }));
      await stranger.send(open(id, { name: 'Theirs' }));
      expect((await caseOf(david, id))?.actions[0]).to.include({ caseName: 'Ours' });
      expect((await caseOf(stranger, id))?.actions[0]).to.include({ caseName: 'Theirs' });
    });

    async function filesOf(instanceId: string) {
      const rows = await server.database.query<{ name: string; bytes: Uint8Array }>(
        `select a.name, a.bytes from form_attachments a join forms f using (project_id, sequence)
         where f.instance_id = $1 order by a.name, a.hash`,
        [instanceId],
      );
      return rows.map(({ name, bytes }) => [name, new TextDecoder().decode(bytes)]);
    }

    const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');

    /** What an answer says is kept, as names with hashes. */
    async function receiptsIn(response: Response) {
      const outcome = readSubmissionResponse(response.status, await response.text(), null);
      if (outcome.kind !== 'accepted') throw new Error(outcome.message);
      return outcome.attachments!.map((receipt) => [receipt.name, receipt.sha256]);
    }

    it('confirms each attachment by its hash, and those that came before with them', async () => {
      const xml = form([], randomUUID());
      const front = ['front.jpg', sha256('front')];
      const first = await david.submit(xml, { 'front.jpg': 'front' });
      expect(await receiptsIn(first)).to.deep.equal([front]);
      const second = await david.submit(xml, { 'front.jpg': 'front', 'back.jpg': 'back' });
      const both = [['back.jpg', sha256('back')], front];
      expect(await receiptsIn(second)).to.deep.equal(both);
      expect(await receiptsIn(await david.submit(xml))).to.deep.equal(both);
    });

    it('keeps a second file of the same name with other bytes beside the first', async () => {
      const instanceId = randomUUID();
      const xml = form([], instanceId);
      await david.submit(xml, { 'front.jpg': 'front' });
      const answer = await david.submit(xml, { 'front.jpg': 'other' });
      expect(await receiptsIn(answer)).to.deep.include(['front.jpg', sha256('other')]);
      expect(await filesOf(instanceId)).to.have.deep.members([
        ['front.jpg', 'front'],
        ['front.jpg', 'other'],
      ]);
    });

    it('holds the requests of one form together to the number of files that it may have', async () => {
      const instanceId = randomUUID();
      const xml = form([], instanceId);
      const files = (from: number, to: number) =>
        Object.fromEntries(
          Array.from({ length: to - from }, (_, at) => [`${from + at}.jpg`, `${from + at}`]),
        );
      expect((await david.submit(xml, files(0, 30))).status).to.equal(201);
      const more = await david.submit(xml, files(30, 51));
      expect(more.status).to.equal(413);
      expect(await more.text()).to.contain('50');
      expect(await filesOf(instanceId)).to.have.length(30);
      expect((await david.submit(xml, files(30, 50))).status).to.equal(201);
    });

    it('keeps nothing of the path in the name of an attachment', async () => {
      const instanceId = randomUUID();
      await david.submit(form([], instanceId), { '../../etc/passwd': 'x' });
      const rows = await server.database.query<{ name: string }>(
        'select a.name from form_attachments a join forms f using (project_id, sequence) where f.instance_id = $1',
        [instanceId],
      );
      expect(rows).to.deep.equal([{ name: 'passwd' }]);
    });

    it('answers 400 to a request without a form', async () => {
      const body = new FormData();
      body.append('photo.jpg', new Blob(['x']), 'photo.jpg');
      const response = await david.request('/api/receiver', { method: 'POST', body });
      expect(response.status).to.equal(400);
      expect(await response.text()).to.contain('xml_submission_file');
    });

    it('answers 400 to a form that is cut off, with line and column', async () => {
      const response = await david.submit('<data xmlns="urn:x"><a>');
      expect(response.status).to.equal(400);
      expect(await response.text()).to.match(/line 1, column \d+/);
    });

    it('answers 400 to a multipart body that is cut off', async () => {
      const response = await david.request('/api/receiver', {
        method: 'POST',
        headers: { 'Content-Type': 'multipart/form-data; boundary=b' },
        body: '--b\r\nContent-Disposition: form-data; name="xml_submission_file"; filename="f.xml"\r\n\r\n<data',
      });
      expect(response.status).to.equal(400);
    });

    it('answers 413 to a form larger than the limit', async () => {
      const response = await david.submit(`<data>${'x'.repeat(9 * 2 ** 20)}</data>`);
      expect(response.status).to.equal(413);
      expect(await response.text()).to.contain('8 MiB');
    });

    it('answers 415 to a form that is sent as JSON', async () => {
      const response = await david.request('/api/receiver', {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: '{}',
      });
      expect(response.status).to.equal(415);
    });

    it('answers 401 without a session', async () => {
      const response = await server.request('/api/receiver', {
        method: 'POST',
        body: new FormData(),
      });
      expect(response.status).to.equal(401);
    });

    it('answers HEAD with 204 and the size that it takes', async () => {
      const response = await david.request('/api/receiver', { method: 'HEAD' });
      expect(response.status).to.equal(204);
      expect(Number(response.headers.get('X-OpenRosa-Accept-Content-Length'))).to.be.above(1e6);
    });

    it('tells whoever runs the server, and not the client, why something inside failed', async () => {
      const broken = await TestServer.open(kind.open);
      const user = await broken.signIn(`david@${await broken.project()}`);
      await broken.database.exec('drop table case_history');
      const response = await user.submit(form([open(randomUUID())]));
      expect(response.status).to.equal(500);
      expect(await response.text()).not.to.contain('case_history');
      expect(broken.log.join()).to.contain('case_history');
      await broken.close();
    });
  });
}
