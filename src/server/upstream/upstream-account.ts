import * as v from 'valibot';

const AccountSchema = v.object({
  username: v.string(),
  password: v.string(),
  userId: v.string(),
  displayName: v.string(),
});

/** Somebody who is signed in, with what the other server asks for. */
export type UpstreamAccount = v.InferOutput<typeof AccountSchema>;

export function writeAccount(account: UpstreamAccount): string {
  return JSON.stringify(account);
}

/** Throws for a text that {@link writeAccount} has not written. */
export function readAccount(text: string): UpstreamAccount {
  return v.parse(AccountSchema, JSON.parse(text));
}
