import type { IDBPDatabase, IDBPTransaction, StoreNames } from 'idb';
import type { Case } from '../case/case.ts';
import { packCases } from '../case/database/packed-cases.ts';
import { ONLY } from './schema.ts';
import type { CaseloadSchema } from './schema.ts';

type Names = StoreNames<CaseloadSchema>[];

/** What an upgrade step works with: the database, and the transaction that reads what is there already. */
export interface UpgradeGround {
  readonly database: IDBPDatabase<CaseloadSchema>;
  readonly transaction: IDBPTransaction<CaseloadSchema, Names, 'versionchange'>;
}

/** Step n leads from version n to version n + 1. Written once, never changed afterwards: devices have run it. */
export const UPGRADES: readonly ((ground: UpgradeGround) => void)[] = [
  createStores,
  packChunks,
  keepMoved,
  keepOpenings,
  countChunks,
];

/** Runs the steps that lead from `oldVersion` (0 for a new database) to `newVersion`. */
export function upgrade(oldVersion: number, newVersion: number, ground: UpgradeGround): void {
  for (const step of UPGRADES.slice(oldVersion, newVersion)) step(ground);
}

/** 0 to 1. */
function createStores({ database }: UpgradeGround): void {
  database.createObjectStore('caseChunks');
  database.createObjectStore('fixtures', { keyPath: 'id' });
  database.createObjectStore('restoreRecord');
  database.createObjectStore('counters');
  database.createObjectStore('outbox', { keyPath: 'instanceId' });
  database.createObjectStore('submissions', { keyPath: 'instanceId' });
  database.createObjectStore('drafts', { keyPath: 'id' });
  database.createObjectStore('draftAttachments');
}

/** 1 to 2: cases were plain, each with its place. */
function packChunks({ transaction }: UpgradeGround): void {
  packEach(transaction).catch(() => transaction.abort());
}

async function packEach(transaction: UpgradeGround['transaction']): Promise<void> {
  const store = transaction.objectStore('caseChunks');
  for (let cursor = await store.openCursor(); cursor; cursor = await cursor.continue()) {
    const placed = cursor.value as unknown as readonly { place: number; of: Case }[];
    const places = Float64Array.from(placed, ({ place }) => place);
    await cursor.update({ places, cases: packCases(placed.map(({ of }) => of)) });
  }
}

/** 2 to 3: what was told of moved cases was gone with the page. */
function keepMoved({ database }: UpgradeGround): void {
  database.createObjectStore('moved', { keyPath: 'caseId' });
}

/** 3 to 4: a draft was opened with whatever form the app had by then. */
function keepOpenings({ database }: UpgradeGround): void {
  database.createObjectStore('draftOpenings');
}

/** 4 to 5: there were 256 chunks, however few cases. */
function countChunks({ transaction }: UpgradeGround): void {
  noteChunks(transaction).catch(() => transaction.abort());
}

async function noteChunks(transaction: UpgradeGround['transaction']): Promise<void> {
  const store = transaction.objectStore('counters');
  const counters = await store.get(ONLY);
  if (counters !== undefined) await store.put({ ...counters, chunks: 256 }, ONLY);
}
