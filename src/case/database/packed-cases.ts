import type { Case, CaseIndex } from '../case.ts';
import { packColumn } from './packed-column.ts';
import type { PackedColumn } from './packed-column.ts';

/** The texts that every case has. */
export const CASE_FIELDS = [
  'caseId',
  'caseType',
  'caseName',
  'ownerId',
  'status',
  'dateOpened',
  'lastModified',
  'userId',
  'externalId',
  'category',
  'state',
] as const satisfies readonly (keyof Case)[];

export type CaseField = (typeof CASE_FIELDS)[number];

/** Some cases, column by column. Plain data, fit for IndexedDB: databases on devices hold it, so its shape is not to change. */
export interface PackedCases {
  readonly size: number;
  readonly fields: Readonly<Record<CaseField, PackedColumn>>;
  /** By name, each once. */
  readonly properties: readonly (readonly [name: string, column: PackedColumn])[];
  /** What the indices of a case are called, without their targets: as {@link indexShape} writes it. Few distinct ones. */
  readonly indexShapes: PackedColumn;
  /** Targets of the first index of each case, of the second, and so on. */
  readonly targets: readonly PackedColumn[];
  /** JSON; none for a case without attachments. */
  readonly attachments: PackedColumn;
}

/** Packs cases; they keep their order. */
export function packCases(cases: readonly Case[]): PackedCases {
  return {
    size: cases.length,
    fields: packFields(cases),
    properties: packProperties(cases),
    indexShapes: packColumn(cases.map(({ indices }) => indexShape(indices))),
    targets: packTargets(cases),
    attachments: packColumn(cases.map(({ attachments }) => jsonOf(attachments))),
  };
}

function packFields(cases: readonly Case[]): PackedCases['fields'] {
  const columns = CASE_FIELDS.map((name) => [name, packColumn(cases.map((of) => of[name]))]);
  return Object.fromEntries(columns) as Record<CaseField, PackedColumn>;
}

function packProperties(cases: readonly Case[]): PackedCases['properties'] {
  const columns = new Map<string, (string | undefined)[]>();
  for (let n = 0; n < cases.length; n += 1) {
    const { properties } = cases[n] as Case;
    for (const name in properties) {
      let column = columns.get(name);
      if (column === undefined) columns.set(name, (column = newColumn(cases.length)));
      column[n] = properties[name];
    }
  }
  return Array.from(columns, ([name, values]) => [name, packColumn(values)] as const);
}

function newColumn(size: number): (string | undefined)[] {
  return new Array<string | undefined>(size).fill(undefined);
}

/** The names, types and relationships of indices, as JSON; `undefined` when there are none. {@link readIndexShape} reads it. */
function indexShape(indices: readonly CaseIndex[]): string | undefined {
  return jsonOf(indices.map(({ name, caseType, relationship }) => [name, caseType, relationship]));
}

/** The indices that a shape describes, still without their targets. */
export function readIndexShape(shape: string | undefined): readonly Omit<CaseIndex, 'target'>[] {
  const parts = JSON.parse(shape ?? '[]') as readonly (readonly [string, string, string])[];
  return parts.map(([name, caseType, relationship]) => ({ name, caseType, relationship }));
}

function packTargets(cases: readonly Case[]): PackedColumn[] {
  const most = cases.reduce((count, { indices }) => Math.max(count, indices.length), 0);
  return Array.from({ length: most }, (_, place) =>
    packColumn(cases.map(({ indices }) => indices[place]?.target)),
  );
}

function jsonOf(list: readonly unknown[]): string | undefined {
  return list.length === 0 ? undefined : JSON.stringify(list);
}
