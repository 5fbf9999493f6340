import type { Directory } from '../../case/ownership/directory.ts';
import type { Queries } from './database.ts';
import { saveOwn } from './save-own.ts';

/** The rows of a directory that are no longer as they were, and those that are new or different. */
export interface WrittenRows {
  readonly gone: Partial<Directory>;
  readonly come: Partial<Directory>;
}

/**
 * Writes what is different in `after`, a statement a table: thousands of rows take hardly longer than one. Throws IdInUseError.
 */
export async function writeDirectory(
  queries: Queries,
  projectId: number,
  { gone, come }: WrittenRows,
  after: Directory,
): Promise<void> {
  await deleteMemberships(queries, gone.memberships ?? []);
  await deleteGroups(queries, projectId, withoutKept(gone.groups, come.groups, 'groupId'));
  await saveGroups(queries, projectId, come.groups ?? []);
  await saveMemberships(queries, come.memberships ?? []);
  await saveLocationTypes(queries, projectId, come.locationTypes ?? []);
  await saveLocations(queries, projectId, come.locations ?? []);
  // Last, when no location is of such a level any more.
  const levels = withoutKept(gone.locationTypes, come.locationTypes, 'code');
  await deleteLocationTypes(queries, projectId, levels);
  await writeAssignments(queries, after, { gone, come });
}

/** The keys of rows that are gone and have not come back with something else in them. */
function withoutKept<Row, Key extends keyof Row>(
  gone: readonly Row[] = [],
  come: readonly Row[] = [],
  key: Key,
): Row[Key][] {
  const kept = new Set(come.map((row) => row[key]));
  return gone.map((row) => row[key]).filter((each) => !kept.has(each));
}

async function deleteMemberships(queries: Queries, rows: Directory['memberships']): Promise<void> {
  if (rows.length === 0) return;
  await queries.query(
    `delete from group_members m using unnest($1::text[], $2::text[]) as gone (group_id, user_id)
     where m.group_id = gone.group_id and m.user_id = gone.user_id`,
    [rows.map(({ groupId }) => groupId), rows.map(({ userId }) => userId)],
  );
}

async function deleteGroups(
  queries: Queries,
  projectId: number,
  ids: readonly string[],
): Promise<void> {
  if (ids.length === 0) return;
  await queries.query('delete from groups where project_id = $1 and group_id = any($2::text[])', [
    projectId,
    ids,
  ]);
}

async function saveGroups(
  queries: Queries,
  projectId: number,
  rows: Directory['groups'],
): Promise<void> {
  await saveOwn(
    queries,
    `insert into groups (group_id, project_id, name, case_sharing, group_data)
     select r."groupId", $1::bigint, r.name, r."caseSharing", r."groupData"
     from jsonb_to_recordset($2::jsonb) as r ("groupId" text, name text, "caseSharing" boolean, "groupData" jsonb)
     on conflict (group_id) do update set name = excluded.name, case_sharing = excluded.case_sharing,
       group_data = excluded.group_data where groups.project_id = excluded.project_id returning group_id as id`,
    projectId,
    rows,
    ({ groupId }) => groupId,
  );
}

async function saveMemberships(queries: Queries, rows: Directory['memberships']): Promise<void> {
  if (rows.length === 0) return;
  await queries.query(
    'insert into group_members (group_id, user_id) select * from unnest($1::text[], $2::text[]) on conflict do nothing',
    [rows.map(({ groupId }) => groupId), rows.map(({ userId }) => userId)],
  );
}

async function saveLocationTypes(
  queries: Queries,
  projectId: number,
  rows: Directory['locationTypes'],
): Promise<void> {
  if (rows.length === 0) return;
  await queries.query(
    `insert into location_types (project_id, code, name, owns_cases, view_descendants)
     select $1::bigint, r.code, r.name, r."ownsCases", r."viewDescendants"
     from jsonb_to_recordset($2::jsonb) as r (code text, name text, "ownsCases" boolean, "viewDescendants" boolean)
     on conflict (project_id, code) do update set name = excluded.name, owns_cases = excluded.owns_cases,
       view_descendants = excluded.view_descendants`,
    [projectId, JSON.stringify(rows)],
  );
}

async function deleteLocationTypes(
  queries: Queries,
  projectId: number,
  codes: readonly string[],
): Promise<void> {
  if (codes.length === 0) return;
  await queries.query(
    'delete from location_types where project_id = $1 and code = any($2::text[])',
    [projectId, codes],
  );
}

async function saveLocations(
  queries: Queries,
  projectId: number,
  rows: Directory['locations'],
): Promise<void> {
  await saveOwn(
    queries,
    `insert into locations (location_id, project_id, type_code, parent_id, name, site_code, external_id, latitude, longitude,
       archived, location_data)
     select r."locationId", $1::bigint, r."typeCode", r."parentId", r.name, r."siteCode", r."externalId", r.latitude, r.longitude,
       r.archived, r."locationData"
     from jsonb_to_recordset($2::jsonb) as r ("locationId" text, "typeCode" text, "parentId" text, name text, "siteCode" text,
       "externalId" text, latitude text, longitude text, archived boolean, "locationData" jsonb)
     on conflict (location_id) do update set type_code = excluded.type_code, parent_id = excluded.parent_id,
       name = excluded.name, site_code = excluded.site_code, external_id = excluded.external_id,
       latitude = excluded.latitude, longitude = excluded.longitude, archived = excluded.archived,
       location_data = excluded.location_data where locations.project_id = excluded.project_id returning location_id as id`,
    projectId,
    rows,
    ({ locationId }) => locationId,
  );
}

/** The order counts, so all assignments of a user are written anew, the primary one first. */
async function writeAssignments(
  queries: Queries,
  { assignments }: Directory,
  { gone, come }: WrittenRows,
): Promise<void> {
  const changed = [...(gone.assignments ?? []), ...(come.assignments ?? [])];
  const users = new Set(changed.map(({ userId }) => userId));
  if (users.size === 0) return;
  const rows = assignments.filter(({ userId }) => users.has(userId));
  await queries.query('delete from assignments where user_id = any($1::text[])', [[...users]]);
  await queries.query(
    `insert into assignments (user_id, location_id, position)
     select user_id, location_id, row_number() over (partition by user_id order by place) - 1
     from unnest($1::text[], $2::text[]) with ordinality as given (user_id, location_id, place)`,
    [rows.map(({ userId }) => userId), rows.map(({ locationId }) => locationId)],
  );
}
