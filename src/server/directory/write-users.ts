import type { ProjectPerson } from '../../project/project-person.ts';
import { NOBODYS_HASH } from '../auth/password.ts';
import type { Queries } from '../sql/database.ts';
import { deleteSessionsOf } from '../sql/sessions.ts';
import { insertUsers, savePasswords, updateUsers } from '../sql/users.ts';
import { keepUserCases } from './keep-user-cases.ts';
import { rowDifferences } from './row-differences.ts';

export interface UserWriting {
  readonly projectId: number;
  readonly at: Date;
  /** What is kept of new passwords, by id of the user. */
  readonly hashes: ReadonlyMap<string, string>;
}

/** Writes users that are new or different, their cases and their passwords, and signs out who has to sign in anew. Throws IdInUseError. */
export async function writeUsers(
  queries: Queries,
  { projectId, at, hashes }: UserWriting,
  before: readonly ProjectPerson[],
  after: readonly ProjectPerson[],
): Promise<void> {
  const known = new Map(before.map((user) => [user.userId, user]));
  const saved = rowDifferences(before, after).come;
  const isNew = ({ userId }: ProjectPerson) => !known.has(userId);
  // Names change hands before anybody new asks for one.
  await updateUsers(
    queries,
    projectId,
    saved.filter((user) => !isNew(user)),
  );
  const made = saved.filter(isNew);
  const rows = made.map((user) => ({ ...user, passwordHash: NOBODYS_HASH, createdAt: at }));
  await insertUsers(queries, projectId, rows);
  await savePasswords(queries, projectId, hashes);
  await keepUserCases(queries, projectId, saved, at);
  const signedOut = saved.filter(
    (user) => !user.active || user.role !== known.get(user.userId)?.role,
  );
  await deleteSessionsOf(queries, [...hashes.keys(), ...signedOut.map(({ userId }) => userId)]);
}
