import type { ListRow } from './screen.ts';

/**
 * The rows in which every word of `text` occurs, in whatever column; case and accents do not count. All rows for a
 * blank text.
 */
export function searchRows(rows: readonly ListRow[], text: string): readonly ListRow[] {
  const words = fold(text)
    .split(/\s+/)
    .filter((word) => word !== '');
  if (words.length === 0) return rows;
  return rows.filter((row) => {
    const cells = row.cells.map(fold);
    return words.every((word) => cells.some((cell) => cell.includes(word)));
  });
}

const ASCII = /^[\0-\x7f]*$/;

function fold(text: string): string {
  // Most cells have no accents, and normalizing is what costs.
  if (ASCII.test(text)) return text.toLowerCase();
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}
