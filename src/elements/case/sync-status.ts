import type { StateValue } from 'xstate';
import type { DeviceState } from './device-state.ts';

/** What is known about sending and fetching, as it is shown. */
export interface SyncStatus {
  /** Forms that wait to be sent. */
  readonly pending: number;
  /** Forms that the server did not accept, and that wait for a decision. */
  readonly rejected: number;
  readonly offline: boolean;
  readonly syncing: boolean;
  /** When everything was last sent and fetched. */
  readonly lastSync: Date | undefined;
  /** The session has ended: nothing is sent until the user has signed in again. */
  readonly signInNeeded: boolean;
}

/** `sync`: the state of the machine that keeps device and server together. */
export function syncStatusOf(
  { unsent, offline, lastSync }: DeviceState,
  sync: StateValue | undefined,
): SyncStatus {
  const rejected = unsent.filter(({ state }) => state === 'rejected').length;
  return {
    pending: unsent.length - rejected,
    rejected,
    offline,
    syncing: sync === 'syncing',
    lastSync,
    signInNeeded: sync === 'signInNeeded' || sync === 'signingIn',
  };
}
