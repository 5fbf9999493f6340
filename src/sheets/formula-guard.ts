/**
 * A cell of a CSV file as spreadsheets may safely open it: one that they would take for a formula begins with an apostrophe.
 * {@link unguarded} takes it off again, so that what is written is what is read.
 */
export function guarded(cell: string): string {
  return /^'*[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell;
}

/** The cell without the apostrophe that {@link guarded} put there. */
export function unguarded(cell: string): string {
  return /^'+[=+\-@\t\r]/.test(cell) ? cell.slice(1) : cell;
}
