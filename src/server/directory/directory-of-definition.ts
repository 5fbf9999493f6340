import type { Directory, DirectoryUser } from '../../case/ownership/directory.ts';
import type { ProjectDefinition } from './project-definition.ts';

/** The people of a project that is only written down yet: usernames, group names and site codes stand for ids. */
export function directoryOfDefinition(definition: ProjectDefinition): {
  readonly directory: Directory;
  readonly users: readonly (DirectoryUser & { readonly username: string })[];
} {
  const { users, groups, locationTypes, locations } = definition;
  return {
    users: users.map(({ username, kind }) => ({ userId: username, username, kind })),
    directory: {
      groups: groups.map(({ name, caseSharing }) => ({
        groupId: name,
        name,
        caseSharing,
        groupData: {},
      })),
      memberships: groups.flatMap(({ name, members }) =>
        members.map((userId) => ({ groupId: name, userId })),
      ),
      locationTypes,
      locations: locations.map(({ siteCode, name, type, parent, archived }) => ({
        ...{ externalId: '', latitude: '', longitude: '', locationData: {} },
        ...{ locationId: siteCode, siteCode, name, archived },
        ...{ typeCode: type, parentId: parent ?? null },
      })),
      assignments: users.flatMap(({ username, locations: codes }) =>
        codes.map((locationId) => ({ userId: username, locationId })),
      ),
    },
  };
}
