// node scripts/run.js bench/closure.ts
//
// The closure over 100,000 cases with 150,000 indices, beside one pass over them that reads each case and finds every target; and
// what one form costs. By the clock, as medians of ratios within a round, and as the fastest of each beside the fastest pass.
import { CaseDatabase } from '../src/case/case-database.ts';
import type { Case, CaseIndex } from '../src/case/case.ts';
import { liveCases } from '../src/case/closure.ts';
import { purgeAfter } from '../src/case/purge-after.ts';
import { purge } from '../src/case/purge.ts';
import type { Work } from './compare-works.ts';
import { compareWorks } from './compare-works.ts';

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

/** What nobody who looks at them all can do without: read each case, and find by its id the case that each index names. */
function onePass(cases: readonly Case[]): number {
  const byId = new Map<string, Case>();
  let found = 0;
  for (const of of cases) {
    byId.set(of.caseId, of);
    if (of.status === 'open' && OWNERS.has(of.ownerId)) found += 1;
  }
  for (const { indices } of cases) {
    for (const { target } of indices) if (byId.has(target)) found += 1;
  }
  return found;
}

const cases = manyCases();
const dropped = new Set(purge(cases, OWNERS));
const held = cases.filter((of) => !dropped.has(of.caseId));
const database = new CaseDatabase(held);
const before = held[Math.floor(held.length / 2)] as Case;
const change = { before, after: { ...before, ownerId: 'stranger' } };
const edges = cases.reduce((count, { indices }) => count + indices.length, 0);

const works: readonly Work[] = [
  [`one pass over ${CASES} cases and ${edges} indices`, () => onePass(cases)],
  ['full closure (liveCases)', () => liveCases(cases, OWNERS)],
  ['full purge, with dangling indices and cycles', () => purge(cases, OWNERS)],
  [
    `links of ${held.length} held cases, once after they are read`,
    () => new CaseDatabase(held).links,
  ],
  ['after one form (purgeAfter)', () => purgeAfter([change], database, OWNERS)],
];

compareWorks(works, 5, 25);
