import { liveCases } from '../../case/closure.ts';
import type { Registration } from '../../openrosa/restore.ts';
import type { Principal } from '../auth/credential-check.ts';
import type { Owner, ProjectDirectory } from '../directory/project-directory.ts';
import { registrationOf } from '../restore/registration.ts';
import { lookupTableFixtures } from '../restore/lookup-tables.ts';
import { selectCases, selectReachableCases } from '../sql/cases.ts';
import type { Queries } from '../sql/database.ts';
import type { CaseRecord } from '../sql/case-records.ts';

/** What a user's devices receive, as an administrator sees it. */
export interface Holdings {
  readonly userData: Registration['userData'];
  /** Who owns what the user registers. */
  readonly candidates: readonly Pick<Owner, 'id' | 'name' | 'kind'>[];
  readonly caseCount: number;
  /** The first of them, by name. */
  readonly cases: readonly CaseRecord[];
  readonly tables: readonly { readonly code: string; readonly rows: number }[];
}

const MOST_CASES = 500;

/** What the restore of a user would hold. Nothing is changed by asking: no sync token, no entry. */
export async function readHoldings(
  queries: Queries,
  principal: Principal,
  directory: ProjectDirectory,
): Promise<Holdings> {
  const { userId } = principal.user;
  const { projectId } = principal.project;
  const owners = directory.ownerIds(userId);
  const live = [...liveCases(await selectReachableCases(queries, projectId, [...owners]), owners)];
  const cases = await selectCases(queries, projectId, live.slice(0, MOST_CASES));
  const tables = await lookupTableFixtures(queries, projectId, userId, directory.data);
  return {
    userData: registrationOf(principal, directory).userData,
    candidates: directory.candidates(userId).flatMap(({ id }) => directory.owner(id) ?? []),
    caseCount: live.length,
    cases: cases
      .map(({ status, ...each }) => ({ ...each, closed: status === 'closed' }))
      .sort((a, b) => a.caseName.localeCompare(b.caseName)),
    tables: tables.map(({ id, root }) => ({
      code: id.replace(/^item-list:/, ''),
      rows: root.children.length,
    })),
  };
}
