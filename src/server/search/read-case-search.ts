import { queryRange } from '../../suite/query-values.ts';

/** What a device looks for. Conditions are joined by "and", the values of one by "or". */
export interface CaseSearch {
  /** Empty for all types that may be searched. */
  readonly caseTypes: readonly string[];
  readonly caseIds: readonly string[];
  readonly ownerIds: readonly string[];
  readonly excludedOwnerIds: readonly string[];
  readonly includeClosed: boolean;
  readonly conditions: readonly SearchCondition[];
  /** Expressions that must hold of a case. */
  readonly expressions: readonly string[];
}

export type SearchCondition =
  /** Every word of one of these stands in the name. */
  | { readonly kind: 'name'; readonly values: readonly string[] }
  /** The property is one of these; capitals do not matter, and `''` means that it is blank. */
  | { readonly kind: 'property'; readonly name: string; readonly values: readonly string[] }
  /** The property is a day within; either end may be `''`. */
  | {
      readonly kind: 'range';
      readonly name: string;
      readonly first: string;
      readonly last: string;
    };

const NAMES = new Set(['name', 'case_name']);

/** Parameters that say how to search and for which cases, not for which values. CommCare HQ, case search. */
const OWN_KEYS = new Set([
  'case_type',
  'case_id',
  '@case_id',
  'owner_id',
  '@owner_id',
  'include_closed',
  'commcare_blacklisted_owner_ids',
  '_xpath_query',
]);

/** Reads the parameters of a search as a device sends them. Those that only CommCare HQ knows are left out. */
export function readCaseSearch(parameters: URLSearchParams): CaseSearch {
  const all = (...keys: readonly string[]) => keys.flatMap((key) => parameters.getAll(key));
  const words = (key: string) => all(key).flatMap((value) => value.split(/[\s,]+/).filter(Boolean));
  return {
    caseTypes: all('case_type'),
    caseIds: all('case_id', '@case_id'),
    ownerIds: all('owner_id', '@owner_id'),
    excludedOwnerIds: words('commcare_blacklisted_owner_ids'),
    includeClosed: all('include_closed').some((value) => value.toLowerCase() === 'true'),
    conditions: [...new Set(parameters.keys())]
      .filter((key) => !OWN_KEYS.has(key) && !/^(x_)?commcare_/.test(key))
      .map((key) => conditionOf(key, parameters.getAll(key))),
    expressions: all('_xpath_query').filter((source) => source.trim() !== ''),
  };
}

function conditionOf(name: string, values: readonly string[]): SearchCondition {
  if (NAMES.has(name)) return { kind: 'name', values };
  const [first = '', last = ''] = queryRange(values[0] ?? '') ?? [];
  if (first !== '' || last !== '') return { kind: 'range', name, first, last };
  return { kind: 'property', name, values };
}
