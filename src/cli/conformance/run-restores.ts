import { attributeOf, childElements } from '../../xml/xml-element.ts';
import type { XmlElement } from '../../xml/xml-element.ts';
import { CaseCycleError } from '../../case/case-cycle-error.ts';
import { ownerIds } from '../../case/ownership/owner-ids.ts';
import { purge } from '../../case/purge.ts';
import type { Fixture } from '../../openrosa/restore.ts';
import type { CaseJson } from './case-json.ts';
import { caseDifference } from './case-json.ts';
import { differs, firstDifference } from './compare-values.ts';
import type { Resources } from './find-resources.ts';
import type { ConformanceLine } from './line-runner.ts';
import { RestoreWorld } from './restore-world.ts';

/** One line of a `restores.jsonl`. */
export interface RestoreLine extends ConformanceLine {
  readonly restore: string;
  readonly now: string;
  readonly users: readonly {
    readonly username: string;
    readonly uuid: string;
    readonly data: Readonly<Record<string, string>>;
  }[];
  readonly syncToken: string | null;
  readonly fixtures: readonly FixtureJson[];
  readonly caseTypes: Readonly<Record<string, number>>;
  readonly caseCount: number;
  readonly cases: readonly CaseJson[];
  readonly ledgers: readonly LedgerJson[];
  readonly purge: {
    readonly owners: readonly string[];
    readonly removed?: readonly string[];
    readonly left?: number;
    readonly error?: unknown;
  };
  readonly strictError?: { readonly message: string };
}

interface LedgerJson {
  readonly entity_id: string;
  readonly sections: Readonly<Record<string, Readonly<Record<string, number>>>>;
}

interface FixtureJson {
  readonly id: string;
  readonly root: string;
  readonly nodes: number;
  readonly children: Readonly<Record<string, number>>;
  readonly indexed: boolean;
  readonly records?: number;
}

/** One restore: who it is for, what it holds, and what is left after purging. */
export function runRestore(line: RestoreLine, resources: Resources): string | undefined {
  const world = new RestoreWorld(resources.text(line.restore), line.restore, line.now);
  const { restore, database } = world;
  return (
    firstDifference(line.users, usersOf(world), 'users') ??
    firstDifference(line.syncToken, restore.syncToken ?? null, 'syncToken') ??
    firstDifference(byId(line.fixtures), byId(restore.fixtures.map(fixtureJson)), 'fixtures') ??
    firstDifference(line.caseCount, database.size, 'caseCount') ??
    firstDifference(
      line.caseTypes,
      countBy([...database.cases()].map((of) => of.caseType)),
      'caseTypes',
    ) ??
    statedCaseDifference(line, world) ??
    firstDifference(sortedLedgers(line.ledgers), sortedLedgers(ledgersOf(world)), 'ledgers') ??
    strictErrorDifference(line, world) ??
    purgeDifference(line, world)
  );
}

function usersOf({ restore: { registration } }: RestoreWorld): RestoreLine['users'] {
  if (registration === undefined) return [];
  const { username, userId, userData } = registration;
  return [{ username, uuid: userId, data: userData }];
}

function fixtureJson({ id, root, indexed }: Fixture): FixtureJson {
  const records = childElements(root);
  const isIndexed = indexed === true && records.length > 0;
  return {
    id,
    root: root.name,
    nodes: countNodes(root),
    children: countBy(records.map((child) => child.name)),
    indexed: isIndexed,
    ...(isIndexed ? { records: records.length } : {}),
  };
}

function countNodes(element: XmlElement): number {
  return childElements(element).reduce((count, child) => count + countNodes(child), 1);
}

function countBy(names: readonly string[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const name of names) counts[name] = (counts[name] ?? 0) + 1;
  return counts;
}

function byId(fixtures: readonly FixtureJson[]): FixtureJson[] {
  return fixtures.toSorted((a, b) => (a.id < b.id ? -1 : 1));
}

/** A large restore states only some of its cases; all others are counted. */
function statedCaseDifference(line: RestoreLine, { database }: RestoreWorld): string | undefined {
  const stated = new Set(line.cases.map((of) => of.case_id));
  const actual = [...database.cases()].filter((of) => stated.has(of.caseId));
  return caseDifference(line.cases, actual, 'UTC');
}

function ledgersOf({ ledgers }: RestoreWorld): LedgerJson[] {
  return [...ledgers].map(([entityId, sections]) => ({
    entity_id: entityId,
    sections: Object.fromEntries(
      [...sections].map(([section, entries]) => [section, Object.fromEntries(entries)]),
    ),
  }));
}

function sortedLedgers(ledgers: readonly LedgerJson[]): LedgerJson[] {
  return ledgers.toSorted((a, b) => (a.entity_id < b.entity_id ? -1 : 1));
}

function strictErrorDifference(line: RestoreLine, { problems }: RestoreWorld): string | undefined {
  const expected = line.strictError?.message;
  if (expected === undefined) return undefined;
  return problems.length > 0 ? undefined : differs('the first problem', expected, undefined);
}

function purgeDifference(
  { purge: expected }: RestoreLine,
  world: RestoreWorld,
): string | undefined {
  const groups = world.restore.fixtures.find((fixture) => fixture.id === 'user-groups');
  const owners = ownersOf(world, groups?.root);
  return (
    firstDifference(expected.owners.toSorted(), [...owners].toSorted(), 'purge.owners') ??
    firstDifference(purgeResult(expected), purged(world, owners), 'purge')
  );
}

function purgeResult({ error, removed, left }: RestoreLine['purge']): unknown {
  return error === undefined ? { removed: removed?.toSorted(), left } : 'cycle';
}

function purged({ database }: RestoreWorld, owners: ReadonlySet<string>): unknown {
  try {
    const removed = purge(database.cases(), owners).toSorted();
    return { removed, left: database.size - removed.length };
  } catch (error) {
    if (error instanceof CaseCycleError) return 'cycle';
    throw error;
  }
}

function ownersOf({ restore }: RestoreWorld, groups: XmlElement | undefined): Set<string> {
  const userId = restore.registration?.userId;
  if (userId !== undefined) return ownerIds(userId, groups);
  const ids =
    groups === undefined ? [] : childElements(groups).map((group) => attributeOf(group, 'id'));
  return new Set(ids.filter((id) => id !== undefined));
}
