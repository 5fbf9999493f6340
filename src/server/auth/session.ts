import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import type { AppContext } from '../app-environment.ts';
import { isHttps } from '../request-origin.ts';
import type { Services } from '../services.ts';
import { findProjectById } from '../sql/projects.ts';
import {
  deleteExpiredSessions,
  deleteSession,
  extendSession,
  insertSession,
  updateActing,
} from '../sql/sessions.ts';
import type { UserRow } from '../sql/users.ts';
import { findActiveUser, findUserBySession } from '../sql/users.ts';
import type { Principal } from './credential-check.ts';
import { hashSessionToken, newSessionToken } from './session-token.ts';

const COOKIE = 'caseload_session';
const DAY = 24 * 60 * 60;
// Field workers are out of reach for weeks; a session lives as long as it is used once a month.
const LIFETIME_SECONDS = 30 * DAY;

/** Makes a session for `user` and gives its token to the client as a cookie. */
export async function startSession(
  services: Services,
  context: AppContext,
  user: UserRow,
): Promise<void> {
  const token = newSessionToken();
  const createdAt = new Date(services.now());
  await deleteExpiredSessions(services.database, createdAt);
  await insertSession(services.database, {
    tokenHash: hashSessionToken(token),
    userId: user.userId,
    createdAt,
    expiresAt: expiryFrom(services),
  });
  sendCookie(services, context, token);
}

/** The user of the request's session, which is made to last longer; `undefined` when there is none or it has ended. */
export async function readSession(
  services: Services,
  context: AppContext,
): Promise<Principal | undefined> {
  const token = getCookie(context, COOKIE);
  if (token === undefined) return undefined;
  const now = new Date(services.now());
  const user = await findUserBySession(services.database, hashSessionToken(token), now);
  if (user === undefined) return undefined;
  if (user.expiresAt.getTime() - now.getTime() < (LIFETIME_SECONDS - DAY) * 1000) {
    await extendSession(services.database, hashSessionToken(token), expiryFrom(services));
    sendCookie(services, context, token);
  }
  const project = await findProjectById(services.database, user.projectId);
  return project && workingAs(services, { user, project }, user.actingAs ?? undefined);
}

/** Only administrators work as others, and only as long as both may be here: nobody finds themselves back as somebody else. */
async function workingAs(
  { database }: Services,
  own: Principal,
  actingAs: string | undefined,
): Promise<Principal | undefined> {
  if (actingAs === undefined || own.user.role !== 'admin') return own;
  const user = await findActiveUser(database, own.project.projectId, actingAs);
  return user && { ...own, user, actor: own.user };
}

/** Makes the request's session that of another user; `undefined` gives it back to its own. */
export async function setActing(
  services: Services,
  context: AppContext,
  userId: string | undefined,
): Promise<void> {
  const token = getCookie(context, COOKIE);
  if (token !== undefined) await updateActing(services.database, hashSessionToken(token), userId);
}

/** Ends the request's session, if it has one. */
export async function endSession(services: Services, context: AppContext): Promise<void> {
  const token = getCookie(context, COOKIE);
  if (token !== undefined) await deleteSession(services.database, hashSessionToken(token));
  deleteCookie(context, COOKIE, { path: '/' });
}

function expiryFrom(services: Services): Date {
  return new Date(services.now() + LIFETIME_SECONDS * 1000);
}

function sendCookie(services: Services, context: AppContext, token: string): void {
  setCookie(context, COOKIE, token, {
    httpOnly: true,
    sameSite: 'Lax',
    path: '/',
    maxAge: LIFETIME_SECONDS,
    secure: isHttps(context, services.trustProxy),
  });
}
