import { openDB } from 'idb';
import type { IDBPDatabase } from 'idb';
import { SCHEMA_VERSION } from './schema.ts';
import type { CaseloadSchema } from './schema.ts';
import { asStorageError, StorageError } from './storage-error.ts';
import { upgrade } from './upgrades.ts';

export type CaseloadDatabase = IDBPDatabase<CaseloadSchema>;

/** What can happen to a connection that the page has to tell its user. */
export interface DatabaseEvents {
  /** An older version of the app is open in another tab: opening waits until that tab is closed. */
  blocked?(): void;
  /** This connection was closed so that a newer version, or a wipe, in another tab can go on: reload the page. */
  outdated?(): void;
  /** The browser ended the connection, for instance because site data were cleared: reload the page. */
  terminated?(): void;
}

/** Name of the database of one user in one project. Different names never meet. */
export function databaseName(project: string, userId: string): string {
  return `caseload/${encodeURIComponent(project)}/${encodeURIComponent(userId)}`;
}

/** Opens the database and brings it to today's version. Rejects with {@link StorageError}. */
export async function openDatabase(
  name: string,
  events: DatabaseEvents = {},
): Promise<CaseloadDatabase> {
  if (typeof indexedDB === 'undefined') throw new StorageError('unavailable');
  try {
    return await openDB<CaseloadSchema>(name, SCHEMA_VERSION, {
      upgrade: (database, oldVersion, newVersion, transaction) =>
        upgrade(oldVersion, newVersion ?? SCHEMA_VERSION, { database, transaction }),
      blocked: () => events.blocked?.(),
      blocking: (_current, _blocked, event) => {
        (event.target as IDBDatabase).close();
        events.outdated?.();
      },
      terminated: () => events.terminated?.(),
    });
  } catch (error) {
    throw asStorageError(error);
  }
}
