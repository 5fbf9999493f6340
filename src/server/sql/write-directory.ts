import type {
  Directory,
  DirectoryGroup,
  DirectoryLocation,
  DirectoryMembership,
  LocationType,
} from '../../case/ownership/directory.ts';
import type { Queries } from './database.ts';
import { saveOwn } from './save-own.ts';

/**
 * Writes what is different in `after`. A row that stayed the same object is taken as unchanged, as the pure changes of the
 * core leave it. Returns what is gone and what has come, for the audit.
 */
export async function writeDirectory(
  queries: Queries,
  projectId: number,
  before: Directory,
  after: Directory,
): Promise<{ gone: Partial<Directory>; come: Partial<Directory> }> {
  const gone = differences(before, after);
  const come = differences(after, before);
  await deleteRows(queries, projectId, gone, come);
  await saveRows(queries, projectId, come);
  await writeAssignments(queries, after, gone, come);
  return { gone, come };
}

/** The rows of `these` that `those` has not, by table; a table without any is left out. */
function differences(these: Directory, those: Directory): Partial<Directory> {
  const tables = Object.entries(these).map(([table, rows]: [string, readonly object[]]) => {
    const others: readonly object[] = those[table as keyof Directory];
    if (others === rows) return [table, []] as const;
    const known = new Set(others);
    return [table, rows.filter((row) => !known.has(row))] as const;
  });
  return Object.fromEntries(tables.filter(([, rows]) => rows.length > 0));
}

async function deleteRows(
  queries: Queries,
  projectId: number,
  { memberships = [], groups = [], locationTypes = [] }: Partial<Directory>,
  come: Partial<Directory>,
): Promise<void> {
  const [groupsLeft, levelsLeft] = [come.groups ?? [], come.locationTypes ?? []];
  for (const row of memberships) await deleteMembership(queries, row);
  for (const { groupId } of groups) {
    if (groupsLeft.some((row) => row.groupId === groupId)) continue;
    await queries.query('delete from groups where project_id = $1 and group_id = $2', [
      projectId,
      groupId,
    ]);
  }
  for (const { code } of locationTypes) {
    if (levelsLeft.some((row) => row.code === code)) continue;
    await queries.query('delete from location_types where project_id = $1 and code = $2', [
      projectId,
      code,
    ]);
  }
}

async function saveRows(
  queries: Queries,
  projectId: number,
  { groups = [], memberships = [], locationTypes = [], locations = [] }: Partial<Directory>,
): Promise<void> {
  for (const row of groups) await saveGroup(queries, projectId, row);
  for (const row of memberships) await saveMembership(queries, row);
  for (const row of locationTypes) await saveLocationType(queries, projectId, row);
  for (const row of locations) await saveLocation(queries, projectId, row);
}

/** The order counts, so all of a user's assignments are written anew. */
async function writeAssignments(
  queries: Queries,
  { assignments }: Directory,
  gone: Partial<Directory>,
  come: Partial<Directory>,
): Promise<void> {
  const changed = [...(gone.assignments ?? []), ...(come.assignments ?? [])];
  for (const userId of new Set(changed.map((row) => row.userId))) {
    const own = assignments.filter((row) => row.userId === userId);
    await saveAssignments(
      queries,
      userId,
      own.map((row) => row.locationId),
    );
  }
}

export function saveGroup(
  queries: Queries,
  projectId: number,
  group: DirectoryGroup,
): Promise<void> {
  return saveOwn(
    queries,
    `insert into groups (group_id, project_id, name, case_sharing, group_data) values ($1, $2, $3, $4, $5::jsonb)
     on conflict (group_id) do update set name = excluded.name, case_sharing = excluded.case_sharing,
       group_data = excluded.group_data where groups.project_id = excluded.project_id returning 1`,
    [group.groupId, projectId, group.name, group.caseSharing, JSON.stringify(group.groupData)],
  );
}

export async function saveMembership(
  queries: Queries,
  membership: DirectoryMembership,
): Promise<void> {
  await queries.query(
    'insert into group_members (group_id, user_id) values ($1, $2) on conflict do nothing',
    [membership.groupId, membership.userId],
  );
}

async function deleteMembership(
  queries: Queries,
  { groupId, userId }: DirectoryMembership,
): Promise<void> {
  await queries.query('delete from group_members where group_id = $1 and user_id = $2', [
    groupId,
    userId,
  ]);
}

export function saveLocationType(
  queries: Queries,
  projectId: number,
  type: LocationType,
): Promise<void> {
  return saveOwn(
    queries,
    `insert into location_types (project_id, code, name, owns_cases, view_descendants) values ($1, $2, $3, $4, $5)
     on conflict (project_id, code) do update set name = excluded.name, owns_cases = excluded.owns_cases,
       view_descendants = excluded.view_descendants returning 1`,
    [projectId, type.code, type.name, type.ownsCases, type.viewDescendants],
  );
}

export function saveLocation(
  queries: Queries,
  projectId: number,
  location: DirectoryLocation,
): Promise<void> {
  return saveOwn(
    queries,
    `insert into locations (location_id, project_id, type_code, parent_id, name, site_code, external_id, latitude,
       longitude, archived, location_data) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11::jsonb)
     on conflict (location_id) do update set type_code = excluded.type_code, parent_id = excluded.parent_id,
       name = excluded.name, site_code = excluded.site_code, external_id = excluded.external_id,
       latitude = excluded.latitude, longitude = excluded.longitude, archived = excluded.archived,
       location_data = excluded.location_data where locations.project_id = excluded.project_id returning 1`,
    [
      location.locationId,
      projectId,
      location.typeCode,
      location.parentId,
      location.name,
      location.siteCode,
      location.externalId,
      location.latitude,
      location.longitude,
      location.archived,
      JSON.stringify(location.locationData),
    ],
  );
}

/** The locations of a user, the primary one first, in place of those that the user had. */
export async function saveAssignments(
  queries: Queries,
  userId: string,
  locationIds: readonly string[],
): Promise<void> {
  await queries.query('delete from assignments where user_id = $1', [userId]);
  await queries.query(
    `insert into assignments (user_id, location_id, position)
     select $1, id, position - 1 from unnest($2::text[]) with ordinality as given (id, position)`,
    [userId, locationIds],
  );
}
