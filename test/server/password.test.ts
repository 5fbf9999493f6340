import { expect } from 'chai';
import { hashPassword, NOBODYS_HASH, verifyPassword } from '../../src/server/auth/password.ts';

describe('password', () => {
  it('matches the hash that was made from it and no other password', async () => {
    const hash = await hashPassword('pässword');
    expect(hash).not.to.contain('pässword');
    expect(await verifyPassword('pässword', hash)).to.equal(true);
    expect(await verifyPassword('pässwore', hash)).to.equal(false);
  });

  it('is the same however its letters are composed', async () => {
    const hash = await hashPassword('caf\u00e9-caf\u00e9');
    expect(await verifyPassword('cafe\u0301-cafe\u0301', hash)).to.equal(true);
  });

  it('gives another hash each time, at a cost that is at least 2^15, 8, 3', async () => {
    const [one, two] = await Promise.all([hashPassword('same'), hashPassword('same')]);
    expect(one).not.to.equal(two);
    const [, N, r, p] = one.split('$').map(Number);
    expect([N, r, p]).to.deep.equal([32768, 8, 3]);
  });

  it('matches nothing when the hash is nobody’s or not ours', async () => {
    expect(await verifyPassword('', NOBODYS_HASH)).to.equal(false);
    expect(await verifyPassword('x', 'plain$x')).to.equal(false);
    expect(await verifyPassword('x', '')).to.equal(false);
  });
});
