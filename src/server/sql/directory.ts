import type {
  DirectoryGroup,
  DirectoryLocation,
  DirectoryMembership,
  LocationAssignment,
  LocationType,
} from '../../case/ownership/directory.ts';
import type { Queries } from './database.ts';

/** A user of the project, without the password. */
export interface PersonRow {
  readonly userId: string;
  readonly username: string;
  readonly firstName: string;
  readonly lastName: string;
  readonly role: 'worker' | 'admin';
}

export function selectPeople(queries: Queries, projectId: number): Promise<PersonRow[]> {
  return queries.query(
    `select user_id as "userId", username, first_name as "firstName", last_name as "lastName", role
     from users where project_id = $1 and active order by username`,
    [projectId],
  );
}

export function selectGroups(queries: Queries, projectId: number): Promise<DirectoryGroup[]> {
  return queries.query(
    `select group_id as "groupId", name, case_sharing as "caseSharing", group_data as "groupData"
     from groups where project_id = $1 order by name, group_id`,
    [projectId],
  );
}

export function selectMemberships(
  queries: Queries,
  projectId: number,
): Promise<DirectoryMembership[]> {
  return queries.query(
    `select m.group_id as "groupId", m.user_id as "userId"
     from group_members m join groups g using (group_id) join users u using (user_id)
     where g.project_id = $1 and u.active order by g.name, g.group_id, u.username`,
    [projectId],
  );
}

export function selectLocationTypes(queries: Queries, projectId: number): Promise<LocationType[]> {
  return queries.query(
    `select code, name, owns_cases as "ownsCases", view_descendants as "viewDescendants"
     from location_types where project_id = $1 order by code`,
    [projectId],
  );
}

export function selectLocations(queries: Queries, projectId: number): Promise<DirectoryLocation[]> {
  return queries.query(
    `select location_id as "locationId", type_code as "typeCode", parent_id as "parentId", name,
       site_code as "siteCode", external_id as "externalId", latitude, longitude, archived, location_data as "locationData"
     from locations where project_id = $1 order by site_code`,
    [projectId],
  );
}

/** In the order of assignment: the first location of a user is the primary one. */
export function selectAssignments(
  queries: Queries,
  projectId: number,
): Promise<LocationAssignment[]> {
  return queries.query(
    `select a.user_id as "userId", a.location_id as "locationId"
     from assignments a join locations l using (location_id) join users u using (user_id)
     where l.project_id = $1 and u.active order by u.username, a.position, a.location_id`,
    [projectId],
  );
}

export async function insertGroup(
  queries: Queries,
  projectId: number,
  group: DirectoryGroup,
): Promise<void> {
  await queries.query(
    `insert into groups (group_id, project_id, name, case_sharing, group_data) values ($1, $2, $3, $4, $5::jsonb)`,
    [group.groupId, projectId, group.name, group.caseSharing, JSON.stringify(group.groupData)],
  );
}

export async function insertMembership(
  queries: Queries,
  membership: DirectoryMembership,
): Promise<void> {
  await queries.query(
    'insert into group_members (group_id, user_id) values ($1, $2) on conflict do nothing',
    [membership.groupId, membership.userId],
  );
}

export async function deleteMembership(
  queries: Queries,
  membership: DirectoryMembership,
): Promise<void> {
  await queries.query('delete from group_members where group_id = $1 and user_id = $2', [
    membership.groupId,
    membership.userId,
  ]);
}

export async function insertLocationType(
  queries: Queries,
  projectId: number,
  type: LocationType,
): Promise<void> {
  await queries.query(
    `insert into location_types (project_id, code, name, owns_cases, view_descendants) values ($1, $2, $3, $4, $5)`,
    [projectId, type.code, type.name, type.ownsCases, type.viewDescendants],
  );
}

export async function insertLocation(
  queries: Queries,
  projectId: number,
  location: DirectoryLocation,
): Promise<void> {
  await queries.query(
    `insert into locations (location_id, project_id, type_code, parent_id, name, site_code, external_id, latitude,
       longitude, archived, location_data) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11::jsonb)`,
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

export async function insertAssignment(
  queries: Queries,
  assignment: LocationAssignment,
  position: number,
): Promise<void> {
  await queries.query(
    'insert into assignments (user_id, location_id, position) values ($1, $2, $3)',
    [assignment.userId, assignment.locationId, position],
  );
}
