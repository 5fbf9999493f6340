import type { Case } from '../../case/case.ts';
import { categoryOf, stateOf } from '../../case/case-key.ts';
import { parseDate } from '../../xpath/date-text.ts';
import { differs, firstDifference, Placeholders, RANDOM } from './compare-values.ts';

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

/** Some data have the day of the last change, the owner, external id, category and state among the properties, as the reference engine stores them. */
function storedProperties(expected: CaseJson, of: Case): Readonly<Record<string, string>> {
  const stated = expected['properties'] ?? {};
  const stored = {
    last_modified: of.lastModified.slice(0, 10),
    userid: of.ownerId,
    external_id: of.externalId,
    category: of.category,
    state: of.state,
  };
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
  for (const wanted of vaguestLast(expected)) {
    const found = takeMatch(wanted, left, placeholders);
    if (found === undefined) return differs(`case ${wanted.case_id}`, wanted, undefined);
    const difference = oneDifference(wanted, found, placeholders);
    if (difference !== undefined) return difference;
  }
  const [more] = left;
  return more === undefined
    ? undefined
    : differs(`case ${more.json.case_id}`, undefined, more.json);
}

/** A case of which much is random fits many: it takes what the others leave. */
function vaguestLast(cases: readonly CaseJson[]): CaseJson[] {
  const unknowns = (of: CaseJson) => JSON.stringify(of).split(RANDOM).length;
  return cases.toSorted((a, b) => unknowns(a) - unknowns(b));
}

interface FoundCase {
  readonly of: Case;
  readonly json: CaseJson;
}

/** Takes the case that is meant out of those left: one that agrees in all, if there is one. */
function takeMatch(
  wanted: CaseJson,
  left: FoundCase[],
  placeholders: Placeholders,
): FoundCase | undefined {
  const same = left.filter(({ json }) => isSameCase(wanted, json));
  const agreeing = same.find((found) => !oneDifference(wanted, found, new Placeholders()));
  const match = agreeing ?? same[0];
  if (match === undefined || !placeholders.matches(wanted.case_id, match.json.case_id))
    return undefined;
  left.splice(left.indexOf(match), 1);
  return match;
}

function oneDifference(
  wanted: CaseJson,
  { of, json }: FoundCase,
  placeholders: Placeholders,
): string | undefined {
  const actual = { ...json, properties: storedProperties(wanted, of) };
  return firstDifference(
    comparable(wanted, actual),
    actual,
    `case ${wanted.case_id}`,
    placeholders,
  );
}

/** A generated id says nothing, so that a new case is known by its type and name. */
function isSameCase(wanted: CaseJson, found: CaseJson): boolean {
  if (!/^[<{]/.test(wanted.case_id)) return wanted.case_id === found.case_id;
  return ['case_name', 'case_type'].every((key) =>
    new Placeholders().matches(String(wanted[key] ?? ''), String(found[key] ?? '')),
  );
}

const BLANK = ['case_type', 'case_name', 'owner_id', 'external_id', 'category', 'state'];

/** The data tell a blank value from none; cases of ours do not, and neither does XPath. */
function comparable(expected: CaseJson, actual: CaseJson): CaseJson {
  const blanks = BLANK.filter((key) => expected[key] === '').map((key) => [key, null]);
  const dates = DATES.map((key) => [key, sameInstant(expected[key], actual[key])]);
  return { ...expected, ...Object.fromEntries([...blanks, ...dates]) };
}

const DATES = ['date_opened', 'last_modified'];
