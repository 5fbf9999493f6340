import { randomUUID } from 'node:crypto';
import { hashPassword } from '../auth/password.ts';
import { upsertCases } from '../sql/cases.ts';
import type { Database, Queries } from '../sql/database.ts';
import { insertProject } from '../sql/projects.ts';
import { insertUser } from '../sql/users.ts';
import {
  saveAssignments,
  saveGroup,
  saveLocation,
  saveLocationType,
  saveMembership,
} from '../sql/write-directory.ts';
import { ProjectDefinitionError } from './project-definition.ts';
import type { ProjectDefinition } from './project-definition.ts';
import { userCase } from './user-case.ts';

type Ids = ReadonlyMap<string, string>;

/**
 * Makes a project with all that its definition names, in one transaction. Returns its number. `hash` makes what is kept of
 * a password. Throws ProjectDefinitionError when something is named that is not there.
 */
export async function createProject(
  database: Database,
  definition: ProjectDefinition,
  now: Date,
  hash: (password: string) => Promise<string> = hashPassword,
): Promise<number> {
  const passwords = await Promise.all(definition.users.map((user) => hash(user.password)));
  return database.transaction(async (queries) => {
    const projectId = await insertProject(queries, projectRow(definition));
    const users = await insertUsers(queries, projectId, definition, passwords, now);
    await insertGroups(queries, projectId, definition, users);
    const locations = await insertLocations(queries, projectId, definition);
    await insertAssignments(queries, definition, users, locations);
    return projectId;
  });
}

function projectRow({ domain, name, language, ...settings }: ProjectDefinition) {
  const { apps, caseSearch, closeExtensions, submissionPolicy } = settings;
  return {
    ...{ domain, name, language },
    apps: apps ?? null,
    searchableCaseTypes: caseSearch,
    closesExtensions: closeExtensions,
    submissionPolicy,
  };
}

const BEFORE_ALL_FORMS = 0;

async function insertUsers(
  queries: Queries,
  projectId: number,
  definition: ProjectDefinition,
  passwords: readonly string[],
  now: Date,
): Promise<Ids> {
  const ids = new Map<string, string>();
  for (const [
    index,
    { username, password: _, locations: __, ...user },
  ] of definition.users.entries()) {
    const userId = newId();
    const passwordHash = passwords[index]!;
    const row = {
      ...user,
      username,
      userId,
      projectId,
      passwordHash,
      active: true,
      createdAt: now,
    };
    await insertUser(queries, row);
    await upsertCases(queries, projectId, BEFORE_ALL_FORMS, [userCase(row, now)]);
    ids.set(username, userId);
  }
  return ids;
}

async function insertGroups(
  queries: Queries,
  projectId: number,
  definition: ProjectDefinition,
  users: Ids,
): Promise<void> {
  for (const { name, caseSharing, members } of definition.groups) {
    const groupId = newId();
    await saveGroup(queries, projectId, { groupId, name, caseSharing, groupData: {} });
    for (const username of members) {
      const userId = idOf(users, username, `the group ${name}`, 'user');
      await saveMembership(queries, { groupId, userId });
    }
  }
}

async function insertLocations(
  queries: Queries,
  projectId: number,
  definition: ProjectDefinition,
): Promise<Ids> {
  const ids = new Map<string, string>();
  for (const type of definition.locationTypes) await saveLocationType(queries, projectId, type);
  const types = new Map(definition.locationTypes.map(({ code }) => [code, code]));
  for (const location of definition.locations) {
    const where = `the location ${location.siteCode}`;
    const locationId = newId();
    await saveLocation(queries, projectId, {
      ...NO_DETAILS,
      ...location,
      locationId,
      typeCode: idOf(types, location.type, where, 'location type'),
      parentId:
        location.parent === undefined ? null : idOf(ids, location.parent, where, 'location'),
    });
    ids.set(location.siteCode, locationId);
  }
  return ids;
}

const NO_DETAILS = { externalId: '', latitude: '', longitude: '', locationData: {} };

async function insertAssignments(
  queries: Queries,
  definition: ProjectDefinition,
  users: Ids,
  locations: Ids,
): Promise<void> {
  for (const user of definition.users) {
    const where = `the user ${user.username}`;
    const userId = idOf(users, user.username, where, 'user');
    const ids = user.locations.map((siteCode) => idOf(locations, siteCode, where, 'location'));
    await saveAssignments(queries, userId, ids);
  }
}

function idOf(ids: Ids, key: string, where: string, kind: string): string {
  const id = ids.get(key);
  if (id !== undefined) return id;
  throw new ProjectDefinitionError(
    `In the project definition ${where} names the ${kind} ${key}, which is not there (before it).`,
  );
}

function newId(): string {
  return randomUUID().replaceAll('-', '');
}
