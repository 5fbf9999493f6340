import type { CaseStore } from './case-store.ts';
import type { DraftStore } from './draft-store.ts';
import type { OutboxStore } from './outbox-store.ts';

/** Everything that the device keeps for one user in one project, durable. */
export interface UserStore extends CaseStore, OutboxStore, DraftStore {
  /** Nothing may be asked afterwards. */
  close(): void;
}
