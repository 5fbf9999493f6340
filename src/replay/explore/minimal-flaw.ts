import type { RecordingLine } from '../format/line-shapes.ts';
import type { Recording } from '../format/recording.ts';
import { WORLD_LINES } from '../format/world-lines.ts';
import type { Unplaced } from '../format/write-recording.ts';
import { fewestLines } from '../minimize/fewest-lines.ts';
import type { ReplayHost } from '../play/stage.ts';
import type { FoundFlaw } from './explore.ts';
import type { Flaw } from './flaw.ts';
import { FlawError, Walk } from './walk.ts';

type Line = Unplaced<RecordingLine>;

/**
 * The shortest recording that comes upon the same flaw: header, as much of the world as it takes, and the fewest acts, the last of which
 * fails as long as the flaw is there.
 */
export async function minimalFlaw(
  { flaw, lines }: FoundFlaw,
  world: Recording,
  host: ReplayHost,
  isOver: () => boolean,
): Promise<readonly Line[]> {
  const acts: readonly Line[] = lines.slice(0, -1);
  const fails = async (some: readonly Line[]) =>
    (await flawIn(some, flaw.line, world, host))?.kind === flaw.kind;
  const kept = await fewestLines([...world.lines, ...acts], fails, isOver);
  return [world.header, ...(await asTheyWent(kept, world, host)), flaw.line];
}

/** What goes wrong first when these lines are played, as far as they can be. */
async function flawIn(
  lines: readonly Line[],
  last: Line,
  world: Recording,
  host: ReplayHost,
): Promise<Flaw | undefined> {
  const walk = await begun(lines, world, host);
  if (walk === undefined) return undefined;
  try {
    for (const line of [...lines.filter(isAct), last]) await walk.do(line);
    return undefined;
  } catch (error) {
    if (error instanceof FlawError) return error.flaw;
    throw error;
  } finally {
    walk.end();
  }
}

/** With what became of each line, so that the recording plays up to its last one. */
async function asTheyWent(
  lines: readonly Line[],
  world: Recording,
  host: ReplayHost,
): Promise<readonly Line[]> {
  const walk = await begun(lines, world, host);
  if (walk === undefined) return lines;
  try {
    for (const line of lines.filter(isAct)) await walk.do(line);
  } catch (error) {
    // The last one may be where it shows.
    if (!(error instanceof FlawError)) throw error;
  } finally {
    walk.end();
  }
  return [...lines.filter((line) => !isAct(line)), ...walk.lines];
}

/** `undefined` when the world has something without what it needs, as a location without its level. */
async function begun(
  lines: readonly Line[],
  { header, file }: Recording,
  host: ReplayHost,
): Promise<Walk | undefined> {
  const setUp = lines.filter((line) => !isAct(line));
  const placed = setUp.map((line) => ({ ...line, place: header.place }) as RecordingLine);
  try {
    return await Walk.begin({ header, file, lines: placed }, host);
  } catch {
    return undefined;
  }
}

function isAct({ kind }: Line): boolean {
  return !WORLD_LINES.has(kind);
}
