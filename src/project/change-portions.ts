import type { ProjectChange } from './project-change.ts';

/** Hashing a password takes a fraction of a second on purpose, and a request should not take minutes. */
const PASSWORDS_AT_ONCE = 20;

/** Changes as they are made: everything that belongs together at once, then passwords a few at a time, if there are many. */
export interface ChangePortions {
  readonly first: readonly ProjectChange[];
  readonly passwords: readonly (readonly ProjectChange[])[];
}

/** Until its password follows, a new user cannot sign in; the same list can be made again when it was broken off. */
export function changePortions(changes: readonly ProjectChange[]): ChangePortions {
  const passwords = changes.filter(({ kind }) => kind === 'user.password');
  if (passwords.length <= PASSWORDS_AT_ONCE) return { first: changes, passwords: [] };
  const portions = Array.from({ length: Math.ceil(passwords.length / PASSWORDS_AT_ONCE) }, (_, n) =>
    passwords.slice(n * PASSWORDS_AT_ONCE, (n + 1) * PASSWORDS_AT_ONCE),
  );
  return { first: changes.filter(({ kind }) => kind !== 'user.password'), passwords: portions };
}
