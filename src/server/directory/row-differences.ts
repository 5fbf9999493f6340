/** Rows that only the earlier or only the later of two tables has. */
export interface RowDifferences<Row> {
  readonly gone: readonly Row[];
  readonly come: readonly Row[];
}

/**
 * What is different between a table before and after changes that leave each row that stays the same object, and in its order: one pass
 * without an index, because an import asks after every single change.
 */
export function rowDifferences<Row extends object>(
  before: readonly Row[],
  after: readonly Row[],
): RowDifferences<Row> {
  if (before === after) return { gone: [], come: [] };
  const gone: Row[] = [];
  const come: Row[] = [];
  let place = 0;
  for (const [index, row] of before.entries()) {
    if (row === after[place]) {
      place += 1;
      continue;
    }
    gone.push(row);
    const isReplaced = place < after.length && before[index + 1] === after[place + 1];
    if (isReplaced) come.push(after[place++]!);
  }
  // No spread: an import of very many rows would be more arguments than a call takes.
  for (; place < after.length; place += 1) come.push(after[place]!);
  return withoutMoved(gone, come);
}

/** What has only gone elsewhere in the table is not different. */
function withoutMoved<Row extends object>(gone: Row[], come: Row[]): RowDifferences<Row> {
  const [left, arrived] = [new Set(gone), new Set(come)];
  return {
    gone: gone.filter((row) => !arrived.has(row)),
    come: come.filter((row) => !left.has(row)),
  };
}
