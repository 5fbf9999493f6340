import { randomUUID } from 'node:crypto';
import { expect } from 'chai';
import fc from 'fast-check';
import { liveCases } from '../../src/case/closure.ts';
import type { LinkedCase } from '../../src/case/case-graph.ts';
import type { Case } from '../../src/case/case.ts';
import { selectCases } from '../../src/server/sql/cases.ts';
import { findProject } from '../../src/server/sql/projects.ts';
import { databaseKinds } from './test-database.ts';
import { change, Device, form, open, TestServer } from './test-server.ts';
import type { Client } from './test-server.ts';

// Few cases and many links, so that chains, several hosts and shared parents come up often.
const CASES = 7;
const caseNumber = fc.nat({ max: CASES - 1 });
const step = fc.record({
  kind: fc.constantFrom('link', 'extend', 'unlink', 'close', 'give', 'touch', 'sync', 'sync'),
  user: fc.nat({ max: 2 }),
  id: caseNumber,
  other: caseNumber,
  owner: fc.nat({ max: 5 }),
});
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

for (const kind of databaseKinds) {
  describe(`restore and closure on ${kind.name}`, () => {
    let server: TestServer;
    let domain: string;
    let clients: Client[];
    let owners: string[];
    let projectId: number;

    before(async () => {
      server = await TestServer.open(kind.open);
      domain = await server.project();
      clients = await Promise.all(
        ['david', 'zed', 'nurse'].map((name) => server.signIn(`${name}@${domain}`)),
      );
      const [david, zed] = clients as [Client, Client];
      owners = [david.userId, david.group, zed.userId, zed.group, '-', 'nobody'];
      projectId = (await findProject(server.database, domain))!.projectId;
    });
    after(() => server.close());

    const ownerIds = (client: Client) =>
      new Set([client.userId, ...client.session.groups.map((group) => group.id)]);

    function blockOf({ kind, id, other, owner }: Step, ids: readonly string[]): string {
      const [of, target] = [ids[id]!, ids[other]!];
      switch (kind) {
        case 'link':
          return change(of, { child: target });
        case 'extend':
          return change(of, { extension: target });
        case 'unlink':
          return change(of, { child: '', extension: '' });
        case 'close':
          return change(of, { close: true });
        case 'give':
          return change(of, { owner: owners[owner]! });
        default:
          return change(of, { update: { step: String(owner) } });
      }
    }

    /** The device of the user who sends a form has its effect at once, whatever the server thinks of it later. */
    async function submit(step: Step, ids: readonly string[], devices: readonly Device[]) {
      const client = clients[step.user]!;
      const response = await client.submit(form([blockOf(step, ids)]));
      expect(response.status).to.be.oneOf([201, 422]);
      const id = ids[step.id]!;
      const [stored] = await selectCases(server.database, projectId, [id]);
      if (response.status === 201) devices[step.user]!.cases.set(id, stored!);
    }

    async function expectedOn(client: Client, ids: readonly string[]) {
      const all = await selectCases(server.database, projectId, ids);
      const live = liveCases(all as readonly LinkedCase[], ownerIds(client));
      return all.filter(({ caseId }) => live.has(caseId)).map(comparable);
    }

    it('leaves on each device exactly the live cases, in full and step by step', async () => {
      const steps = fc.array(step, { minLength: 10, maxLength: 20 });
      await fc.assert(
        fc.asyncProperty(
          fc.array(fc.nat({ max: 5 }), { minLength: CASES, maxLength: CASES }),
          steps,
          check,
        ),
        { numRuns: 15 },
      );
    });

    async function check(firstOwners: readonly number[], steps: readonly Step[]) {
      const ids = firstOwners.map(() => randomUUID()).sort();
      await clients[0]!.send(
        ...ids.map((id, at) => open(id, { owner: owners[firstOwners[at]!]! })),
      );
      const devices = clients.map((client) => new Device(client));
      for (const next of steps) {
        if (next.kind === 'sync') await devices[next.user]!.sync();
        else await submit(next, ids, devices);
      }
      for (const [at, client] of clients.entries()) {
        const expected = await expectedOn(client, ids);
        await devices[at]!.sync();
        const full = new Device(client);
        await full.sync();
        expect(held(devices[at]!, ids), 'step by step').to.deep.equal(expected);
        expect(held(full, ids), 'in full').to.deep.equal(expected);
      }
      await clients[0]!.send(...ids.map((id) => change(id, { close: true })));
    }
  });
}

/** The cases of this run only: earlier runs of the property share the project. */
function held(device: Device, ids: readonly string[]): unknown[] {
  return ids.flatMap((id) => device.cases.get(id) ?? []).map(comparable);
}

function comparable(of: Case): unknown {
  const indices = [...of.indices].sort((a, b) => (a.name < b.name ? -1 : 1));
  return { ...of, indices };
}
