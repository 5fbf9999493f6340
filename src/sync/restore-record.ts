import type { Ledgers } from '../case/ledger/ledgers.ts';
import type { Registration, SyncToken } from '../openrosa/restore.ts';

/** What the last restore said about the user, as the device keeps it. Its cases and fixtures are kept apart. */
export interface RestoreRecord {
  readonly registration: Registration;
  /**
   * What the next restore is asked to start from. `undefined` asks for a full one: at the beginning, and whenever the
   * device cannot be sure that it holds what the server believes it holds.
   */
  readonly syncToken: SyncToken | undefined;
  /** Kept from restore to restore; a record of an older version has none. */
  readonly ledgers?: Ledgers;
  /** When the device took it in, milliseconds since 1970-01-01T00:00Z. */
  readonly takenAt: number;
}
