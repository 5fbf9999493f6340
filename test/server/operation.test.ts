import { randomUUID } from 'node:crypto';
import { expect } from 'chai';
import { formatJson, formatText } from '../../src/server/log/format-log.ts';
import type { Database } from '../../src/server/sql/database.ts';
import type { RunningServer } from '../../src/server/start-server.ts';
import { databaseKinds } from './test-database.ts';
import { form, open, TestServer } from './test-server.ts';
import type { Client } from './test-server.ts';

describe('what the server tells whoever runs it', () => {
  let server: TestServer;
  let running: RunningServer;
  let domain: string;
  let david: Client;

  before(async () => {
    server = await TestServer.open(databaseKinds[0]!.open);
    domain = await server.project();
    david = await server.signIn(`david@${domain}`);
    running = await server.listen();
  });
  after(async () => {
    await running.stop();
    await server.close();
  });

  const overHttp = (path: string, init: RequestInit = {}) =>
    fetch(`${running.url}${path}`, {
      ...init,
      headers: { ...(init.headers as Record<string, string>), Cookie: david.cookie },
    });

  const metrics = async () => (await fetch(`${running.url}/metrics`)).text();

  const valueOf = async (line: string) => {
    const found = (await metrics()).split('\n').find((each) => each.startsWith(`${line} `));
    return found === undefined ? 0 : Number(found.slice(line.length + 1));
  };

  const submit = (xml: string) =>
    overHttp('/api/receiver', { method: 'POST', headers: { 'Content-Type': 'text/xml' }, body: xml }); // prettier-ignore

  it('counts requests by route, so that no id stands in the numbers', async () => {
    const line =
      'caseload_http_requests_total{method="GET",route="/api/apps/:id/:path{.+}",status="404"}';
    const before = await valueOf(line);
    await overHttp('/api/apps/secret-app/form.xml');
    await eventually(async () => (await valueOf(line)) === before + 1);
    expect(await metrics()).not.to.contain('secret-app');
  });

  it('counts a request that nobody was let through for at the address that it asked for', async () => {
    const line = 'caseload_http_requests_total{method="GET",route="/api/session",status="401"}';
    const before = await valueOf(line);
    await fetch(`${running.url}/api/session`);
    await eventually(async () => (await valueOf(line)) === before + 1);
  });

  it('measures how long answers take, as a histogram that grows towards its end', async () => {
    const labels = 'method="GET",route="/api/session"';
    const count = `caseload_http_request_duration_seconds_count{${labels}}`;
    const before = await valueOf(count);
    await overHttp('/api/session');
    await eventually(async () => (await valueOf(count)) === before + 1);
    const buckets = (await metrics())
      .split('\n')
      .filter((line) => line.startsWith(`caseload_http_request_duration_seconds_bucket{${labels}`))
      .map((line) => Number(line.split(' ').at(-1)));
    expect(buckets).to.have.length(15);
    expect(buckets).to.deep.equal(buckets.toSorted((a, b) => a - b));
    expect(buckets.at(-1)).to.equal(before + 1);
  });

  it('counts forms by what became of them', async () => {
    const outcome = (name: string) => valueOf(`caseload_submissions_total{outcome="${name}"}`);
    const names = ['accepted', 'repeated', 'conflict', 'refused', 'unreadable'];
    const before = await Promise.all(names.map(outcome));
    const id = randomUUID();
    const first = form([open(id)]);
    await submit(first);
    await submit(first);
    await submit(first.replace('</data>', '<more/></data>'));
    await submit(form([open(randomUUID()).replace('<create>', '<index><parent case_type="x">none</parent></index><create>')])); // prettier-ignore
    await submit('<data>');
    const after = await Promise.all(names.map(outcome));
    expect(after.map((count, index) => count - before[index]!)).to.deep.equal([1, 1, 1, 1, 1]);
  });

  it('counts cases and bytes of restores', async () => {
    const counts = () =>
      Promise.all([
        valueOf('caseload_restores_total{kind="full"}'),
        valueOf('caseload_restore_cases_total'),
        valueOf('caseload_restore_bytes_total'),
      ]);
    const [restores, cases, bytes] = await counts();
    const xml = await (await overHttp('/api/restore?version=2.0')).text();
    const after = await counts();
    expect(after[0] - restores).to.equal(1);
    expect(after[1] - cases)
      .to.equal([...xml.matchAll(/<case /g)].length)
      .and.above(0);
    expect(after[2] - bytes).to.equal(Buffer.byteLength(xml));
  });

  it('has the numbers for this machine only, and not through a proxy on it', async () => {
    expect((await fetch(`${running.url}/metrics`)).status).to.equal(200);
    const headers = { 'X-Forwarded-For': '203.0.113.7' };
    expect((await fetch(`${running.url}/metrics`, { headers })).status).to.equal(403);
  });

  it('has them for whoever brings the token, when there is one', async () => {
    const guarded = await TestServer.open(databaseKinds[0]!.open, { metricsToken: 'a-token' });
    const ask = async (headers: Record<string, string>) =>
      (await guarded.request('/metrics', { headers })).status;
    expect(await ask({})).to.equal(403);
    expect(await ask({ Authorization: 'Bearer another' })).to.equal(403);
    expect(await ask({ Authorization: 'Bearer a-token' })).to.equal(200);
    await guarded.close();
  });

  it('writes down each request with route, status and duration, and nothing that was asked or sent', async () => {
    const start = server.entries.length;
    const response = await overHttp('/api/people?ids=secret-id&name=Amina');
    await response.text();
    const id = response.headers.get('X-Request-Id');
    await eventually(() => server.entries.some(({ requestId }) => requestId === id));
    const entry = server.entries.find(({ requestId }) => requestId === id)!;
    expect(entry.request).to.include({ method: 'GET', route: '/api/people', status: 200 });
    expect(entry.request?.milliseconds).to.be.above(0);
    expect(JSON.stringify(server.entries.slice(start))).not.to.match(/secret-id|Amina/);
  });

  it('says nothing of what is asked all day and answered well', async () => {
    const start = server.entries.length;
    for (const path of ['/healthz', '/livez', '/metrics']) await (await overHttp(path)).text();
    await (await overHttp('/api/session')).text();
    await eventually(() => server.entries.length > start);
    const routes = server.entries.slice(start).map(({ request }) => request?.route);
    expect(routes).to.deep.equal(['/api/session']);
  });

  it('gives a fault the number that the answer carries', async () => {
    const real = await databaseKinds[0]!.open();
    const broken = await TestServer.open(() => Promise.resolve(failing(real, 'from sessions')));
    const response = await broken.request('/api/session', { headers: { Cookie: david.cookie } });
    expect(response.status).to.equal(500);
    const id = response.headers.get('X-Request-Id');
    const levels = broken.entries.map(({ level, requestId }) => [level, requestId]);
    expect(levels).to.deep.equal([
      ['error', id],
      ['error', id],
    ]);
    await broken.close();
  });

  it('follows the number of a proxy that is trusted, and no other', async () => {
    const headers = { 'X-Request-Id': 'from-outside' };
    const own = await server.request('/livez', { headers });
    expect(own.headers.get('X-Request-Id')).not.to.equal('from-outside');
    const behind = await TestServer.open(databaseKinds[0]!.open, { trustProxy: true });
    const followed = await behind.request('/livez', { headers });
    expect(followed.headers.get('X-Request-Id')).to.equal('from-outside');
    await behind.close();
  });

  it('is alive but not well while the database does not answer', async () => {
    const real = await databaseKinds[0]!.open();
    const broken = await TestServer.open(() => Promise.resolve(failing(real, 'select 1')));
    expect((await broken.request('/livez')).status).to.equal(200);
    expect((await broken.request('/healthz')).status).to.equal(503);
    expect((await server.request('/healthz')).status).to.equal(200);
    await broken.close();
  });

  it('is a line of JSON for programs and a sentence for people', () => {
    const request = { method: 'POST', route: '/api/receiver', status: 201, milliseconds: 12.5 };
    const entry = { level: 'info', message: 'answered', requestId: 'r1', request } as const;
    const time = new Date('2026-03-01T08:00:00Z');
    expect(JSON.parse(formatJson(entry, time))).to.deep.equal({
      ...{ time: '2026-03-01T08:00:00.000Z', level: 'info', message: 'answered' },
      ...{ requestId: 'r1', ...request },
    });
    expect(formatText(entry, time)).to.equal(
      '2026-03-01T08:00:00.000Z POST /api/receiver 201 12.5 ms',
    );
  });
});

/** A database that breaks when it comes to a statement. */
function failing(real: Database, words: string): Database {
  return {
    ...real,
    query: (sql, parameters) =>
      sql.includes(words) ? Promise.reject(new Error('broken')) : real.query(sql, parameters),
  };
}

/** The server writes down a request when the last byte has gone, which a client may see first. */
async function eventually(isSo: () => boolean | Promise<boolean>): Promise<void> {
  for (let tries = 0; tries < 400; tries += 1) {
    if (await isSo()) return;
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
  expect.fail('It did not come about.');
}
