import type { Case } from '../../case/case.ts';
import { categoryOf, stateOf } from '../../case/case-key.ts';
import { parseDate } from '../../xpath/date-text.ts';
import { differs, firstDifference, Placeholders } from './compare-values.ts';

/** A case as the data state it. */
export interface CaseJson {
  readonly case_id: string;
  readonly [key: string]: unknown;
}

/** A case of ours in the words of the data: dates as instants, `null` for what is blank. */
export function caseJson(of: Case, timeZone: string): CaseJson {
  return {
    case_id: of.caseId,
    case_type: of.caseType || null,
    case_name: of.caseName || null,
    owner_id: of.ownerId || null,
    status: of.status,
    date_opened: instant(of.dateOpened, timeZone),
    last_modified: instant(of.lastModified, timeZone),
    external_id: of.externalId || null,
    category: categoryOf(of) || null,
    state: stateOf(of) || null,
    properties: of.properties,
    indices: of.indices.map(({ name, caseType, target, relationship }) => ({
      name,
      case_type: caseType,
      target,
      relationship,
    })),
  };
}

function instant(date: string, timeZone: string): string | null {
  const parsed = parseDate(date, timeZone, 'commcare');
  return parsed === undefined ? null : new Date(parsed.time).toISOString();
}

/** The stated date as ours, where both are the same but for a millisecond that the reference engine loses to rounding. */
function sameInstant(expected: unknown, actual: unknown): unknown {
  if (typeof expected !== 'string' || typeof actual !== 'string') return expected;
  const stated = Date.parse(expected.replace(/([+-]\d\d)$/, '$1:00'));
  return Math.abs(stated - Date.parse(actual)) <= 1 ? actual : expected;
}

/** Some data have the day of the last change and the owner among the properties, as the reference engine stores them. */
function storedProperties(expected: CaseJson, of: Case): Readonly<Record<string, string>> {
  const stated = expected['properties'] ?? {};
  const stored = { last_modified: of.lastModified.slice(0, 10), userid: of.ownerId };
  const named = Object.entries(stored).filter(([name]) => Object.hasOwn(stated, name));
  return { ...of.properties, ...Object.fromEntries(named) };
}

/** The first difference between stated and actual cases, whatever their order. */
export function caseDifference(
  expected: readonly CaseJson[],
  actual: Iterable<Case>,
  timeZone: string,
  placeholders = new Placeholders(),
): string | undefined {
  const left = [...actual].map((of) => ({ of, json: caseJson(of, timeZone) }));
  for (const wanted of expected) {
    const index = left.findIndex(({ json }) => isSameCase(wanted, json, placeholders));
    const [found] = index < 0 ? [] : left.splice(index, 1);
    if (found === undefined) return differs(`case ${wanted.case_id}`, wanted, undefined);
    const actualJson = { ...found.json, properties: storedProperties(wanted, found.of) };
    const stated = comparable(wanted, actualJson);
    const difference = firstDifference(stated, actualJson, `case ${wanted.case_id}`, placeholders);
    if (difference !== undefined) return difference;
  }
  const [more] = left;
  return more === undefined
    ? undefined
    : differs(`case ${more.json.case_id}`, undefined, more.json);
}

/** A generated id says nothing, so that a new case is known by its type and name. */
function isSameCase(wanted: CaseJson, found: CaseJson, placeholders: Placeholders): boolean {
  if (!/^[<{]/.test(wanted.case_id)) return wanted.case_id === found.case_id;
  const sameText = ['case_name', 'case_type'].every((key) =>
    new Placeholders().matches(String(wanted[key] ?? ''), String(found[key] ?? '')),
  );
  return sameText && placeholders.matches(wanted.case_id, found.case_id);
}

const BLANK = ['case_type', 'case_name', 'owner_id', 'external_id', 'category', 'state'];

/** The data tell a blank value from none; cases of ours do not, and neither does XPath. */
function comparable(expected: CaseJson, actual: CaseJson): CaseJson {
  const blanks = BLANK.filter((key) => expected[key] === '').map((key) => [key, null]);
  const dates = DATES.map((key) => [key, sameInstant(expected[key], actual[key])]);
  return { ...expected, ...Object.fromEntries([...blanks, ...dates]) };
}

const DATES = ['date_opened', 'last_modified'];
