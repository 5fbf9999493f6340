import type { Case } from '../../case/case.ts';
import { filterCases } from '../../case/filter-cases.ts';
import type { Principal } from '../auth/credential-check.ts';
import type { Services } from '../services.ts';
import { searchCases } from '../sql/search-cases.ts';
import type { CaseSearch } from './read-case-search.ts';

/** Nobody reads more; a device would have to hold them all. */
const MOST_RESULTS = 500;
/** Of these at most expressions are evaluated; the database does the rest of the search. */
const MOST_EVALUATED = 10_000;

/** What a search finds among the case types that the project lets everybody search. Throws `CaseFilterError`. */
export async function findCases(
  { database, now }: Services,
  { project }: Principal,
  search: CaseSearch,
): Promise<readonly Case[]> {
  const { searchableCaseTypes: allowed, projectId } = project;
  const types =
    search.caseTypes.length === 0
      ? allowed
      : allowed.filter((type) => search.caseTypes.includes(type));
  const limit = search.expressions.length === 0 ? MOST_RESULTS : MOST_EVALUATED;
  const found = await searchCases(database, projectId, types, search, limit);
  const environment = { now, timeZone: 'UTC', random: () => 0, uuid: () => '', here: () => '' };
  return filterCases(found, search.expressions, environment).slice(0, MOST_RESULTS);
}
