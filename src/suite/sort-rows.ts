import type { DetailField, DetailSort } from './detail.ts';
import type { ListRow } from './screen.ts';

/** What a cell is sorted by: a number for the number types (NaN when it is none), lower-cased text otherwise. */
export function sortKey(sort: DetailSort | undefined, text: string): string | number {
  if (text === '' || (sort?.type !== 'int' && sort?.type !== 'double')) return text.toLowerCase();
  const number = /^\s*-?(\d+\.?\d*|\.\d+)\s*$/.test(text) ? Number(text) : NaN;
  return sort.type === 'int' ? Math.trunc(number) : number;
}

/**
 * Rows in the order that the app asks for; where it asks for none, by the first column that has a header.
 * Equal rows keep their order.
 */
export function sortRows(rows: readonly ListRow[], fields: readonly DetailField[]): ListRow[] {
  const columns = sortColumns(fields);
  return rows.toSorted((a, b) => {
    for (const column of columns) {
      const difference = compare(a.sortKeys[column], b.sortKeys[column], fields[column]?.sort);
      if (difference !== 0) return difference;
    }
    return 0;
  });
}

/** Rows of one group together, groups in the order of their first rows. */
export function groupRows(rows: readonly ListRow[]): readonly ListRow[] {
  if (rows.every(({ group }) => group === undefined)) return rows;
  const groups = new Map<string | undefined, ListRow[]>();
  for (const row of rows) {
    const group = groups.get(row.group);
    if (group === undefined) groups.set(row.group, [row]);
    else group.push(row);
  }
  return [...groups.values()].flat();
}

function sortColumns(fields: readonly DetailField[]): number[] {
  const ordered = [...fields.keys()]
    .filter((column) => fields[column]?.sort?.order !== undefined)
    .toSorted((a, b) => (fields[a]?.sort?.order ?? 0) - (fields[b]?.sort?.order ?? 0));
  if (ordered.length > 0) return ordered;
  const first = fields.findIndex(
    ({ header }) => header.text !== undefined && !isBlank(header.text),
  );
  return first < 0 ? [] : [first];
}

function isBlank(text: NonNullable<DetailField['header']['text']>): boolean {
  return text.kind === 'plain' && text.text === '';
}

function compare(
  a: string | number | undefined,
  b: string | number | undefined,
  sort: DetailSort | undefined,
): number {
  if (a === b || a === undefined || b === undefined) return 0;
  if (a === '' || b === '') return (a === '') === (sort?.blanksLast ?? true) ? 1 : -1;
  const difference = compareKeys(a, b);
  return sort?.direction === 'descending' ? -difference : difference;
}

/** Not a number stands after all numbers. */
function compareKeys(a: string | number, b: string | number): number {
  const aIsNaN = Number.isNaN(a);
  if (aIsNaN || Number.isNaN(b)) return Number(aIsNaN) - Number(Number.isNaN(b));
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
