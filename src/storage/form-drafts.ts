import { openDB } from 'idb';
import { asStorageError } from './storage-error.ts';

const DATABASE = 'caseload-forms';
const STORE = 'drafts';

/** Unfinished forms of pages that embed them, each as one text by a key. Rejects with `StorageError`. */
export const formDrafts = {
  async read(key: string): Promise<string | undefined> {
    return (await withStore((database) => database.get(STORE, key))) as string | undefined;
  },

  async write(key: string, token: string): Promise<void> {
    await withStore((database) => database.put(STORE, token, key));
  },

  async remove(key: string): Promise<void> {
    await withStore((database) => database.delete(STORE, key));
  },
};

type DraftDatabase = Awaited<ReturnType<typeof openDrafts>>;

const openDrafts = () =>
  openDB(DATABASE, 1, { upgrade: (database) => void database.createObjectStore(STORE) });

/** Opened for each use: forms are kept seldom, and a connection that stays keeps other pages from clearing up. */
async function withStore<Result>(
  use: (database: DraftDatabase) => Promise<Result>,
): Promise<Result> {
  try {
    const database = await openDrafts();
    return await use(database).finally(() => database.close());
  } catch (error) {
    throw asStorageError(error);
  }
}
