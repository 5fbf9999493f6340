import * as v from 'valibot';
import type { AppContext } from '../app-environment.ts';
import { jsonOf } from './json-of.ts';

const SignIn = v.object({
  username: v.pipe(v.string(), v.maxLength(200)),
  password: v.pipe(v.string(), v.maxLength(1000)),
});

/** Name and password of a request to sign in; `undefined` for a body that is none. */
export async function readSignIn(
  context: AppContext,
): Promise<v.InferOutput<typeof SignIn> | undefined> {
  const request = v.safeParse(SignIn, await jsonOf(context));
  return request.success ? request.output : undefined;
}

/** Says how to sign in. */
export function badSignIn(context: AppContext): Response {
  const message = 'Send the username and the password as JSON: {"username": "…", "password": "…"}.';
  return context.json({ message }, 400);
}

/** The same for a name that does not exist and a wrong password. */
export function refused(context: AppContext): Response {
  return context.json({ message: 'The username or the password is wrong.' }, 401);
}

/** After too many wrong passwords. */
export function wait(context: AppContext, seconds: number): Response {
  const minutes = Math.ceil(seconds / 60);
  const message = `Too many attempts. Try again in ${minutes} ${minutes === 1 ? 'minute' : 'minutes'}.`;
  return context.json({ message }, 429, { 'Retry-After': String(seconds) });
}
