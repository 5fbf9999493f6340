import { createHash, randomBytes } from 'node:crypto';

/** A new opaque session token of 256 random bits, for the cookie. */
export function newSessionToken(): string {
  return randomBytes(32).toString('base64url');
}

/** What the database keeps of a token. */
export function hashSessionToken(token: string): string {
  return createHash('sha256').update(token).digest('base64url');
}
