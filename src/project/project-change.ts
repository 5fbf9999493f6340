import { applyDirectoryChange, DirectoryChangeError } from '../case/ownership/directory-change.ts';
import type { DirectoryChange } from '../case/ownership/directory-change.ts';
import type { Directory } from '../case/ownership/directory.ts';
import type { LookupRow, LookupTable } from './lookup-table.ts';
import type { ProjectPerson } from './project-person.ts';
import type { ProjectSettings } from './project-settings.ts';
import type { UserField } from './user-field.ts';
import { userDataProblems } from './user-field.ts';
import { isXmlName } from './xml-name.ts';

/** A change of the users of a project. A new user can sign in once there is a password. */
export type UserChange =
  | { readonly kind: 'user.save'; readonly user: ProjectPerson }
  | { readonly kind: 'user.password'; readonly userId: string; readonly password: string };

/** A change of what is decided for the project as a whole, and of what it keeps about users and in lookup tables. `table.rows` replaces all rows of a table. */
export type SettingChange =
  | { readonly kind: 'settings.set'; readonly settings: ProjectSettings }
  | { readonly kind: 'userFields.set'; readonly fields: readonly UserField[] }
  | { readonly kind: 'table.save'; readonly table: LookupTable }
  | { readonly kind: 'table.delete'; readonly code: string }
  | { readonly kind: 'table.rows'; readonly code: string; readonly rows: readonly LookupRow[] };

export type ProjectChange = DirectoryChange | UserChange | SettingChange;

/** The people, groups and places of a project, whoever is not active among them, and what it keeps about them. */
export interface ProjectState {
  readonly directory: Directory;
  readonly users: readonly ProjectPerson[];
  readonly userFields: readonly UserField[];
  /** Without their rows. */
  readonly tables: readonly LookupTable[];
  readonly settings: ProjectSettings;
}

/** The project after a change, as {@link applyDirectoryChange}; that a user belongs to the project is asked here. */
export function applyProjectChange(state: ProjectState, change: ProjectChange): ProjectState {
  switch (change.kind) {
    case 'user.save':
      return { ...state, users: saveUser(state, change.user) };
    case 'user.password':
      userOf(state.users, change.userId);
      return state;
    case 'settings.set':
      return { ...state, settings: change.settings };
    case 'userFields.set':
      return { ...state, userFields: checkedFields(change.fields) };
    case 'table.save':
      return { ...state, tables: saveTable(state.tables, change.table) };
    case 'table.delete':
      tableOf(state.tables, change.code);
      return { ...state, tables: state.tables.filter(({ code }) => code !== change.code) };
    case 'table.rows':
      checkRows(state, tableOf(state.tables, change.code), change.rows);
      return state;
    case 'member.add':
    case 'assignments.set':
      userOf(state.users, change.userId);
  }
  return { ...state, directory: applyDirectoryChange(state.directory, change) };
}

function saveUser({ users, userFields }: ProjectState, user: ProjectPerson): ProjectPerson[] {
  const same = users.find(({ username }) => username === user.username);
  if (same !== undefined && same.userId !== user.userId)
    refuse(`There is a user ${user.username} already: choose another username.`);
  checkUserData(userFields, user);
  const others = users.filter(({ userId }) => userId !== user.userId);
  const after = [...others, user];
  if (hasAdmin(users) && !hasAdmin(after))
    refuse(`${user.username} is the only administrator: make somebody else one first.`);
  return after;
}

function checkUserData(fields: readonly UserField[], { username, userData }: ProjectPerson): void {
  const [problem] = userDataProblems(fields, userData);
  if (problem === undefined) return;
  const { label, choices } = problem.field;
  refuse(
    problem.reason === 'missing'
      ? `${label} is missing for ${username}: fill it in.`
      : `${label} of ${username} has to be one of: ${choices.join(', ')}.`,
  );
}

function hasAdmin(users: readonly ProjectPerson[]): boolean {
  return users.some(({ role, active }) => active && role === 'admin');
}

function userOf(users: readonly ProjectPerson[], id: string): void {
  if (users.some(({ userId }) => userId === id)) return;
  refuse(`There is no user with the id ${id} in this project.`);
}

function checkedFields(fields: readonly UserField[]): readonly UserField[] {
  checkNames(fields.map(({ name }) => name));
  return fields;
}

function saveTable(tables: readonly LookupTable[], table: LookupTable): LookupTable[] {
  checkNames([table.code]);
  checkNames(table.columns.map(({ name }) => name));
  if (table.columns.length === 0) refuse(`The table ${table.code} needs a column.`);
  const others = tables.filter(({ code }) => code !== table.code);
  return [...others, table].sort((a, b) => (a.code < b.code ? -1 : 1));
}

function tableOf(tables: readonly LookupTable[], code: string): LookupTable {
  const table = tables.find((each) => each.code === code);
  return table ?? refuse(`There is no lookup table ${code}: make it first.`);
}

function checkRows(
  { users, directory }: ProjectState,
  table: LookupTable,
  rows: readonly LookupRow[],
) {
  const columns = new Set(table.columns.map(({ name }) => name));
  const owners = new Set([
    ...users.map(({ userId }) => userId),
    ...directory.groups.map(({ groupId }) => groupId),
    ...directory.locations.map(({ locationId }) => locationId),
  ]);
  for (const [index, row] of rows.entries()) {
    const column = Object.keys(row.values).find((name) => !columns.has(name));
    if (column !== undefined)
      refuse(`Row ${index + 1}: the table ${table.code} has no column ${column}.`);
    const owner = row.owners.find((id) => !owners.has(id));
    if (owner !== undefined)
      refuse(`Row ${index + 1}: there is no user, group or location with the id ${owner}.`);
  }
}

function checkNames(names: readonly string[]): void {
  const bad = names.find((name) => !isXmlName(name));
  if (bad !== undefined)
    refuse(
      `“${bad}” cannot be a name: begin with a letter and use letters, digits, dash and underscore.`,
    );
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  if (twice !== undefined) refuse(`There are two of the name ${twice}: give each its own.`);
}

function refuse(message: string): never {
  throw new DirectoryChangeError(message);
}
