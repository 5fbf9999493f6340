import type { CaseReader } from '../case-key.ts';
import type { CaseBlock } from './case-block.ts';
import type { ColumnFinder, Rows } from './case-lookup.ts';
import type { CaseRows } from './case-rows.ts';
import type { HeldCase } from './packed-case.ts';
import type { ColumnReader } from './packed-column.ts';

/** What decides whether a case passes. */
export interface CaseTest {
  /** The value on which alone the test depends. */
  readonly read: CaseReader;
  /** Finds it where it is one packed column. */
  readonly columnOf: ColumnFinder | undefined;
  readonly passes: (of: HeldCase) => boolean;
}

/** Those of the rows whose cases pass a test. It is made once for each value, and a packed value is not even read again. */
export function rowsWhere(rows: Rows, held: CaseRows, test: CaseTest): Rows {
  const byText = new Map<string | undefined, boolean>();
  const byBlock = new Map<CaseBlock, KnownValues | undefined>();
  const passesByText = (row: number): boolean => {
    const of = held.at(row);
    const text = test.read(of);
    const known = byText.get(text) ?? test.passes(of);
    byText.set(text, known);
    return known;
  };
  return rows.filter((row) => {
    const block = held.blockOf(row);
    if (block === undefined) return passesByText(row);
    if (!byBlock.has(block)) byBlock.set(block, knownValues(block, test));
    const values = byBlock.get(block);
    if (values === undefined) return passesByText(row);
    const code = values.column.valueOf(held.numberOf(row)) + 1;
    return (values.passing[code] ??= passesByText(row));
  });
}

/** What is known of the values of one block. */
interface KnownValues {
  readonly column: ColumnReader;
  /** By the number of a value, from 1; that of no value first. */
  readonly passing: (boolean | undefined)[];
}

function knownValues(block: CaseBlock, { columnOf }: CaseTest): KnownValues | undefined {
  const column = columnOf?.(block);
  return column && { column, passing: [] };
}
