import type { MiddlewareHandler } from 'hono';
import type { AppEnvironment } from '../app-environment.ts';
import type { Services } from '../services.ts';
import type { CredentialCheck } from './credential-check.ts';
import { requireOperator } from './require-operator.ts';
import { requireAdmin, requireBasic, requireSession } from './require-principal.ts';

/**
 * `user`: a session. `admin`: one with an administrator's rights. `actor`: an administrator's own, also while it works as somebody
 * else. `client`: HTTP Basic in the project of the address, or a session there. `operator`: whatever watches over the server.
 */
export type Access = 'anyone' | 'user' | 'admin' | 'actor' | 'client' | 'operator';

/**
 * Who may use which addresses. The first row that fits counts, so a new address below `/api` is closed to strangers
 * before anybody thinks of it.
 */
export const ACCESS: readonly { readonly path: string; readonly who: Access }[] = [
  { path: '/api/sign-in', who: 'anyone' },
  { path: '/api/sign-out', who: 'anyone' },
  { path: '/api/session/acting', who: 'actor' },
  { path: '/api/admin/*', who: 'admin' },
  { path: '/api/*', who: 'user' },
  { path: '/a/*', who: 'client' },
  { path: '/metrics', who: 'operator' },
  // The web app itself, and whether the server is well.
  { path: '/*', who: 'anyone' },
];

/** Who may use an address. */
export function accessTo(address: string): Access {
  const rule = ACCESS.find(({ path }) => fits(path, address));
  return rule?.who ?? 'admin';
}

function fits(path: string, address: string): boolean {
  return path.endsWith('*') ? address.startsWith(path.slice(0, -1)) : address === path;
}

/** Lets nobody through to a handler whom the table does not name; the handler finds the others in `context.var.principal`. */
export function guard(
  services: Services,
  credentials: CredentialCheck,
): MiddlewareHandler<AppEnvironment> {
  const guards: Readonly<Record<Access, MiddlewareHandler<AppEnvironment>>> = {
    anyone: (_context, next) => next(),
    user: requireSession(services),
    admin: requireAdmin(services, ({ user }) => user),
    actor: requireAdmin(services, ({ user, actor }) => actor ?? user),
    client: requireBasic(services, credentials),
    operator: requireOperator(services.metricsToken),
  };
  return (context, next) => guards[accessTo(context.req.path)](context, next);
}
