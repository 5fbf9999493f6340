import type { Case, CaseId } from '../case/case.ts';
import type { CaseChunk, PlacedCase } from './schema.ts';

/**
 * Cases lie in up to 256 chunks, by a hash of their id. One record for each of 100,000 cases took 8.2 s to write and
 * 3.5 s to read in Chromium, chunks of some hundred 0.2 to 0.5 s and 0.3 to 1.1 s, and one changed case costs
 * milliseconds either way.
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

/** The chunk after the change. A case that is replaced keeps its place. */
export function changedChunk(chunk: CaseChunk, change: ChunkChange): CaseChunk {
  const cases = new Map<CaseId, PlacedCase>();
  for (const placed of chunk) cases.set(placed.of.caseId, placed);
  for (const { place, of } of change.puts) {
    cases.set(of.caseId, { place: cases.get(of.caseId)?.place ?? place, of });
  }
  for (const id of change.removals) cases.delete(id);
  return [...cases.values()];
}

/** All cases of all chunks, in the order of their arrival. */
export function inOrder(chunks: readonly CaseChunk[]): Case[] {
  const placed = chunks.flat();
  placed.sort((a, b) => a.place - b.place);
  return placed.map(({ of }) => of);
}
