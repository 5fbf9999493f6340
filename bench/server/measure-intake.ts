import { randomUUID } from 'node:crypto';
import { Pool } from 'pg';
import type { BenchServer, Statement } from './bench-server.ts';
import { runPgbench } from './pgbench.ts';

/** Forms a second. */
export interface IntakeSample {
  readonly server: number;
  /** The same statements, by as many clients, with nothing else done. */
  readonly alone: number;
  /** The same statements by pgbench; `undefined` where it is not installed. */
  readonly pgbench: number | undefined;
}

export interface IntakeSettings {
  readonly clients: number;
  /** In each round. */
  readonly forms: number;
  readonly rounds: number;
}

/** Registration forms through the receiver, and the statements that one of them consists of. */
export async function measureIntake(
  server: BenchServer,
  url: string,
  { clients, forms, rounds }: IntakeSettings,
): Promise<IntakeSample[]> {
  const template = await noteOne(server);
  const script = { statements: template, mark: MARK, sequence: numberIn(template) };
  const samples: IntakeSample[] = [];
  for (let round = 0; round < rounds; round += 1) {
    samples.push({
      server: await perSecond(clients, forms, () => submit(server, randomUUID())),
      alone: await replayed(url, template, clients, forms),
      pgbench: await runPgbench(url, script, { clients, seconds: PGBENCH_SECONDS }),
    });
  }
  return samples;
}

const PGBENCH_SECONDS = 5;
const MARK = 'mark-of-the-form';

/** The statements of one form, in which its id stands wherever another form has its own. */
async function noteOne(server: BenchServer): Promise<readonly Statement[]> {
  await submit(server, 'warm-up');
  server.statements.length = 0;
  await submit(server, MARK);
  return [...server.statements];
}

async function submit(server: BenchServer, id: string): Promise<void> {
  const headers = { 'Content-Type': 'text/xml' };
  const response = await server.request('/api/receiver', {
    method: 'POST',
    headers,
    body: form(id),
  });
  if (response.status !== 201) throw new Error(await response.text());
}

async function perSecond(
  clients: number,
  forms: number,
  one: () => Promise<void>,
): Promise<number> {
  let left = forms;
  const start = performance.now();
  await Promise.all(
    Array.from({ length: clients }, async () => {
      while (left-- > 0) await one();
    }),
  );
  return (forms * 1000) / (performance.now() - start);
}

async function replayed(
  url: string,
  template: readonly Statement[],
  clients: number,
  forms: number,
): Promise<number> {
  // Closed after each round, so that others find connections free.
  const pool = new Pool({ connectionString: url, max: clients });
  const forEach = await perSecond(clients, forms, () => replay(pool, template));
  await pool.end();
  return forEach;
}

/** The number of a form is what the database has counted up to, as in the server. */
async function replay(pool: Pool, template: readonly Statement[]): Promise<void> {
  const id = randomUUID();
  const client = await pool.connect();
  let sequence: unknown;
  const noted = numberIn(template);
  try {
    for (const [sql, parameters] of template) {
      const values = parameters.map((value) => {
        if (value === noted && sequence !== undefined) return sequence;
        return typeof value === 'string' ? value.replaceAll(MARK, id) : withId(value, id);
      });
      const { rows } = await client.query<{ sequence: unknown }>(sql, values);
      if (sql.startsWith('update projects set sequence')) sequence = rows[0]!.sequence;
    }
  } finally {
    client.release();
  }
}

/** The number of the form that was noted. */
function numberIn(template: readonly Statement[]): unknown {
  return template.find(([sql]) => sql.startsWith('insert into forms'))?.[1][1];
}

function withId(value: unknown, id: string): unknown {
  return Array.isArray(value) ? value.map((each) => String(each).replaceAll(MARK, id)) : value;
}

function form(id: string): string {
  return `<data xmlns="urn:bench" name="Registration"><case xmlns="http://commcarehq.org/case/transaction/v2" case_id="${id}"
    date_modified="2026-03-01T08:00:00.000Z"><create><case_type>client</case_type><case_name>${id}</case_name></create>
    <update><age>31</age><town>Kisumu</town><phone>0700000000</phone></update></case>
    <meta xmlns="http://openrosa.org/jr/xforms"><instanceID>${id}</instanceID></meta></data>`;
}
