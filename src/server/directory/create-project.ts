import { randomUUID } from 'node:crypto';
import type { Directory } from '../../case/ownership/directory.ts';
import { DirectoryChangeError } from '../../case/ownership/directory-change.ts';
import type { SettingChange } from '../../project/project-change.ts';
import { applyProjectChange } from '../../project/project-change.ts';
import { hashPasswords } from '../auth/hash-passwords.ts';
import { hashPassword } from '../auth/password.ts';
import { upsertCases } from '../sql/cases.ts';
import type { Database, Queries } from '../sql/database.ts';
import { insertProject } from '../sql/projects.ts';
import { insertUsers } from '../sql/users.ts';
import type { UserRow } from '../sql/users.ts';
import { writeDirectory } from '../sql/write-directory.ts';
import { readState } from './change-project.ts';
import { directoryOfDefinition } from './directory-of-definition.ts';
import { ProjectDefinitionError } from './project-definition.ts';
import type { ProjectDefinition } from './project-definition.ts';
import { userCase } from './user-case.ts';
import { writeSetting } from './write-setting.ts';

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
  checkNames(definition);
  const passwords = definition.users.map(({ password }) => password);
  const hashes = await hashPasswords(passwords, hash);
  return database.transaction(async (queries) => {
    const projectId = await insertProject(queries, projectRow(definition));
    const ids = new Ids();
    await writePeople(queries, projectId, userRows(definition, hashes, ids, now), now);
    const directory = directoryWith(directoryOfDefinition(definition).directory, ids);
    await writeDirectory(queries, projectId, { gone: {}, come: directory }, directory);
    await writeSettings(queries, projectId, settingChanges(definition, ids));
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

type Kind = 'user' | 'group' | 'location';

/** The ids that stand for the names of a definition. */
class Ids {
  readonly #ids = new Map<string, string>();

  of(kind: Kind, name: string): string {
    const key = `${kind} ${name}`;
    const id = this.#ids.get(key) ?? randomUUID().replaceAll('-', '');
    this.#ids.set(key, id);
    return id;
  }
}

function userRows(
  { users }: ProjectDefinition,
  hashes: readonly string[],
  ids: Ids,
  createdAt: Date,
): Omit<UserRow, 'projectId'>[] {
  return users.map(({ password: _, locations: __, ...user }, index) => ({
    ...{ ...user, userId: ids.of('user', user.username) },
    ...{ passwordHash: hashes[index]!, active: true, createdAt },
  }));
}

const BEFORE_ALL_FORMS = 0;

async function writePeople(
  queries: Queries,
  projectId: number,
  users: readonly Omit<UserRow, 'projectId'>[],
  now: Date,
): Promise<void> {
  await insertUsers(queries, projectId, users);
  const cases = users.map((user) => userCase(user, now));
  await upsertCases(queries, projectId, BEFORE_ALL_FORMS, cases);
}

/** The same directory with ids where names stood. */
function directoryWith(named: Directory, ids: Ids): Directory {
  const user = (name: string) => ids.of('user', name);
  const group = (name: string) => ids.of('group', name);
  const location = (code: string) => ids.of('location', code);
  return {
    groups: named.groups.map((row) => ({ ...row, groupId: group(row.groupId) })),
    memberships: named.memberships.map(({ groupId, userId }) => ({
      ...{ groupId: group(groupId), userId: user(userId) },
    })),
    locationTypes: named.locationTypes,
    locations: named.locations.map((row) => ({
      ...row,
      locationId: location(row.locationId),
      parentId: row.parentId && location(row.parentId),
    })),
    assignments: named.assignments.map(({ userId, locationId }) => ({
      ...{ userId: user(userId), locationId: location(locationId) },
    })),
  };
}

/** User fields and lookup tables, as an administrator would make them. */
function settingChanges(
  { userFields, lookupTables }: ProjectDefinition,
  ids: Ids,
): SettingChange[] {
  const tables = lookupTables.flatMap(({ rows, ...table }): SettingChange[] => [
    { kind: 'table.save', table },
    {
      kind: 'table.rows',
      code: table.code,
      rows: rows.map(({ values, ...row }) => ({
        values,
        owners: [
          ...row.users.map((name) => ids.of('user', name)),
          ...row.groups.map((name) => ids.of('group', name)),
          ...row.locations.map((code) => ids.of('location', code)),
        ],
      })),
    },
  ]);
  return [{ kind: 'userFields.set', fields: userFields }, ...tables];
}

async function writeSettings(
  queries: Queries,
  projectId: number,
  changes: readonly SettingChange[],
): Promise<void> {
  let state = await readState(queries, projectId);
  for (const change of changes) {
    const before = state;
    state = checked(() => applyProjectChange(before, change));
    await writeSetting(queries, projectId, change, before);
  }
}

function checked<Result>(apply: () => Result): Result {
  try {
    return apply();
  } catch (error) {
    if (!(error instanceof DirectoryChangeError)) throw error;
    throw new ProjectDefinitionError(`In the project definition: ${error.message}`);
  }
}

/** Everything that is named has to be there; a location above another one before it. */
function checkNames(definition: ProjectDefinition): void {
  const { users, groups, locationTypes, locations, lookupTables } = definition;
  const people = new Set(users.map(({ username }) => username));
  const teams = new Set(groups.map(({ name }) => name));
  const levels = new Set(locationTypes.map(({ code }) => code));
  const places = new Set<string>();
  for (const { siteCode, type, parent } of locations) {
    const where = `the location ${siteCode}`;
    expectIn(levels, [type], where, 'location type');
    expectIn(places, parent === undefined ? [] : [parent], where, 'location');
    places.add(siteCode);
  }
  for (const { name, members } of groups) expectIn(people, members, `the group ${name}`, 'user');
  for (const { username, locations: codes } of users)
    expectIn(places, codes, `the user ${username}`, 'location');
  for (const { code, rows } of lookupTables) {
    const where = `the lookup table ${code}`;
    expectIn(
      people,
      rows.flatMap((row) => row.users),
      where,
      'user',
    );
    expectIn(
      teams,
      rows.flatMap((row) => row.groups),
      where,
      'group',
    );
    expectIn(
      places,
      rows.flatMap((row) => row.locations),
      where,
      'location',
    );
  }
}

function expectIn(
  known: ReadonlySet<string>,
  names: readonly string[],
  where: string,
  kind: string,
): void {
  const missing = names.find((name) => !known.has(name));
  if (missing === undefined) return;
  throw new ProjectDefinitionError(
    `In the project definition ${where} names the ${kind} ${missing}, which is not there (before it).`,
  );
}
