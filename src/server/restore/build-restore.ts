import type { RestorePending } from '../../openrosa/restore-pending.ts';
import type { Principal } from '../auth/credential-check.ts';
import type { DirectoryCache } from '../directory/directory-cache.ts';
import type { Services } from '../services.ts';
import { findPreparation } from '../sql/restore-preparations.ts';
import type { Preparation, PreparationKey } from '../sql/restore-preparations.ts';
import { deleteSyncToken, findSyncToken } from '../sql/sync-tokens.ts';
import type { SyncTokenRow } from '../sql/sync-tokens.ts';
import { beginPreparation, prepare } from './prepare-restore.ts';
import { RESTORE_LIMITS } from './restore-limits.ts';
import type { RestoreRequest } from './restore-request.ts';
import type { RestoreSubject } from './restore-subject.ts';
import { writeMoment } from './write-moment.ts';
import type { RestoreSink } from './write-moment.ts';

/** What became of a request; only where it was sent has anything been written. */
export type RestoreOutcome =
  | { readonly kind: 'sent' }
  /** The token is not one of the user's, or the client holds something else than it stands for. */
  | { readonly kind: 'outOfStep' }
  /** It is large, and not ready: the client is to ask again. */
  | ({ readonly kind: 'pending' } & RestorePending);

/**
 * Writes the restore of a user as XML: everything, or with a token only what has changed since. A large one is prepared first, by as many
 * requests as it takes. Whatever was prepared: what is sent is what the user may hold at the moment when it is sent.
 */
export async function buildRestore(
  services: Services,
  directories: DirectoryCache,
  principal: Principal,
  request: RestoreRequest,
  sink: RestoreSink,
): Promise<RestoreOutcome> {
  const { database, now, restoreLimits = RESTORE_LIMITS } = services;
  const deadline = now() + restoreLimits.patience;
  const base = await findBase(services, principal, request);
  if (base === 'unknown') return { kind: 'outOfStep' };
  const directory = await directories.of(principal.project);
  const subject: RestoreSubject = { services, principal, directory, request, base, deadline };
  // The client has shown that it holds `base`; it will not come back with the one before.
  if (base?.previous) await deleteSyncToken(database, principal.user.userId, base.previous);
  return sendOrPrepare(subject, await findPreparation(database, keyOf(subject)), sink);
}

async function findBase(
  { database }: Services,
  { user }: Principal,
  { since }: RestoreRequest,
): Promise<SyncTokenRow | 'unknown' | undefined> {
  if (since === undefined) return undefined;
  return (await findSyncToken(database, user.userId, since)) ?? 'unknown';
}

function keyOf({ principal, request, base }: RestoreSubject): PreparationKey {
  const { userId } = principal.user;
  return { userId, audience: request.audience, base: base?.token ?? '' };
}

/** What is prepared is sent when it is ready; what turns out to be large is prepared. */
async function sendOrPrepare(
  subject: RestoreSubject,
  preparation: Preparation | undefined,
  sink: RestoreSink,
): Promise<RestoreOutcome> {
  const { services, principal, request, deadline } = subject;
  const source = { projectId: principal.project.projectId, audience: request.audience, deadline };
  const pending = preparation && (await prepare(services, preparation, source));
  if (pending !== undefined) return { kind: 'pending', ...pending };
  const outcome = await services.database.transaction((queries) =>
    writeMoment(queries, subject, preparation, sink),
  );
  if (outcome.kind !== 'large') return outcome;
  const begun = await beginPreparation(services, keyOf(subject), outcome.caseIds);
  return sendOrPrepare(subject, begun, sink);
}
