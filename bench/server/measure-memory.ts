import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import type { BenchServer } from './bench-server.ts';

const CHUNKS_BETWEEN = 10;

/** The most that a full restore keeps alive at any moment, in bytes beyond what was alive before. */
export async function memoryOfRestore(server: BenchServer): Promise<number> {
  const collectGarbage = collector();
  server.isNoting = false;
  await restoreAnd(server, () => {});
  const before = alive(collectGarbage);
  let most = 0;
  let chunks = 0;
  await restoreAnd(server, () => {
    chunks += 1;
    if (chunks % CHUNKS_BETWEEN === 1) most = Math.max(most, alive(collectGarbage) - before);
  });
  server.isNoting = true;
  return most;
}

async function restoreAnd(server: BenchServer, look: () => void): Promise<void> {
  const response = await server.request('/api/restore?version=2.0');
  const reader = response.body!.getReader();
  while (!(await reader.read()).done) look();
}

function alive(collectGarbage: () => void): number {
  collectGarbage();
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}

function collector(): () => void {
  setFlagsFromString('--expose-gc');
  return runInNewContext('gc') as () => void;
}
