import type { Directory } from '../../case/ownership/directory.ts';
import type { WrittenRows } from '../sql/write-directory.ts';
import { rowDifferences } from './row-differences.ts';

/** What is different between two directories, by table; a table without any difference is left out. */
export function changedRows(before: Directory, after: Directory): WrittenRows {
  const tables = Object.keys(before) as (keyof Directory)[];
  const differences = tables.map((table) => {
    const { gone, come } = rowDifferences<object>(before[table], after[table]);
    return { table, gone, come };
  });
  const collect = (side: 'gone' | 'come') =>
    Object.fromEntries(
      differences.filter((each) => each[side].length > 0).map((each) => [each.table, each[side]]),
    ) as Partial<Directory>;
  return { gone: collect('gone'), come: collect('come') };
}
