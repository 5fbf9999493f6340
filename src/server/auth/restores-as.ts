import type { AppContext } from '../app-environment.ts';
import type { Services } from '../services.ts';
import { insertAuditEntry } from '../sql/audit.ts';
import { findUserByName } from '../sql/users.ts';
import type { Principal } from './credential-check.ts';

/**
 * Whose restore a request asks for: its user's, or with `as=name@project` that of somebody else, as CommCare's clients do when an
 * administrator logs in as a worker. `undefined` when it may not, or when there is nobody of that name.
 */
export async function restoresAs(
  { database, now }: Services,
  context: AppContext,
): Promise<Principal | undefined> {
  const { principal } = context.var;
  const [username, host] = (context.req.query('as') ?? '').toLowerCase().split('@');
  if (!username) return principal;
  const { user, project } = principal;
  const isHere = host === undefined || host.replace(/\.commcarehq\.org$/, '') === project.domain;
  if (user.role !== 'admin' || !isHere) return undefined;
  const other = await findUserByName(database, project.projectId, username);
  if (other === undefined) return undefined;
  const change = { kind: 'logInAs', userId: other.userId };
  const entry = { at: new Date(now()), userId: user.userId, change, before: null, after: null };
  if (!context.req.query('since')) await insertAuditEntry(database, project.projectId, entry);
  return { user: other, project, actor: user };
}
