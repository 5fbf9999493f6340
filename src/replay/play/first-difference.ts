/** The first line in which two texts differ, as the parts of a divergence; `undefined` when they are the same. */
export function firstDifference(
  kept: string,
  text: string,
): { readonly expected: string; readonly actual: string } | undefined {
  if (kept === text) return undefined;
  const before = kept.split('\n');
  const now = text.split('\n');
  const at = now.findIndex((row, index) => row !== before[index]);
  const index = at < 0 ? now.length : at;
  const place = `in line ${index + 1}`;
  return {
    expected: `${place}: ${(before[index] ?? 'nothing').trim()}`,
    actual: `there is: ${(now[index] ?? 'nothing').trim()}`,
  };
}
