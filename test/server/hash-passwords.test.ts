import { expect } from 'chai';
import { hashPasswords } from '../../src/server/auth/hash-passwords.ts';

describe('hashing many passwords', () => {
  it('gives them in their order, and never takes more than two places at once', async () => {
    let running = 0;
    let most = 0;
    const hash = async (password: string) => {
      running += 1;
      most = Math.max(most, running);
      await new Promise((resolve) => setTimeout(resolve, password.length));
      running -= 1;
      return `hash of ${password}`;
    };
    const passwords = Array.from({ length: 100 }, (_, n) => 'x'.repeat((n * 7) % 5));
    const hashes = await hashPasswords(passwords, hash);
    expect(hashes).to.deep.equal(passwords.map((password) => `hash of ${password}`));
    expect(most).to.equal(2);
  });
});
