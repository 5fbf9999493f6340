import type { Case, CaseId } from '../case/case.ts';
import type { PlacedCases } from '../case/database/case-rows.ts';
import { unpackCases } from '../case/database/packed-case.ts';
import { packCases } from '../case/database/packed-cases.ts';

/**
 * Cases lie packed in up to 256 chunks, by a hash of their id. Of 100,000 cases, a record for each took 9 s to write and 2 to 3 s to read in
 * Chromium on two busy cores; chunks of plain cases 1.2 s and 1.1 s; packed chunks 0.2 s and 0.15 s. One changed case
 * costs milliseconds either way.
 */
export const CHUNKS = 256;

/** The chunk that a case lies in, 0 to 255. FNV-1a. Never to be changed: databases rest on it. */
export function chunkOf(id: CaseId): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < id.length; index++) {
    hash = Math.imul(hash ^ id.charCodeAt(index), 0x01000193);
  }
  // The low bits alone spread ids badly that differ in their last character only.
  return (hash ^ (hash >>> 8) ^ (hash >>> 16) ^ (hash >>> 24)) & (CHUNKS - 1);
}

interface PlacedCase {
  readonly place: number;
  readonly of: Case;
}

/** Changes of one chunk. */
export interface ChunkChange {
  /** Each with the place that it takes when it is new. */
  readonly puts: PlacedCase[];
  readonly removals: Set<CaseId>;
}

/** Changes gathered by the chunk that they concern. `place` is the last that was given out. */
export function byChunk(
  puts: readonly Case[],
  removals: readonly CaseId[],
  place: number,
): ReadonlyMap<number, ChunkChange> {
  const changes = new Map<number, ChunkChange>();
  for (const of of puts) changeAt(changes, of.caseId).puts.push({ place: ++place, of });
  for (const id of removals) changeAt(changes, id).removals.add(id);
  return changes;
}

function changeAt(changes: Map<number, ChunkChange>, id: CaseId): ChunkChange {
  const chunk = chunkOf(id);
  const change = changes.get(chunk) ?? { puts: [], removals: new Set() };
  changes.set(chunk, change);
  return change;
}

/** The chunk after the change, `undefined` when nothing is left. A case that is replaced keeps its place. */
export function changedChunk(
  chunk: PlacedCases | undefined,
  change: ChunkChange,
): PlacedCases | undefined {
  const cases = new Map<CaseId, PlacedCase>();
  for (const placed of placedCases(chunk)) cases.set(placed.of.caseId, placed);
  for (const { place, of } of change.puts) {
    cases.set(of.caseId, { place: cases.get(of.caseId)?.place ?? place, of });
  }
  for (const id of change.removals) cases.delete(id);
  return cases.size === 0 ? undefined : packed([...cases.values()]);
}

function placedCases(chunk: PlacedCases | undefined): PlacedCase[] {
  if (chunk === undefined) return [];
  return unpackCases(chunk.cases).map((of, n) => ({ place: chunk.places[n] as number, of }));
}

function packed(placed: readonly PlacedCase[]): PlacedCases {
  const places = Float64Array.from(placed, ({ place }) => place);
  return { places, cases: packCases(placed.map(({ of }) => of)) };
}
