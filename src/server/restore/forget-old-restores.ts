import { describeFault } from '../describe-fault.ts';
import type { Services } from '../services.ts';
import { deleteOldSyncTokens } from '../sql/sync-tokens.ts';
import { forgetOldPreparations } from './prepare-restore.ts';

/** More devices of one user than this have to restore in full now and then. */
const TOKENS_PER_USER = 20;

/** Tidies up when a restore has been sent. Never rejects: what stays is forgotten after the next one. */
export async function forgetOldRestores(
  { database, now, log }: Services,
  userId: string,
): Promise<void> {
  try {
    await deleteOldSyncTokens(database, userId, TOKENS_PER_USER);
    await forgetOldPreparations(database, now());
  } catch (error) {
    const message = `Old restores could not be forgotten: ${describeFault(error)}`;
    log({ level: 'warning', message });
  }
}
