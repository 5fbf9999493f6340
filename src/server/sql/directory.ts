import type {
  Directory,
  DirectoryGroup,
  DirectoryLocation,
  DirectoryMembership,
  LocationAssignment,
  LocationType,
} from '../../case/ownership/directory.ts';
import type { Queries } from './database.ts';

export function selectGroups(queries: Queries, projectId: number): Promise<DirectoryGroup[]> {
  return queries.query(
    `select group_id as "groupId", name, case_sharing as "caseSharing", group_data as "groupData"
     from groups where project_id = $1 order by name, group_id`,
    [projectId],
  );
}

function selectMemberships(queries: Queries, projectId: number): Promise<DirectoryMembership[]> {
  return queries.query(
    `select m.group_id as "groupId", m.user_id as "userId"
     from group_members m join groups g using (group_id) join users u using (user_id)
     where g.project_id = $1 and u.active order by g.name, g.group_id, u.username`,
    [projectId],
  );
}

function selectLocationTypes(queries: Queries, projectId: number): Promise<LocationType[]> {
  return queries.query(
    `select code, name, owns_cases as "ownsCases", view_descendants as "viewDescendants"
     from location_types where project_id = $1 order by code`,
    [projectId],
  );
}

function selectLocations(queries: Queries, projectId: number): Promise<DirectoryLocation[]> {
  return queries.query(
    `select location_id as "locationId", type_code as "typeCode", parent_id as "parentId", name,
       site_code as "siteCode", external_id as "externalId", latitude, longitude, archived, location_data as "locationData"
     from locations where project_id = $1 order by site_code`,
    [projectId],
  );
}

/** All that decides who owns cases in a project. */
export async function selectDirectory(queries: Queries, projectId: number): Promise<Directory> {
  return {
    groups: await selectGroups(queries, projectId),
    memberships: await selectMemberships(queries, projectId),
    locationTypes: await selectLocationTypes(queries, projectId),
    locations: await selectLocations(queries, projectId),
    assignments: await selectAssignments(queries, projectId),
  };
}

/** In the order of assignment: the first location of a user is the primary one. */
function selectAssignments(queries: Queries, projectId: number): Promise<LocationAssignment[]> {
  return queries.query(
    `select a.user_id as "userId", a.location_id as "locationId"
     from assignments a join locations l using (location_id) join users u using (user_id)
     where l.project_id = $1 and u.active order by u.username, a.position, a.location_id`,
    [projectId],
  );
}
