import { randomUUID } from 'node:crypto';
import { expect } from 'chai';
import type { Database } from '../../src/server/sql/database.ts';
import { databaseKinds } from './test-database.ts';
import { form, open, TestServer } from './test-server.ts';
import type { Client } from './test-server.ts';

describe('limits of what the server takes', () => {
  let server: TestServer;
  let david: Client;
  let admin: Client;

  before(async () => {
    server = await TestServer.open(databaseKinds[0]!.open);
    const domain = await server.project({ caseSearch: ['client'] });
    david = await server.signIn(`david@${domain}`);
    admin = await server.signIn(`admin@${domain}`);
  });
  after(() => server.close());

  /** A body that does not say how long it is, and goes on for as long as somebody reads. */
  const endless = (piece: string) => {
    let given = 0;
    const body = new ReadableStream<Uint8Array>({
      pull: (controller) => {
        given += piece.length;
        controller.enqueue(new TextEncoder().encode(piece));
      },
    });
    return { body, given: () => given };
  };

  const post = (client: Client, path: string, type: string, body: BodyInit) =>
    client.request(path, {
      method: 'POST',
      headers: { 'Content-Type': type },
      body,
      duplex: 'half',
    } as RequestInit);

  it('holds for each body, also one that does not say its length', async () => {
    const addresses: readonly (readonly [Client, string, string])[] = [
      [david, '/api/sign-in', 'application/json'],
      [david, '/api/receiver', 'text/xml'],
      [david, '/api/search', 'application/x-www-form-urlencoded'],
      [david, '/api/claim-case', 'application/x-www-form-urlencoded'],
      [admin, '/api/session/acting', 'application/json'],
      [admin, '/api/admin/changes', 'application/json'],
      [admin, '/api/admin/impact', 'application/json'],
    ];
    for (const [client, path, type] of addresses) {
      const { body, given } = endless('x'.repeat(65_536));
      const { status } = await post(client, path, type, body);
      expect(status, path).to.equal(413);
      expect(given(), path).to.be.below(40 * 2 ** 20);
    }
  });

  it('is told for elements that stand too deep in one another, wherever a form is read', async () => {
    const depth = 100_000;
    const deep = `${'<a>'.repeat(depth)}${'</a>'.repeat(depth)}`;
    const response = await david.submit(form([deep]));
    expect(response.status).to.equal(400);
    expect(await response.text()).to.contain('submit_error');
  });

  it('holds for the ids of one question about people', async () => {
    const ids = Array.from({ length: 501 }, (_, n) => n).join(',');
    expect((await david.request(`/api/people?ids=${ids}`)).status).to.equal(400);
  });
});

describe('what is written down about a fault', () => {
  it('names what went wrong and where, and nothing of the case', async () => {
    const real = await databaseKinds[0]!.open();
    const server = await TestServer.open(() => Promise.resolve(failingOnCases(real)));
    const david = await server.signIn(`david@${await server.project()}`);
    const response = await david.submit(form([open(randomUUID(), { name: 'Amina Otieno' })]));
    expect(response.status).to.equal(500);
    const log = server.log.join('\n');
    expect(log)
      .to.contain('POST /api/receiver')
      .and.match(/\n\s+at /);
    expect(log).to.contain('22P02').and.not.contain('Amina');
    await server.close();
  });
});

/** Refuses a statement about cases with the kind of message in which databases quote what they were given. */
function failingOnCases(database: Database): Database {
  return {
    ...database,
    transaction: (work) =>
      database.transaction((queries) =>
        work({
          ...queries,
          query: (sql, parameters) => {
            if (!sql.startsWith('insert into cases') || !String(parameters).includes('Amina')) {
              return queries.query(sql, parameters);
            }
            return queries.query('select $1::integer', ['Amina Otieno']);
          },
        }),
      ),
  };
}
