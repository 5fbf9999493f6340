/**
 * The fewest of these lines, in their order, for which `holds` still comes out true: no line can be left out of them alone. By delta
 * debugging (Zeller and Hildebrandt): ever smaller runs of lines are left out as long as that goes well. `holds` has to be true of all of
 * them; it is asked until `isOver`.
 */
export async function fewestLines<T>(
  lines: readonly T[],
  holds: (some: readonly T[]) => Promise<boolean>,
  isOver: () => boolean = () => false,
): Promise<readonly T[]> {
  let kept = lines;
  let size = Math.ceil(kept.length / 2);
  while (size >= 1 && kept.length > 0 && !isOver()) {
    const before = kept.length;
    kept = await withoutRuns(kept, size, holds, isOver);
    if (size > 1) size = Math.ceil(Math.min(size, kept.length) / 2);
    else if (kept.length === before) break;
  }
  return kept;
}

/** From the end on: what comes late in a story leans on what comes early. */
async function withoutRuns<T>(
  lines: readonly T[],
  size: number,
  holds: (some: readonly T[]) => Promise<boolean>,
  isOver: () => boolean,
): Promise<readonly T[]> {
  let kept = lines;
  for (let end = kept.length; end > 0 && !isOver(); end -= size) {
    const some = [...kept.slice(0, Math.max(0, end - size)), ...kept.slice(end)];
    if (some.length < kept.length && (await holds(some))) kept = some;
  }
  return kept;
}
