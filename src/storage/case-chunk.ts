import type { Case, CaseId } from '../case/case.ts';
import type { PlacedCases } from '../case/database/case-rows.ts';
import { unpackCases } from '../case/database/packed-case.ts';
import { packCases } from '../case/database/packed-cases.ts';
import type { FormChanges } from '../sync/outbox-store.ts';
import type { Counters } from './schema.ts';

/**
 * Cases lie packed in chunks, by a hash of their id: in so many that each holds a few hundred. Of 100,000 cases, a record for each took 9 s
 * to write and 2 to 3 s to read in Chromium on two busy cores; chunks of plain cases 1.2 s and 1.1 s; packed chunks 0.2 s and 0.15 s.
 * One changed case costs milliseconds either way.
 */
export const MOST_CHUNKS = 256;

/** Cases for which a chunk is meant: in smaller ones each column of a few values costs more than the values. */
const CASES_IN_CHUNK = 400;

/** How many chunks so many cases need: a power of two. */
export function chunksFor(cases: number): number {
  let chunks = 1;
  while (chunks < MOST_CHUNKS && cases > chunks * CASES_IN_CHUNK) chunks *= 2;
  return chunks;
}

/** The chunk that a case lies in when there are so many, a power of two. FNV-1a. Never to be changed: databases rest on it. */
export function chunkOf(id: CaseId, chunks: number): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < id.length; index++) {
    hash = Math.imul(hash ^ id.charCodeAt(index), 0x01000193);
  }
  // The low bits alone spread ids badly that differ in their last character only.
  return (hash ^ (hash >>> 8) ^ (hash >>> 16) ^ (hash >>> 24)) & (chunks - 1);
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

/** What a commit is laid out by: how many chunks there are, and the last place that was given out. */
export type ChunkLayout = Pick<Counters, 'chunks' | 'place'>;

/** Changes gathered by the chunk that they concern. */
export function byChunk(
  { puts, removals }: FormChanges,
  { chunks, place }: ChunkLayout,
): ReadonlyMap<number, ChunkChange> {
  const changes = new Map<number, ChunkChange>();
  const changeOf = (id: CaseId): ChunkChange =>
    entryAt(changes, chunkOf(id, chunks), () => ({ puts: [], removals: new Set() }));
  for (const of of puts) changeOf(of.caseId).puts.push({ place: ++place, of });
  for (const id of removals) changeOf(id).removals.add(id);
  return changes;
}

function entryAt<Entry>(entries: Map<number, Entry>, key: number, make: () => Entry): Entry {
  let entry = entries.get(key);
  if (entry === undefined) entries.set(key, (entry = make()));
  return entry;
}

/** The chunk after the change, `undefined` when nothing is left. A case that is replaced keeps its place. */
export function changedChunk(
  chunk: PlacedCases | undefined,
  change: ChunkChange,
): PlacedCases | undefined {
  if (chunk === undefined && change.removals.size === 0) return packed(change.puts);
  const cases = new Map<CaseId, PlacedCase>();
  for (const placed of placedCases(chunk)) cases.set(placed.of.caseId, placed);
  for (const { place, of } of change.puts) {
    cases.set(of.caseId, { place: cases.get(of.caseId)?.place ?? place, of });
  }
  for (const id of change.removals) cases.delete(id);
  return cases.size === 0 ? undefined : packed([...cases.values()]);
}

/** The cases of a chunk by the chunks that they lie in when there are so many; none is without cases. */
export function splitChunk(chunk: PlacedCases, chunks: number): ReadonlyMap<number, PlacedCases> {
  const parts = new Map<number, PlacedCase[]>();
  for (const placed of placedCases(chunk)) {
    entryAt(parts, chunkOf(placed.of.caseId, chunks), () => []).push(placed);
  }
  return new Map(Array.from(parts, ([number, placed]) => [number, packed(placed)]));
}

function placedCases(chunk: PlacedCases | undefined): PlacedCase[] {
  if (chunk === undefined) return [];
  return unpackCases(chunk.cases).map((of, n) => ({ place: chunk.places[n] as number, of }));
}

function packed(placed: readonly PlacedCase[]): PlacedCases {
  const places = Float64Array.from(placed, ({ place }) => place);
  return { places, cases: packCases(placed.map(({ of }) => of)) };
}
