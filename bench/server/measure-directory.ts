import { Client } from 'pg';
import type { ProjectDefinition } from '../../src/server/directory/project-definition.ts';
import type { BenchServer } from './bench-server.ts';
import { replayStatements } from './replay-statements.ts';

export const USERS = 20_000;
export const LOCATIONS = 5_000;
const GROUPS = 500;
const PER_CLINIC = 9;

/** Milliseconds that the server needs beyond the time of its statements alone. */
export interface DirectorySample {
  /** Who shares the cases of the user, when the server has to read the directory anew. */
  readonly candidates: number;
  /** Whom a level that comes to own cases hits: everybody at a clinic. */
  readonly impact: number;
}

/** Asks by HTTP, and does the same statements alone, in turns. */
export async function measureDirectory(
  server: BenchServer,
  url: string,
  rounds: number,
): Promise<DirectorySample[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  const beyond = async (ask: () => Promise<Response>) => {
    server.statements.length = 0;
    const start = performance.now();
    const response = await ask();
    if (response.status !== 200) throw new Error(await response.text());
    await response.arrayBuffer();
    const whole = performance.now() - start;
    return whole - (await replayStatements(client, [...server.statements]));
  };
  const samples: DirectorySample[] = [];
  for (let round = 0; round <= rounds; round += 1) {
    // What the server knows of the directory is out of date from here on.
    await client.query('update projects set directory_version = directory_version + 1');
    const candidates = await beyond(() => server.request('/api/session'));
    const impact = await beyond(() => askImpact(server));
    // The first round warms up.
    if (round > 0) samples.push({ candidates, impact });
  }
  await client.end();
  return samples;
}

function askImpact(server: BenchServer): Promise<Response> {
  const level = { code: 'clinic', name: 'Clinic', ownsCases: true, viewDescendants: true };
  return server.request('/api/admin/impact', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ changes: [{ kind: 'level.save', level }] }),
  });
}

/** Clinics that see the posts below them; a user is at one place, every third one at two, and in two groups. */
export function largeProject(base: ProjectDefinition): ProjectDefinition {
  const names = Array.from({ length: USERS }, (_, n) => `user-${n}`);
  const [somebody] = base.users;
  return {
    ...base,
    domain: 'large',
    users: names.map((username, n) => ({
      ...somebody!,
      username,
      role: n === 0 ? 'admin' : 'worker',
      kind: n % 20 === 0 ? 'web' : 'mobile',
      locations: [...new Set([n, ...(n % 3 === 0 ? [n * 11] : [])].map(siteCode))],
    })),
    groups: Array.from({ length: GROUPS }, (_, group) => ({
      name: `Group ${group}`,
      caseSharing: group % 2 === 0,
      members: names.filter((_, n) => n % GROUPS === group || (n * 7) % GROUPS === group),
    })),
    locationTypes: [
      { code: 'clinic', name: 'Clinic', ownsCases: false, viewDescendants: true },
      { code: 'post', name: 'Post', ownsCases: true, viewDescendants: false },
    ],
    locations: Array.from({ length: LOCATIONS }, (_, n) => place(n)),
  };
}

function siteCode(n: number): string {
  return `site-${n % LOCATIONS}`;
}

function place(n: number): ProjectDefinition['locations'][number] {
  const below = n % (PER_CLINIC + 1);
  return {
    ...{ siteCode: siteCode(n), name: `Place ${n}`, archived: false },
    ...(below === 0 ? { type: 'clinic' } : { type: 'post', parent: siteCode(n - below) }),
  };
}
