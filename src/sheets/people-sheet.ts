import { directoryIndex } from '../case/ownership/directory-index.ts';
import type { DirectoryIndex } from '../case/ownership/directory-index.ts';
import type { ProjectChange, ProjectState } from '../project/project-change.ts';
import type { ProjectPerson } from '../project/project-person.ts';
import { userDataProblems } from '../project/user-field.ts';
import {
  dataNames,
  isEqual,
  mergeData,
  readChoice,
  readCode,
  readYesNo,
  SeenBefore,
  writeYesNo,
} from './cells.ts';
import type { ImportDraft } from './import-draft.ts';
import type { NamedThing } from './sheet-problem.ts';
import type { SheetRow } from './sheet-row.ts';
import type { Sheet, SheetColumn } from './sheet.ts';

/** The columns, called as CommCare calls them. */
export const PEOPLE_COLUMNS: readonly SheetColumn[] = [
  { heading: 'user_id' },
  { heading: 'username' },
  { heading: 'name' },
  { heading: 'first_name' },
  { heading: 'last_name' },
  { heading: 'password' },
  { heading: 'kind' },
  { heading: 'role' },
  { heading: 'language' },
  { heading: 'is_active' },
  { heading: 'location_code', repeats: 'numbered' },
  { heading: 'group', repeats: 'numbered' },
  { heading: 'data', repeats: 'named' },
];

/** Everybody of a project, without passwords. */
export function peopleSheet({ users, directory, userFields }: ProjectState): Sheet {
  const index = directoryIndex(directory);
  const locations = users.map(({ userId }) =>
    index.locationsOf(userId).map((each) => each.siteCode),
  );
  const groups = users.map(({ userId }) => index.groupsOf(userId).map((each) => each.name));
  const wanted = userFields.map(({ name }) => name);
  const data = [...new Set([...wanted, ...dataNames(users.map(({ userData }) => userData))])];
  const headings = [
    ...['user_id', 'username', 'first_name', 'last_name', 'password', 'kind', 'role', 'language'],
    'is_active',
    ...numbered('location_code', mostOf(locations)),
    ...numbered('group', mostOf(groups)),
    ...data.map((name) => `data: ${name}`),
  ];
  const rows = users.map((user, at) => [
    ...[user.userId, user.username, user.firstName, user.lastName, '', user.kind, user.role],
    ...[user.language, writeYesNo(user.active)],
    ...padded(locations[at] ?? [], mostOf(locations)),
    ...padded(groups[at] ?? [], mostOf(groups)),
    ...data.map((name) => user.userData[name] ?? ''),
  ]);
  return { name: 'people', rows: [headings, ...rows] };
}

/** At least one column, so that the sheet shows where to fill something in. */
function mostOf(lists: readonly (readonly string[])[]): number {
  return lists.reduce((most, list) => Math.max(most, list.length), 1);
}

export function numbered(heading: string, count: number): string[] {
  return Array.from({ length: count }, (_, at) => `${heading} ${at + 1}`);
}

export function padded(values: readonly string[], count: number): string[] {
  return Array.from({ length: count }, (_, at) => values[at] ?? '');
}

/** Reads people: known ones by `user_id`, or else by `username`. */
export function importPeople(draft: ImportDraft, rows: readonly SheetRow[]): void {
  new PeopleImport(draft).run(rows);
}

class PeopleImport {
  readonly #seen: SeenBefore;
  readonly #byId: ReadonlyMap<string, ProjectPerson>;
  readonly #byName: ReadonlyMap<string, ProjectPerson>;
  readonly #groups: ReadonlyMap<string, string>;
  readonly #locations: ReadonlyMap<string, string>;
  /** Of the project before the first of these rows. */
  readonly #index: DirectoryIndex;

  constructor(private readonly draft: ImportDraft) {
    const { users, directory } = draft.state;
    this.#index = directoryIndex(directory);
    this.#seen = new SeenBefore(draft);
    this.#byId = new Map(users.map((user) => [user.userId, user]));
    this.#byName = new Map(users.map((user) => [user.username, user]));
    this.#groups = new Map(directory.groups.map(({ name, groupId }) => [name, groupId]));
    this.#locations = new Map(
      directory.locations.map(({ siteCode, locationId }) => [siteCode, locationId]),
    );
  }

  run(rows: readonly SheetRow[]): void {
    for (const row of rows) this.#read(row);
  }

  #read(row: SheetRow): void {
    const { draft } = this;
    const username = readCode(draft, row, 'username');
    this.#seen.check(row, 'username', username);
    const before = this.#known(row, username);
    const user = this.#user(row, username, before);
    const changes = [
      ...this.#save(row, before, user),
      ...this.#password(row, user.userId, before === undefined),
      ...this.#memberships(row, user.userId),
      ...this.#assignments(row, user.userId),
    ];
    draft.make(row, username, before === undefined, changes);
  }

  #known(row: SheetRow, username: string): ProjectPerson | undefined {
    const id = row.text('user_id') ?? '';
    if (id === '') return this.#byName.get(username);
    const known = this.#byId.get(id);
    if (known === undefined)
      this.draft.problem(row, 'user_id', { kind: 'unknown', what: 'user', value: id });
    return known;
  }

  #user(row: SheetRow, username: string, before = this.#nobody()): ProjectPerson {
    const { draft } = this;
    const isActive = readYesNo(draft, row, 'is_active') ?? before.active;
    return {
      ...before,
      ...namesIn(row, before),
      username,
      kind: readChoice(draft, row, 'kind', ['mobile', 'web']) ?? before.kind,
      role: readChoice(draft, row, 'role', ['worker', 'admin']) ?? before.role,
      language: row.text('language') ?? before.language,
      active: row.text('is_active') === '' ? before.active : isActive,
      userData: mergeData(before.userData, row.named('data')),
    };
  }

  #nobody(): ProjectPerson {
    return {
      ...{ userId: this.draft.newId(), username: '', firstName: '', lastName: '', language: '' },
      ...{ role: 'worker', kind: 'mobile', userData: {}, active: true },
    };
  }

  #save(row: SheetRow, before: ProjectPerson | undefined, user: ProjectPerson): ProjectChange[] {
    if (before !== undefined && isEqual(before, user)) return [];
    for (const { field, reason } of userDataProblems(this.draft.state.userFields, user.userData)) {
      const column = `data: ${field.name}`;
      const value = user.userData[field.name] ?? '';
      this.draft.problem(
        row,
        column,
        reason === 'missing'
          ? { kind: 'missing' }
          : { kind: 'notOneOf', value, options: field.choices },
      );
    }
    return [{ kind: 'user.save', user }];
  }

  #password(row: SheetRow, userId: string, isNew: boolean): ProjectChange[] {
    const password = row.text('password') ?? '';
    if (password === '' && isNew) this.draft.problem(row, 'password', { kind: 'missing' });
    if (password === '') return [];
    if (password.length < 8) this.draft.problem(row, 'password', { kind: 'shortPassword' });
    return [{ kind: 'user.password', userId, password }];
  }

  #memberships(row: SheetRow, userId: string): ProjectChange[] {
    const wanted = this.#ids(row, 'group', 'group', this.#groups);
    if (wanted === undefined) return [];
    const { groups } = this.#belonging(userId);
    const added = wanted.filter((id) => !groups.includes(id));
    const removed = groups.filter((id) => !wanted.includes(id));
    return [
      ...added.map((groupId) => ({ kind: 'member.add', groupId, userId }) as const),
      ...removed.map((groupId) => ({ kind: 'member.remove', groupId, userId }) as const),
    ];
  }

  #assignments(row: SheetRow, userId: string): ProjectChange[] {
    const locationIds = this.#ids(row, 'location_code', 'location', this.#locations);
    if (locationIds === undefined) return [];
    const { locations } = this.#belonging(userId);
    return isEqual(locations, locationIds)
      ? []
      : [{ kind: 'assignments.set', userId, locationIds }];
  }

  /** What the user belongs to before this import. */
  #belonging(userId: string): { readonly groups: string[]; readonly locations: string[] } {
    return {
      groups: this.#index.groupsOf(userId).map(({ groupId }) => groupId),
      locations: this.#index.locationsOf(userId).map(({ locationId }) => locationId),
    };
  }

  #ids(
    row: SheetRow,
    heading: string,
    what: NamedThing,
    known: ReadonlyMap<string, string>,
  ): string[] | undefined {
    const ids = row.list(heading)?.map(({ column, value }) => {
      const id = known.get(value) ?? known.get(value.toLowerCase());
      if (id === undefined) this.draft.problem(row, column, { kind: 'unknown', what, value });
      return id ?? '';
    });
    return ids && [...new Set(ids)];
  }
}

/** CommCare's `name` counts where the two parts of it have no columns: the first word is the first name. */
function namesIn(row: SheetRow, before: ProjectPerson): { firstName: string; lastName: string } {
  const [first, last] = [row.text('first_name'), row.text('last_name')];
  const whole = row.text('name');
  if (first === undefined && last === undefined && whole !== undefined) {
    const [firstName = '', ...others] = whole.split(/\s+/);
    return { firstName, lastName: others.join(' ') };
  }
  return { firstName: first ?? before.firstName, lastName: last ?? before.lastName };
}
