import type { DetailField, DetailSort } from './detail.ts';
import { orderByRanks, rankKeys } from './rank-keys.ts';
import type { SortKey } from './rank-keys.ts';
import type { ListRow } from './screen.ts';

/** What a cell is sorted by: a number for the number types (NaN when it is none), lower-cased text otherwise. */
export function sortKey(sort: DetailSort | undefined, text: string): SortKey {
  if (text === '' || (sort?.type !== 'int' && sort?.type !== 'double')) return text.toLowerCase();
  const number = /^\s*-?(\d+\.?\d*|\.\d+)\s*$/.test(text) ? Number(text) : NaN;
  return sort.type === 'int' ? Math.trunc(number) : number;
}

/**
 * Rows in the order that the app asks for; where it asks for none, by the first column that has a header.
 * Equal rows keep their order.
 */
export function sortRows<Row extends ListRow>(
  rows: readonly Row[],
  fields: readonly DetailField[],
): Row[] {
  const ranks = sortColumns(fields).map((column) =>
    rankKeys(
      rows.map((row) => row.sortKey(column)),
      fields[column]?.sort,
    ),
  );
  return Array.from(orderByRanks(rows.length, ranks), (n) => rows[n] as Row);
}

/** Rows of one group together, groups in the order of their first rows. */
export function groupRows<Row extends ListRow>(rows: readonly Row[]): readonly Row[] {
  if (rows.every(({ group }) => group === undefined)) return rows;
  const groups = new Map<string | undefined, Row[]>();
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
