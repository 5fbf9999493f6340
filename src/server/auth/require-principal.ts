import type { MiddlewareHandler } from 'hono';
import type { AppContext, AppEnvironment } from '../app-environment.ts';
import { addressOf } from '../request-origin.ts';
import { openRosaMessage } from '../routes/openrosa-message.ts';
import type { Services } from '../services.ts';
import type { UserRow } from '../sql/users.ts';
import type { CredentialCheck, CredentialResult, Principal } from './credential-check.ts';
import { readSession } from './session.ts';

/** Lets only signed-in users through to the handler, which finds them in `context.var.principal`. */
export function requireSession(services: Services): MiddlewareHandler<AppEnvironment> {
  return async (context, next) => {
    const principal = await readSession(services, context);
    if (principal === undefined) return context.json({ message: 'Sign in first.' }, 401);
    context.set('principal', principal);
    return next();
  };
}

/** Lets a session through when that user of it is an administrator. */
export function requireAdmin(
  services: Services,
  who: (principal: Principal) => UserRow,
): MiddlewareHandler<AppEnvironment> {
  const session = requireSession(services);
  return (context, next) => {
    return session(context, async () => {
      if (who(context.var.principal).role === 'admin') return next();
      context.res = context.json(
        { message: 'Only administrators of the project may do this.' },
        403,
      );
    });
  };
}

/**
 * The same as {@link requireSession} for addresses that name the project (`/a/:domain/…`): by HTTP Basic, as CommCare's clients sign in, or by a
 * session in that project.
 */
export function requireBasic(
  services: Services,
  credentials: CredentialCheck,
): MiddlewareHandler<AppEnvironment> {
  return async (context, next) => {
    const session = await readSession(services, context);
    if (session !== undefined && session.project.domain === domainIn(context)) {
      context.set('principal', session);
      return next();
    }
    const result = await checkBasic(services, credentials, context);
    if (result.kind !== 'accepted') return answerRefusal(context, result);
    context.set('principal', result.principal);
    return next();
  };
}

async function checkBasic(
  services: Services,
  credentials: CredentialCheck,
  context: AppContext,
): Promise<CredentialResult> {
  const basic = readBasic(context.req.header('Authorization') ?? '');
  if (basic === undefined) return { kind: 'refused' };
  const address = addressOf(context, services.trustProxy);
  return credentials.check({ ...basic, domain: domainIn(context), address });
}

/** The project in `/a/:domain/…`. */
function domainIn(context: AppContext): string | undefined {
  return context.req.path.split('/')[2];
}

/** RFC 7617, with UTF-8. `undefined` for anything else. */
function readBasic(header: string): { username: string; password: string } | undefined {
  const [, encoded] = /^Basic +([A-Za-z0-9+/=_-]+)$/i.exec(header) ?? [];
  if (encoded === undefined) return undefined;
  const [username, ...password] = Buffer.from(encoded, 'base64').toString('utf8').split(':');
  return { username: username ?? '', password: password.join(':') };
}

function answerRefusal(
  context: AppContext,
  result: Exclude<CredentialResult, { kind: 'accepted' }>,
): Response {
  if (result.kind === 'wait') {
    context.header('Retry-After', String(result.seconds));
    return openRosaMessage(context, 429, 'error', 'Too many attempts. Try again later.');
  }
  context.header('WWW-Authenticate', 'Basic realm="Caseload", charset="UTF-8"');
  return openRosaMessage(context, 401, 'error', 'The username or the password is wrong.');
}
