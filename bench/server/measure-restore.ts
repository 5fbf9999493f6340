import { Client } from 'pg';
import type { Case } from '../../src/case/case.ts';
import type { BenchServer } from './bench-server.ts';
import { replayStatements } from './replay-statements.ts';

export interface RestoreSample {
  /** Milliseconds until the last byte. */
  readonly whole: number;
  /** Milliseconds from the first rows to the first byte of a case; below 0 where the head of the answer was first. */
  readonly firstByte: number;
  /** Milliseconds of the same statements, their rows as they come over the wire. */
  readonly alone: number;
}

/** A full restore and the statements that it consists of, in turns. */
export async function measureRestore(
  server: BenchServer,
  url: string,
  rounds: number,
): Promise<RestoreSample[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  const samples: RestoreSample[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const { whole, firstByte, statements } = await restore(server);
    samples.push({ whole, firstByte, alone: await replayStatements(client, statements) });
  }
  await client.end();
  return samples;
}

async function restore(server: BenchServer) {
  server.statements.length = 0;
  server.firstRows = undefined;
  const start = performance.now();
  const response = await server.request('/api/restore?version=2.0');
  const reader = response.body!.getReader();
  let firstByte = 0;
  for (let next = await reader.read(); !next.done; next = await reader.read()) {
    firstByte ||= performance.now();
  }
  const whole = performance.now() - start;
  const statements = server.statements.filter(([sql]) =>
    /^(with|select|set|begin|commit|declare|fetch|close)/.test(sql),
  );
  return { whole, firstByte: firstByte - (server.firstRows ?? firstByte), statements };
}

/** The case with number `n`: every second one is a child of the one before. */
export function aCase(ownerId: string, n: number): Case {
  const at = '2026-03-01T08:00:00.000Z';
  const properties = Array.from({ length: 15 }, (_, p) => [
    `property_${p}`,
    `value ${n % 97} of ${p}`,
  ]);
  return {
    ...{
      caseId: `case-${String(n).padStart(6, '0')}-5f2d9c1e7a3b4d6f`,
      caseType: 'client',
      caseName: `Client ${n}`,
    },
    ...{ ownerId, status: 'open', dateOpened: at, lastModified: at, userId: ownerId },
    ...{ externalId: '', category: '', state: '', attachments: [] },
    properties: Object.fromEntries(properties) as Record<string, string>,
    indices: n % 2 === 0 ? [] : [{ name: 'parent', caseType: 'client', relationship: 'child', target: `case-${String(n - 1).padStart(6, '0')}-5f2d9c1e7a3b4d6f` }], // prettier-ignore
  };
}
