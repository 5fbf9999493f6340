import { hashPassword } from './password.ts';

/** The rest of the hashing places belong to those who sign in meanwhile. */
const AT_ONCE = 2;

/** What to keep of many passwords, in their order; it takes its time, and lets others in between. */
export async function hashPasswords(
  passwords: readonly string[],
  hash: (password: string) => Promise<string> = hashPassword,
): Promise<string[]> {
  const hashes: string[] = [];
  const waiting = passwords.entries();
  const hashNext = async () => {
    for (const [index, password] of waiting) hashes[index] = await hash(password);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, hashNext));
  return hashes;
}
