import type { Draft } from './draft.ts';
import type { UnsentForm } from './unsent-form.ts';

/** What the host reads from the store for the frame and its side pages. */
export interface DeviceState {
  readonly unsent: readonly UnsentForm[];
  readonly drafts: readonly Draft[];
  readonly offline: boolean;
  readonly lastSync: Date | undefined;
  /** instanceIDs that the server has confirmed since the page was opened. */
  readonly sent: readonly string[];
  /** Cases that have moved to another owner, as long as nobody has said that it is read. */
  readonly moved: readonly MovedCase[];
}

/** A case that is not on this computer any more, and who has it now as far as that is known. */
export interface MovedCase {
  readonly caseId: string;
  readonly name: string;
  readonly newOwner: string | undefined;
}

/** Nothing is held, nothing has happened. */
export const emptyDevice: DeviceState = {
  unsent: [],
  drafts: [],
  offline: false,
  lastSync: undefined,
  sent: [],
  moved: [],
};
