const COLUMNS = 12;

/**
 * The class that gives a question its share of a row: a third for `3-per-row`, a quarter for `short`, half for
 * `medium`; `''` for a whole row.
 */
export function spanOf(appearance: readonly string[]): string {
  const width = spanIn(appearance);
  return width === undefined ? '' : `span span-${width}`;
}

function spanIn(appearance: readonly string[]): number | undefined {
  const perRow = perRowOf(appearance);
  if (perRow !== undefined) return Math.max(1, Math.round(COLUMNS / perRow));
  if (appearance.includes('short')) return 3;
  return appearance.includes('medium') ? 6 : undefined;
}

function perRowOf(appearance: readonly string[]): number | undefined {
  const word = appearance.find((each) => /^\d+-per-row$/.test(each));
  const count = Number.parseInt(word ?? '', 10);
  return count >= 1 && count <= COLUMNS ? count : undefined;
}
