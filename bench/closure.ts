// node scripts/run.js bench/closure.ts
//
// The closure over 100,000 cases with 150,000 indices, beside one pass that only finds every target; and what one form costs.
import { CaseDatabase } from '../src/case/case-database.ts';
import type { Case, CaseIndex } from '../src/case/case.ts';
import { liveCases } from '../src/case/closure.ts';
import { purgeAfter } from '../src/case/purge-after.ts';
import { purge } from '../src/case/purge.ts';

const CASES = 100_000;
const OWNERS = new Set(['u7', 'g1', 'g2']);

/** Cases that point to earlier ones: half have one index, half two, a third of these to a host. */
function manyCases(): Case[] {
  return Array.from({ length: CASES }, (_, n) => ({
    ...{ caseId: `case-${n}`, caseType: 't', caseName: `n${n}`, ownerId: ownerOf(n) },
    ...{ status: n % 10 === 3 ? 'closed' : 'open', dateOpened: '', lastModified: '', userId: 'u1' },
    ...{ externalId: '', category: '', state: '', properties: {}, attachments: [] },
    indices: n === 0 ? [] : indicesOf(n),
  }));
}

function ownerOf(n: number): string {
  return n % 3 === 0 ? '-' : n % 3 === 1 ? `g${n % 5}` : `u${n % 50}`;
}

function indicesOf(n: number): CaseIndex[] {
  const first = indexTo(Math.floor((n * 7919) % n), 'parent', 'child');
  const relationship = n % 3 === 0 ? 'extension' : 'child';
  return n % 2 === 0
    ? [first]
    : [first, indexTo(Math.floor((n * 104729) % n), 'host', relationship)];
}

function indexTo(n: number, name: string, relationship: string): CaseIndex {
  return { name, caseType: 't', target: `case-${n}`, relationship };
}

/** Every case by its id, and every index followed once. */
function onePass(cases: readonly Case[]): number {
  const byId = new Map<string, Case>();
  for (const of of cases) byId.set(of.caseId, of);
  let found = 0;
  for (const { indices } of cases) {
    for (const { target } of indices) if (byId.has(target)) found += 1;
  }
  return found;
}

/** Milliseconds of the processor, because other work on the machine would count otherwise. */
function median(work: () => unknown, runs = 15): number {
  const times = Array.from({ length: runs }, () => {
    const start = process.cpuUsage();
    work();
    return process.cpuUsage(start).user / 1000;
  });
  return times.toSorted((a, b) => a - b)[Math.floor(runs / 2)] ?? 0;
}

const cases = manyCases();
const dropped = new Set(purge(cases, OWNERS));
const held = cases.filter((of) => !dropped.has(of.caseId));
const database = new CaseDatabase(held);
const links = median(() => new CaseDatabase(held).links, 3);
const before = held[Math.floor(held.length / 2)] as Case;
const change = { before, after: { ...before, ownerId: 'stranger' } };
const pass = median(() => onePass(cases));
const rows: readonly (readonly [string, number])[] = [
  [`one pass over ${CASES} cases and ${onePass(cases)} indices`, pass],
  ['full closure (liveCases)', median(() => liveCases(cases, OWNERS))],
  ['full purge, with dangling indices and cycles', median(() => purge(cases, OWNERS))],
  [`links of ${held.length} held cases, once after they are read`, links],
  ['after one form (purgeAfter)', median(() => purgeAfter([change], database, OWNERS), 99)],
];
for (const [what, time] of rows) {
  console.log(
    `${what.padEnd(58)} ${time.toFixed(3).padStart(9)} ms  ${(time / pass).toFixed(2)} ×`,
  );
}
