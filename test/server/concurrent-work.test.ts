import { randomUUID } from 'node:crypto';
import { expect } from 'chai';
import type { Case } from '../../src/case/case.ts';
import { selectCases } from '../../src/server/sql/cases.ts';
import { findProject } from '../../src/server/sql/projects.ts';
import { databaseKinds } from './test-database.ts';
import { change, form, open, TestServer } from './test-server.ts';
import type { Client } from './test-server.ts';

interface Act {
  readonly who: 'david' | 'maria';
  readonly update?: Readonly<Record<string, string>>;
  readonly close?: boolean;
}

/** Two people at the same case: what each does in turn. */
const DAVID: readonly Act[] = [
  { who: 'david', update: { both: 'of david', his: '1' } },
  { who: 'david', close: true },
];
const MARIA: readonly Act[] = [
  { who: 'maria', update: { both: 'of maria', hers: '1' } },
  { who: 'maria', update: { both: 'of maria later' }, close: true },
];

/** All orders in which the acts of two can be received. */
function orders(first: readonly Act[], second: readonly Act[]): Act[][] {
  const [a, ...as] = first;
  const [b, ...bs] = second;
  if (a === undefined) return [[...second]];
  if (b === undefined) return [[...first]];
  return [...orders(as, second).map((rest) => [a, ...rest]), ...orders(first, bs).map((rest) => [b, ...rest])]; // prettier-ignore
}

/** The last who writes a property wins; what is closed stays closed, and takes what comes after. */
function outcome(acts: readonly Act[]): Pick<Case, 'status'> & { properties: object } {
  return {
    properties: Object.assign({}, ...acts.map(({ update }) => update)) as object,
    status: acts.some(({ close }) => close) ? 'closed' : 'open',
  };
}

for (const kind of databaseKinds) {
  describe(`two people at one case on ${kind.name}`, () => {
    let server: TestServer;
    let projectId: number;
    let clients: Record<Act['who'], Client>;

    before(async () => {
      server = await TestServer.open(kind.open);
      const domain = await server.project();
      projectId = (await findProject(server.database, domain))!.projectId;
      const david = await server.signIn(`david@${domain}`);
      clients = { david, maria: await server.signIn(`maria@${domain}`) };
    });
    after(() => server.close());

    async function aCase(): Promise<string> {
      const id = randomUUID();
      await clients.david.send(open(id, { owner: clients.david.group }));
      return id;
    }

    async function stored(id: string) {
      const [found] = await selectCases(server.database, projectId, [id]);
      return { status: found!.status, properties: found!.properties };
    }

    const act = (id: string, { who, ...what }: Act, instanceId: string = randomUUID()) =>
      clients[who].submit(form([change(id, what)], instanceId));

    for (const order of orders(DAVID, MARIA)) {
      const title = order.map(({ who, close }) => `${who} ${close ? 'closes' : 'updates'}`);
      it(`come to what the order of receipt says: ${title.join(', ')}`, async () => {
        const id = await aCase();
        for (const each of order) expect((await act(id, each)).status).to.equal(201);
        expect(await stored(id)).to.deep.equal(outcome(order));
      });
    }

    it('come to what some order says when all is sent at once, and it is the one of the history', async () => {
      for (let round = 0; round < 12; round += 1) {
        const id = await aCase();
        const all = [...DAVID, ...MARIA].map((each) => ({ each, instanceId: randomUUID() }));
        const answers = await Promise.all(all.map(({ each, instanceId }) => act(id, each, instanceId))); // prettier-ignore
        expect(answers.map(({ status }) => status)).to.deep.equal([201, 201, 201, 201]);
        const received = await server.database.query<{ instanceId: string }>(
          `select f.instance_id as "instanceId" from case_history h join forms f using (project_id, sequence)
           where h.project_id = $1 and h.case_id = $2 order by h.sequence offset 1`,
          [projectId, id],
        );
        const order = received.map((row) => all.find((one) => one.instanceId === row.instanceId)!);
        expect(order).to.have.length(4);
        expect(await stored(id)).to.deep.equal(outcome(order.map(({ each }) => each)));
      }
    });
  });
}
