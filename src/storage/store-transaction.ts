import type { IDBPTransaction, StoreNames } from 'idb';
import type { CaseloadDatabase } from './open-database.ts';
import type { CaseloadSchema } from './schema.ts';
import { asStorageError } from './storage-error.ts';

export type StoreName = StoreNames<CaseloadSchema>;
type Transaction<Mode extends IDBTransactionMode> = IDBPTransaction<
  CaseloadSchema,
  StoreName[],
  Mode
>;
export type Reading = Transaction<'readonly'>;
export type Writing = Transaction<'readwrite'>;

/** What `work` reads, all of one moment. Rejects with `StorageError`. */
export async function readStores<T>(
  database: CaseloadDatabase,
  stores: StoreName[],
  work: (transaction: Reading) => Promise<T>,
): Promise<T> {
  try {
    return await work(database.transaction(stores, 'readonly'));
  } catch (error) {
    throw asStorageError(error);
  }
}

/** Everything that `work` writes, or, when anything fails, nothing. Rejects with `StorageError`. */
export async function writeStores<T>(
  database: CaseloadDatabase,
  stores: StoreName[],
  work: (transaction: Writing) => Promise<T>,
): Promise<T> {
  const transaction = begin(database, stores);
  transaction.done.catch(() => undefined);
  try {
    const result = await work(transaction);
    await transaction.done;
    return result;
  } catch (error) {
    // Asked before the abort: the reason of the browser's own abort, such as a full disk, stands here.
    const reason = transaction.error ?? error;
    abort(transaction);
    throw asStorageError(reason);
  }
}

function begin(database: CaseloadDatabase, stores: StoreName[]): Writing {
  try {
    // Strict: a form that was said to be saved is on the disk when the power fails.
    return database.transaction(stores, 'readwrite', { durability: 'strict' });
  } catch (error) {
    throw asStorageError(error);
  }
}

function abort(transaction: Writing): void {
  try {
    transaction.abort();
  } catch {
    // It has ended already.
  }
}
