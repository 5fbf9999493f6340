import { selectOwnCaseIds, selectCases, upsertCases } from '../sql/cases.ts';
import type { Queries } from '../sql/database.ts';
import { nextSequence } from '../sql/projects.ts';
import type { ProjectPerson } from '../../project/project-person.ts';
import { USER_CASE_TYPE, userCase, userCaseAfter } from './user-case.ts';

/** Makes the case about a user, or brings it in line with the user. It is numbered like a form, so that devices hear of it. */
export async function keepUserCase(
  queries: Queries,
  projectId: number,
  user: ProjectPerson,
  at: Date,
): Promise<void> {
  const ids = await selectOwnCaseIds(queries, projectId, user.userId, USER_CASE_TYPE);
  const known = await selectCases(queries, projectId, ids);
  const sequence = await nextSequence(queries, projectId);
  const cases = known.map((of) => userCaseAfter(of, user, at));
  const kept = cases.length === 0 ? [userCase(user, at)] : cases;
  await upsertCases(queries, projectId, sequence, kept);
}
