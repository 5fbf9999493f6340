import type { Case, CaseId } from '../case/case.ts';
import type { PlacedCases } from '../case/database/case-rows.ts';
import { unpackCases } from '../case/database/packed-case.ts';
import type { WrittenCases } from '../sync/case-store.ts';
import type { FormChanges } from '../sync/outbox-store.ts';
import { byChunk, changedChunk, chunkOf, chunksFor, splitChunk } from './case-chunk.ts';
import type { ChunkChange } from './case-chunk.ts';
import { NO_COUNTERS, ONLY } from './schema.ts';
import type { Counters } from './schema.ts';
import type { Reading, Writing } from './store-transaction.ts';

/** What has been given out so far. */
export async function readCounters(transaction: Reading | Writing): Promise<Counters> {
  return (await transaction.objectStore('counters').get(ONLY)) ?? NO_COUNTERS;
}

/** All cases. Some chunks at a time, so that the page can do other things between them. */
export async function readChunks(transaction: Reading): Promise<PlacedCases[]> {
  const { chunks: end } = await readCounters(transaction);
  const store = transaction.objectStore('caseChunks');
  const chunks: PlacedCases[] = [];
  for (let first = 0; first < end; first += CHUNKS_AT_ONCE) {
    const range = IDBKeyRange.bound(first, first + CHUNKS_AT_ONCE - 1);
    for (const chunk of await store.getAll(range)) chunks.push(chunk);
  }
  return chunks;
}

const CHUNKS_AT_ONCE = 64;

/** The cases of these ids that there are. */
export async function casesById(
  transaction: Reading | Writing,
  ids: readonly CaseId[],
): Promise<Map<CaseId, Case>> {
  const { chunks } = await readCounters(transaction);
  const wanted = new Set(ids);
  const cases = new Map<CaseId, Case>();
  for (const number of new Set(ids.map((id) => chunkOf(id, chunks)))) {
    const chunk = await transaction.objectStore('caseChunks').get(number);
    const found = chunk === undefined ? [] : unpackCases(chunk.cases);
    for (const of of found) if (wanted.has(of.caseId)) cases.set(of.caseId, of);
  }
  return cases;
}

/** Ends a commit: cases and counters. */
export async function writeCases(
  transaction: Writing,
  changes: FormChanges,
  before: Counters,
): Promise<WrittenCases> {
  const counters = await makeRoom(transaction, changes.puts.length, before);
  const blocks = await writeChunks(transaction, byChunk(changes, counters));
  const revision = counters.revision + 1;
  const place = counters.place + changes.puts.length;
  await transaction.objectStore('counters').put({ ...counters, revision, place }, ONLY);
  return { revision, blocks };
}

/** As many chunks as are good for the cases to come. What lies there is spread when they become more. */
async function makeRoom(
  transaction: Writing,
  newCases: number,
  counters: Counters,
): Promise<Counters> {
  if ((await transaction.objectStore('caseChunks').count()) === 0) {
    return { ...counters, place: 0, chunks: chunksFor(newCases) };
  }
  const chunks = Math.max(counters.chunks, chunksFor(counters.place + newCases));
  if (chunks > counters.chunks) await spreadChunks(transaction, chunks);
  return { ...counters, chunks };
}

async function spreadChunks(transaction: Writing, chunks: number): Promise<void> {
  const store = transaction.objectStore('caseChunks');
  for (const number of await store.getAllKeys()) {
    const chunk = await store.get(number);
    const parts = chunk === undefined ? new Map<number, PlacedCases>() : splitChunk(chunk, chunks);
    if (!parts.has(number)) await store.delete(number);
    for (const [part, cases] of parts) await store.put(cases, part);
  }
}

/** Returns all chunks when it has written every one. The disk works on one while the next is packed, and the page gets its turns. */
async function writeChunks(
  transaction: Writing,
  changes: ReadonlyMap<number, ChunkChange>,
): Promise<readonly PlacedCases[] | undefined> {
  const store = transaction.objectStore('caseChunks');
  const untouched = new Set(await store.getAllKeys());
  const written: PlacedCases[] = [];
  let last: Promise<unknown> = Promise.resolve();
  for (const [number, change] of changes) {
    const before = untouched.delete(number) ? await store.get(number) : undefined;
    const after = changedChunk(before, change);
    if (after !== undefined) written.push(after);
    const next = after === undefined ? store.delete(number) : store.put(after, number);
    // It is waited for one turn later, or not at all when the transaction has failed by then.
    next.catch(() => undefined);
    await last;
    last = next;
  }
  await last;
  return untouched.size === 0 ? written : undefined;
}
