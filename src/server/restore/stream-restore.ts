import type { AppEnvironment } from '../app-environment.ts';
import type { Principal } from '../auth/credential-check.ts';
import { describeFault } from '../describe-fault.ts';
import type { DirectoryCache } from '../directory/directory-cache.ts';
import type { Services } from '../services.ts';
import { buildRestore } from './build-restore.ts';
import type { RestoreOutcome } from './build-restore.ts';
import { forgetOldRestores } from './forget-old-restores.ts';
import type { RestoreRequest } from './restore-request.ts';
import { Spool, SpoolAbandonedError } from './spool.ts';

/** A restore that has begun, or why it has not. */
export type RestoreAnswer =
  | { readonly kind: 'stream'; readonly stream: ReadableStream<Uint8Array> }
  | Exclude<RestoreOutcome, { kind: 'sent' }>;

/**
 * The restore of a user as a stream that begins while the cases are still being read. What goes wrong before it begins is thrown; after
 * that the stream breaks off, and no client takes half a document for a whole one.
 */
export async function streamRestore(
  services: Services,
  directories: DirectoryCache,
  principal: Principal,
  request: RestoreRequest,
  { metrics, log }: Pick<AppEnvironment['Variables'], 'metrics' | 'log'>,
): Promise<RestoreAnswer> {
  const spool = new Spool();
  let caseCount = 0;
  const outcome = await new Promise<RestoreOutcome>((resolve, reject) => {
    const write = (text: string, cases = 0) => {
      resolve({ kind: 'sent' });
      caseCount += cases;
      return spool.write(text);
    };
    const finish = (outcome: RestoreOutcome) => {
      resolve(outcome);
      spool.end();
      if (outcome.kind !== 'sent') return;
      metrics.restored(spool.bytesWritten, caseCount);
      // The client has everything: it neither waits for this nor hears of it.
      void forgetOldRestores(services, principal.user.userId);
    };
    const fail = (error: unknown) => {
      reject(error as Error);
      spool.fail(error);
      if (!(error instanceof SpoolAbandonedError)) {
        log({ level: 'error', message: `A restore broke off: ${describeFault(error)}` });
      }
    };
    buildRestore(services, directories, principal, request, { write }).then(finish, fail);
  });
  if (outcome.kind !== 'sent') return outcome;
  metrics.restoreBegun(request.since === undefined ? 'full' : 'incremental');
  return { kind: 'stream', stream: spool.stream };
}
