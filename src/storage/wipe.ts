import { deleteDB } from 'idb';
import { asStorageError } from './storage-error.ts';

/**
 * Deletes the database of a user with everything in it: cases, forms that wait, drafts. Other tabs' connections close by
 * themselves; `blocked` is called when one does not, and the wipe then waits for that tab to be closed.
 */
export async function wipe(name: string, blocked?: () => void): Promise<void> {
  try {
    await deleteDB(name, { blocked: () => blocked?.() });
  } catch (error) {
    throw asStorageError(error);
  }
}
