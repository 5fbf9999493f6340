import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import type { AppContext } from '../app-environment.ts';
import { seal, unseal } from '../auth/sealed.ts';
import { hashSessionToken, newSessionToken } from '../auth/session-token.ts';
import { isHttps } from '../request-origin.ts';
import type { Services } from '../services.ts';
import {
  deleteExpiredUpstreamSessions,
  deleteUpstreamSession,
  extendUpstreamSession,
  findUpstreamSession,
  insertUpstreamSession,
} from '../sql/upstream-sessions.ts';
import type { UpstreamAccount } from './upstream-account.ts';
import { readAccount, writeAccount } from './upstream-account.ts';

const COOKIE = 'caseload_upstream';
const DAY = 24 * 60 * 60;
const LIFETIME_SECONDS = 30 * DAY;

/**
 * Sessions of people whose password another server checks. It asks for the password with each request, so it is kept, sealed with the
 * session's token: the database has no token, and the browser has no password.
 */
export class UpstreamSessions {
  readonly #services: Services;

  constructor(services: Services) {
    this.#services = services;
  }

  async start(context: AppContext, account: UpstreamAccount): Promise<void> {
    const { database, now } = this.#services;
    const token = newSessionToken();
    await deleteExpiredUpstreamSessions(database, new Date(now()));
    await insertUpstreamSession(database, {
      tokenHash: hashSessionToken(token),
      sealed: seal(writeAccount(account), token),
      expiresAt: this.#expiry(),
    });
    this.#sendCookie(context, token);
  }

  /** Who is signed in; the session is made to last longer. */
  async read(context: AppContext): Promise<UpstreamAccount | undefined> {
    const token = getCookie(context, COOKIE);
    if (token === undefined) return undefined;
    const { database, now } = this.#services;
    const tokenHash = hashSessionToken(token);
    const session = await findUpstreamSession(database, tokenHash, new Date(now()));
    if (session === undefined) return undefined;
    if (session.expiresAt.getTime() - now() < (LIFETIME_SECONDS - DAY) * 1000) {
      await extendUpstreamSession(database, tokenHash, this.#expiry());
      this.#sendCookie(context, token);
    }
    return readAccount(unseal(session.sealed, token));
  }

  async end(context: AppContext): Promise<void> {
    const token = getCookie(context, COOKIE);
    if (token === undefined) return;
    await deleteUpstreamSession(this.#services.database, hashSessionToken(token));
    deleteCookie(context, COOKIE, { path: '/' });
  }

  #expiry(): Date {
    return new Date(this.#services.now() + LIFETIME_SECONDS * 1000);
  }

  #sendCookie(context: AppContext, token: string): void {
    setCookie(context, COOKIE, token, {
      httpOnly: true,
      sameSite: 'Lax',
      path: '/',
      maxAge: LIFETIME_SECONDS,
      secure: isHttps(context, this.#services.trustProxy),
    });
  }
}
