import type { ColumnFinder } from './database/case-lookup.ts';
import { PackedCase } from './database/packed-case.ts';
import type { CaseField } from './database/packed-cases.ts';
import type { HeldCase } from './database/packed-case.ts';

/**
 * A way to name a value of a case as XPath does, from the `case` element of casedb: `@case_type`, `case_name`,
 * `age`, `index/parent`, `@external_id`.
 */
export type CaseKey = string;

/** Reads the values of one key; none when the case has no such node. */
export type CaseReader = (of: HeldCase) => string | undefined;

/** The reader of a key, or `undefined` for a path that no case has an answer to (`index/parent/@case_type`). */
export function caseReader(key: CaseKey): CaseReader | undefined {
  if (key.startsWith('@')) return ATTRIBUTES.get(key.slice(1));
  if (key.startsWith('index/')) return indexReader(key.slice('index/'.length));
  if (key.includes('/') || UNREADABLE.has(key)) return undefined;
  return FIELDS.get(key) ?? ((of) => propertyOf(of, key));
}

/** Reads what decides on the value of a key, of which there are more: the moment that lies on the day that a date gives. */
export function sourceReader(key: CaseKey): CaseReader | undefined {
  if (key === 'date_opened') return (of) => of.dateOpened;
  if (key === 'last_modified') return (of) => of.lastModified;
  return caseReader(key);
}

/** Children with nodes below them, and dates, whose text depends on the time zone. */
const UNREADABLE: ReadonlySet<string> = new Set([
  'index',
  'attachment',
  'date_opened',
  'last_modified',
]);

const ATTRIBUTES: ReadonlyMap<string, CaseReader> = new Map<string, CaseReader>([
  ['case_id', (of) => of.caseId],
  ['case_type', (of) => of.caseType],
  ['status', (of) => of.status],
  ['owner_id', (of) => of.ownerId],
  ['external_id', (of) => present(of.externalId)],
  ['category', (of) => present(categoryOf(of))],
  ['state', (of) => present(stateOf(of))],
]);

const FIELDS: ReadonlyMap<string, CaseReader> = new Map<string, CaseReader>([
  ['case_name', (of) => of.caseName],
  ['external_id', (of) => present(of.externalId)],
  ['category', (of) => present(of.category)],
  ['state', (of) => present(of.state)],
  // The owner by the name that CommCare stores it under: apps look for a user's own case by it.
  ['userid', (of) => propertyOf(of, 'userid') ?? of.ownerId],
]);

/** Finds the packed column that has the values of a key; `undefined` for a key that is more than one column. */
export function columnOf(key: CaseKey): ColumnFinder | undefined {
  const field = COLUMNS.get(key);
  if (field !== undefined) return (block) => block.column(field);
  const isProperty = !/^@|\//.test(key) && !UNREADABLE.has(key) && !FIELDS.has(key);
  return isProperty ? (block) => block.propertyColumn(key) : undefined;
}

const COLUMNS: ReadonlyMap<CaseKey, CaseField> = new Map([
  ['@case_id', 'caseId'],
  ['@case_type', 'caseType'],
  ['@status', 'status'],
  ['@owner_id', 'ownerId'],
  ['case_name', 'caseName'],
  ['date_opened', 'dateOpened'],
  ['last_modified', 'lastModified'],
]);

function indexReader(name: string): CaseReader | undefined {
  if (name.includes('/')) return undefined;
  return (of) => of.indices.find((index) => index.name === name)?.target;
}

function present(text: string): string | undefined {
  return text === '' ? undefined : text;
}

/** A property, `undefined` when the case has none of that name. */
export function propertyOf(of: HeldCase, name: string): string | undefined {
  if (of instanceof PackedCase) return of.property(name);
  return Object.hasOwn(of.properties, name) ? of.properties[name] : undefined;
}

/** The category, which old apps keep in the property `patient_type`. */
export function categoryOf(of: HeldCase): string {
  return of.category || (propertyOf(of, 'patient_type') ?? '');
}

/** The state, which old apps keep in the property `current_status`. */
export function stateOf(of: HeldCase): string {
  return of.state || (propertyOf(of, 'current_status') ?? '');
}
