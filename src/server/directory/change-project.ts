import { DirectoryChangeError } from '../../case/ownership/directory-change.ts';
import { applyProjectChange } from '../../project/project-change.ts';
import type { ProjectChange, ProjectState } from '../../project/project-change.ts';
import type { Principal } from '../auth/credential-check.ts';
import { hashPasswords } from '../auth/hash-passwords.ts';
import type { Services } from '../services.ts';
import { insertAuditEntries } from '../sql/audit.ts';
import type { AuditEntry } from '../sql/audit.ts';
import type { Queries } from '../sql/database.ts';
import { selectDirectory } from '../sql/directory.ts';
import { selectLookupTables } from '../sql/lookup-tables.ts';
import { lockProject, selectSettings, touchDirectory } from '../sql/projects.ts';
import { IdInUseError } from '../sql/save-own.ts';
import { selectUserFields } from '../sql/user-fields.ts';
import { selectUsers } from '../sql/users.ts';
import { writeDirectory } from '../sql/write-directory.ts';
import { changedRows } from './changed-rows.ts';
import { writeSetting } from './write-setting.ts';
import { writeUsers } from './write-users.ts';

/** A list of changes of which one cannot be made; none of them was. */
export class ProjectChangeError extends Error {
  override readonly name = 'ProjectChangeError';

  constructor(
    message: string,
    /** Which one, from 0. */
    readonly index: number,
  ) {
    super(message);
  }
}

/** A project before and after a list of changes. */
export interface PlannedChanges {
  readonly before: ProjectState;
  readonly after: ProjectState;
}

/** What a list of changes would do. Throws ProjectChangeError. */
export function planChanges(
  before: ProjectState,
  changes: readonly ProjectChange[],
): PlannedChanges {
  let after = before;
  for (const [index, change] of changes.entries()) {
    try {
      after = applyProjectChange(after, change);
    } catch (error) {
      throw numbered(error, index);
    }
  }
  return { before, after };
}

/**
 * Makes the changes in one database transaction, all or none, and writes down who made them. One list at a time in a
 * project. What the list comes to is written as a whole, so that thousands of changes take seconds. Throws ProjectChangeError.
 */
export async function changeProject(
  services: Pick<Services, 'database' | 'now'>,
  { user, project }: Principal,
  changes: readonly ProjectChange[],
): Promise<void> {
  const { projectId } = project;
  const at = new Date(services.now());
  const hashes = await hashesOf(changes);
  await services.database.transaction(async (queries) => {
    await lockProject(queries, projectId);
    const before = await readState(queries, projectId);
    const { state, entries } = await applyAll(queries, projectId, changes, before);
    await orNumbered(changes, async () => {
      await writeUsers(queries, { projectId, at, hashes }, before.users, state.users);
      const rows = changedRows(before.directory, state.directory);
      await writeDirectory(queries, projectId, rows, state.directory);
    });
    const own = entries.map((entry) => ({ ...entry, at, userId: user.userId }));
    await insertAuditEntries(queries, projectId, own);
    await touchDirectory(queries, projectId);
  });
}

/** Everything that an administrator can change, as it is. */
export async function readState(queries: Queries, projectId: number): Promise<ProjectState> {
  return {
    directory: await selectDirectory(queries, projectId),
    users: await selectUsers(queries, projectId),
    userFields: await selectUserFields(queries, projectId),
    tables: await selectLookupTables(queries, projectId),
    settings: await selectSettings(queries, projectId),
  };
}

/** Names the change that cannot be made. */
function numbered(error: unknown, index: number): unknown {
  return error instanceof DirectoryChangeError
    ? new ProjectChangeError(error.message, index)
    : error;
}

/** What is kept of new passwords, by id of the user. Hashing takes its time, so it is done before the database waits. */
async function hashesOf(changes: readonly ProjectChange[]): Promise<ReadonlyMap<string, string>> {
  const passwords = new Map<string, string>();
  for (const change of changes)
    if (change.kind === 'user.password') passwords.set(change.userId, change.password);
  const hashes = await hashPasswords([...passwords.values()]);
  return new Map([...passwords.keys()].map((userId, index) => [userId, hashes[index]!]));
}

type Entry = Pick<AuditEntry, 'change' | 'before' | 'after'>;

/** The project after all changes, and what is written down about each of them. Lookup tables and settings are written on the way. */
async function applyAll(
  queries: Queries,
  projectId: number,
  changes: readonly ProjectChange[],
  before: ProjectState,
): Promise<{ readonly state: ProjectState; readonly entries: readonly Entry[] }> {
  const entries: Entry[] = [];
  let state = before;
  for (const [index, change] of changes.entries()) {
    try {
      const after = applyProjectChange(state, change);
      const rows = await concerned(queries, projectId, change, state, after);
      entries.push({ change: inShort(change), ...rows });
      state = after;
    } catch (error) {
      throw numbered(error, index);
    }
  }
  return { state, entries };
}

/** The rows that a change concerns, as they were and as they are. */
async function concerned(
  queries: Queries,
  projectId: number,
  change: ProjectChange,
  before: ProjectState,
  after: ProjectState,
): Promise<{ before: unknown; after: unknown }> {
  switch (change.kind) {
    case 'user.save': {
      const known = before.users.find(({ userId }) => userId === change.user.userId);
      return {
        before: known === undefined ? {} : { users: [known] },
        after: { users: [change.user] },
      };
    }
    case 'user.password':
      return { before: {}, after: {} };
    case 'userFields.set':
    case 'settings.set':
    case 'table.save':
    case 'table.delete':
    case 'table.rows':
      return writeSetting(queries, projectId, change, before);
  }
  const { gone, come } = changedRows(before.directory, after.directory);
  return { before: gone, after: come };
}

/** The change without what must not be kept, and without rows that stand beside it anyway. */
function inShort(change: ProjectChange): unknown {
  switch (change.kind) {
    case 'user.password':
      return { ...change, password: undefined };
    case 'table.rows':
      return { ...change, rows: undefined };
    default:
      return change;
  }
}

/** An id that is in use elsewhere shows only when all is written: the change that brought it is named. */
async function orNumbered(
  changes: readonly ProjectChange[],
  write: () => Promise<void>,
): Promise<void> {
  try {
    await write();
  } catch (error) {
    if (!(error instanceof IdInUseError)) throw error;
    throw numbered(
      error,
      changes.findIndex((change) => idOf(change) === error.id),
    );
  }
}

function idOf(change: ProjectChange): string | undefined {
  switch (change.kind) {
    case 'user.save':
      return change.user.userId;
    case 'group.save':
      return change.group.groupId;
    case 'location.save':
      return change.location.locationId;
    default:
      return undefined;
  }
}
