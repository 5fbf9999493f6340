import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto';
import { WorkQueue } from './work-queue.ts';

// RFC 7914: N 2^15, r 8 take 32 MiB a hash; scrypt's own limit is just that, so it is raised.
const COST = { N: 2 ** 15, r: 8, p: 3, maxmem: 64 * 2 ** 20 };
const KEY_BYTES = 32;

// Two at once leave threads of Node's pool for files and names; who waits behind 64 others had better come again.
const queue = new WorkQueue(2, 64);

/**
 * The text to keep for a password: `scrypt$N$r$p$salt$key`, base64url, with a random salt. Throws TooBusyError when too
 * many are being computed.
 */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(16);
  const key = await deriveKey(password, salt, COST);
  return ['scrypt', COST.N, COST.r, COST.p, encode(salt), encode(key)].join('$');
}

/** Whether `password` is the one that `hash` was made from. A hash of a form that is not ours matches nothing. */
export async function verifyPassword(password: string, hash: string): Promise<boolean> {
  const [scheme, N, r, p, salt, key] = hash.split('$');
  if (scheme !== 'scrypt' || salt === undefined || key === undefined) return false;
  const cost = { ...COST, N: Number(N), r: Number(r), p: Number(p) };
  const expected = Buffer.from(key, 'base64url');
  const actual = await deriveKey(password, Buffer.from(salt, 'base64url'), cost);
  return expected.length === actual.length && timingSafeEqual(expected, actual);
}

/** A hash that no password has: checking against it takes as long as for a user who exists. */
export const NOBODYS_HASH = [
  'scrypt',
  COST.N,
  COST.r,
  COST.p,
  encode(randomBytes(16)),
  encode(randomBytes(KEY_BYTES)),
].join('$');

function deriveKey(password: string, salt: Buffer, cost: typeof COST): Promise<Buffer> {
  // The same letters can be typed composed or decomposed (é as one character or two).
  const text = password.normalize('NFKC');
  return queue.run(
    () =>
      new Promise((resolve, reject) => {
        scrypt(text, salt, KEY_BYTES, cost, (error, key) =>
          error === null ? resolve(key) : reject(error),
        );
      }),
  );
}

function encode(bytes: Buffer): string {
  return bytes.toString('base64url');
}
