import type { RestoreAudience } from '../../openrosa/write-restore.ts';
import type { SyncToken } from '../../openrosa/restore.ts';
import type { AppContext } from '../app-environment.ts';

/** What a client asks for when it restores. */
export interface RestoreRequest {
  /** What it holds; `undefined` for everything. */
  readonly since: SyncToken | undefined;
  /** A hash of what it really holds, see `caseStateHash`; `undefined` when it does not say. */
  readonly state: string | undefined;
  readonly audience: RestoreAudience;
  /** Whether it wants to know how many parts there are. */
  readonly counted: boolean;
}

/** Reads the parameters of `phone/restore`; at our own address it is our own client that asks. */
export function readRestoreRequest(context: AppContext): RestoreRequest {
  const { since, state, items } = context.req.query();
  return {
    since: since || undefined,
    state,
    audience: context.req.path.startsWith('/api/') ? 'caseload' : 'commcare',
    counted: items === 'true',
  };
}
