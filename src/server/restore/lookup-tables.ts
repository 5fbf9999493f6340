import { directoryIndex } from '../../case/ownership/directory-index.ts';
import type { Directory } from '../../case/ownership/directory.ts';
import { lookupTableFixture } from '../../openrosa/lookup-table-fixture.ts';
import type { Fixture } from '../../openrosa/restore.ts';
import type { Queries } from '../sql/database.ts';
import { selectLookupTables, selectRowsFor } from '../sql/lookup-tables.ts';

/** The lookup tables of a project with the rows that a user receives. */
export async function lookupTableFixtures(
  queries: Queries,
  projectId: number,
  userId: string,
  directory: Directory,
): Promise<Fixture[]> {
  const tables = await selectLookupTables(queries, projectId);
  if (tables.length === 0) return [];
  const rows = await selectRowsFor(queries, projectId, rowOwners(userId, directory));
  return tables.map((table) => {
    const own = rows.filter(({ code }) => code === table.code);
    return lookupTableFixture(userId, table, own);
  });
}

/** By whom rows come to a user: as in CommCare all groups, sharing or not, and the primary location with all above it. */
function rowOwners(userId: string, directory: Directory): string[] {
  const index = directoryIndex(directory);
  const [primary] = index.locationsOf(userId);
  const line = primary === undefined ? [] : [primary, ...index.tree.ancestors(primary)];
  return [
    userId,
    ...index.groupsOf(userId).map(({ groupId }) => groupId),
    ...line.map(({ locationId }) => locationId),
  ];
}
