import type { Client } from 'pg';
import type { Statement } from './bench-server.ts';

/** Runs statements one after the other and makes nothing of what the database sends; how long it took, ms. */
export async function replayStatements(
  client: Client,
  statements: readonly Statement[],
): Promise<number> {
  const start = performance.now();
  for (const [text, values] of statements) {
    await client.query({ text, values: [...values], rowMode: 'array', types: RAW });
  }
  return performance.now() - start;
}

const RAW = { getTypeParser: () => (value: string) => value };
