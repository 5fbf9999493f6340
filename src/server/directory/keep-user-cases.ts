import type { ProjectPerson } from '../../project/project-person.ts';
import { selectCases, selectOwnCaseIds, upsertCases } from '../sql/cases.ts';
import type { Queries } from '../sql/database.ts';
import { nextSequence } from '../sql/projects.ts';
import { USER_CASE_TYPE, userCase, userCaseAfter } from './user-case.ts';

/** Makes the cases about users, or brings them in line with the users. They are numbered like a form, so that devices hear of them. */
export async function keepUserCases(
  queries: Queries,
  projectId: number,
  users: readonly ProjectPerson[],
  at: Date,
): Promise<void> {
  if (users.length === 0) return;
  const byId = new Map(users.map((user) => [user.userId, user]));
  const ids = await selectOwnCaseIds(queries, projectId, [...byId.keys()], USER_CASE_TYPE);
  const known = await selectCases(queries, projectId, ids);
  const kept = known.map((of) => userCaseAfter(of, byId.get(of.ownerId) as ProjectPerson, at));
  for (const { ownerId } of known) byId.delete(ownerId);
  const made = [...byId.values()].map((user) => userCase(user, at));
  const sequence = await nextSequence(queries, projectId);
  await upsertCases(queries, projectId, sequence, [...kept, ...made]);
}
