import type { SyncToken } from '../../openrosa/restore.ts';
import type { Credentials, UpstreamClient } from './upstream-client.ts';

/** By this CommCare's servers know clients in a browser. */
const DEVICE = 'WebAppsLogin';
const PATIENCE = 10 * 60 * 1000;

/** Asks for all, or with a token for what has changed, as CommCare's web client does. Throws UpstreamUnreachableError. */
export function askForRestore(
  client: UpstreamClient,
  credentials: Credentials,
  since: SyncToken | undefined,
): Promise<Response> {
  const query = new URLSearchParams({ version: '2.0', device_id: DEVICE });
  const headers: Record<string, string> = { 'X-OpenRosa-DeviceId': DEVICE };
  if (since !== undefined) {
    query.set('since', since);
    headers['X-CommCareHQ-LastSyncToken'] = since;
  }
  return client.ask(credentials, `phone/restore/?${query}`, { headers, patience: PATIENCE });
}
