import type { ProjectPerson } from '../../project/project-person.ts';
import { DirectoryChangeError } from '../../case/ownership/directory-change.ts';
import type { Principal } from '../auth/credential-check.ts';
import { hashPassword, NOBODYS_HASH } from '../auth/password.ts';
import type { Services } from '../services.ts';
import { insertAuditEntry } from '../sql/audit.ts';
import type { Queries } from '../sql/database.ts';
import { selectDirectory } from '../sql/directory.ts';
import { lockProject, touchDirectory } from '../sql/projects.ts';
import { deleteSessionsOf } from '../sql/sessions.ts';
import { selectLookupTables } from '../sql/lookup-tables.ts';
import { selectUserFields } from '../sql/user-fields.ts';
import { keepUserCase } from './keep-user-case.ts';
import { writeSetting } from './write-setting.ts';
import { insertUser, savePassword, selectUsers, updateUser } from '../sql/users.ts';
import { writeDirectory } from '../sql/write-directory.ts';
import type { ProjectChange, ProjectState, UserChange } from '../../project/project-change.ts';
import { applyProjectChange } from '../../project/project-change.ts';

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
 * project. Throws ProjectChangeError.
 */
export async function changeProject(
  services: Pick<Services, 'database' | 'now'>,
  { user, project }: Principal,
  changes: readonly ProjectChange[],
): Promise<void> {
  const { projectId } = project;
  const context: ChangeContext = {
    projectId,
    userId: user.userId,
    at: new Date(services.now()),
    hashes: await hashesOf(changes),
  };
  await services.database.transaction(async (queries) => {
    await lockProject(queries, projectId);
    let state = await readState(queries, projectId);
    for (const [index, change] of changes.entries()) {
      try {
        state = await makeChange(queries, context, change, state);
      } catch (error) {
        throw numbered(error, index);
      }
    }
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
  };
}

/** Names the change that cannot be made. */
function numbered(error: unknown, index: number): unknown {
  return error instanceof DirectoryChangeError
    ? new ProjectChangeError(error.message, index)
    : error;
}

/** Hashing takes its time, so it is done before the database waits. */
async function hashesOf(
  changes: readonly ProjectChange[],
): Promise<ReadonlyMap<ProjectChange, string>> {
  const hashes = new Map<ProjectChange, string>();
  for (const change of changes) {
    if (change.kind === 'user.password') hashes.set(change, await hashPassword(change.password));
  }
  return hashes;
}

interface ChangeContext {
  readonly projectId: number;
  /** Who makes the change. */
  readonly userId: string;
  readonly at: Date;
  readonly hashes: ReadonlyMap<ProjectChange, string>;
}

/** Makes one change and writes it down; gives the state after it. */
async function makeChange(
  queries: Queries,
  context: ChangeContext,
  change: ProjectChange,
  before: ProjectState,
): Promise<ProjectState> {
  const after = applyProjectChange(before, change);
  const rows = await writeChange(queries, context, change, before, after);
  const { projectId, userId, at } = context;
  const entry = { at, userId, change: inShort(change), ...rows };
  await insertAuditEntry(queries, projectId, entry);
  return after;
}

async function writeChange(
  queries: Queries,
  context: ChangeContext,
  change: ProjectChange,
  before: ProjectState,
  after: ProjectState,
): Promise<{ before: unknown; after: unknown }> {
  const { projectId } = context;
  switch (change.kind) {
    case 'user.save':
    case 'user.password':
      return writeUser(queries, context, change, before);
    case 'userFields.set':
    case 'table.save':
    case 'table.delete':
    case 'table.rows':
      return writeSetting(queries, projectId, change, before);
  }
  const written = await writeDirectory(queries, projectId, before.directory, after.directory);
  return { before: written.gone, after: written.come };
}

async function writeUser(
  queries: Queries,
  context: ChangeContext,
  change: UserChange,
  { users }: ProjectState,
): Promise<{ before: unknown; after: unknown }> {
  if (change.kind === 'user.save') return saveUser(queries, context, change.user, users);
  const { userId } = change;
  const hash = context.hashes.get(change) ?? NOBODYS_HASH;
  await savePassword(queries, context.projectId, userId, hash);
  await deleteSessionsOf(queries, userId);
  return { before: {}, after: {} };
}

async function saveUser(
  queries: Queries,
  { projectId, at }: ChangeContext,
  user: ProjectPerson,
  users: readonly ProjectPerson[],
): Promise<{ before: unknown; after: unknown }> {
  const known = users.find(({ userId }) => userId === user.userId);
  if (known === undefined) {
    await insertUser(queries, { ...user, projectId, passwordHash: NOBODYS_HASH, createdAt: at });
  } else {
    await updateUser(queries, projectId, user);
  }
  await keepUserCase(queries, projectId, user, at);
  // Who may do less than before is signed out now, not when the session ends.
  if (!user.active || user.role !== known?.role) await deleteSessionsOf(queries, user.userId);
  return { before: known === undefined ? {} : { users: [known] }, after: { users: [user] } };
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
