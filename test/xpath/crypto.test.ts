import { expect } from 'chai';
import fc from 'fast-check';
import { createCipheriv, createHash } from 'node:crypto';
import { decryptAesGcm, encryptAesGcm } from '../../src/xpath/aes-gcm.ts';
import { fromBase64, toBase64, toHex, utf8Bytes, utf8Text } from '../../src/xpath/bytes.ts';
import { verifyEd25519 } from '../../src/xpath/ed25519.ts';
import { md5, sha1 } from '../../src/xpath/md5-sha1.ts';
import { sha256, sha512 } from '../../src/xpath/sha2.ts';
import { evaluate, tree } from './test-scope.ts';

const messages = fc.uint8Array({ maxLength: 300 }).map((bytes) => [...bytes]);
const nowhere = tree('<data/>');
const KEY = toBase64(Array.from({ length: 32 }, (_, i) => i * 7));

describe('a digest', () => {
  for (const [name, digest] of Object.entries({
    md5,
    sha1,
    sha256,
    sha384: (message: number[]) => sha512(message, 48),
    sha512: (message: number[]) => sha512(message),
  })) {
    it(`by ${name} is that of Node's own implementation`, () => {
      fc.assert(
        fc.property(messages, (message) => {
          expect(toHex(digest(message))).to.equal(
            createHash(name).update(Uint8Array.from(message)).digest('hex'),
          );
        }),
        { numRuns: 60 },
      );
    });
  }
});

describe('AES-256-GCM', () => {
  const bytes = (length: number) =>
    fc.uint8Array({ minLength: length, maxLength: length }).map((found) => [...found]);

  it('encrypts as Node does, and decrypts its own', () => {
    fc.assert(
      fc.property(messages, bytes(32), bytes(12), (message, key, iv) => {
        const cipher = createCipheriv('aes-256-gcm', Uint8Array.from(key), Uint8Array.from(iv));
        const body = [...cipher.update(Uint8Array.from(message)), ...cipher.final()];
        expect(encryptAesGcm(message, key, iv)).to.deep.equal([...body, ...cipher.getAuthTag()]);
        expect(decryptAesGcm(encryptAesGcm(message, key, iv), key, iv)).to.deep.equal(message);
      }),
      { numRuns: 40 },
    );
  });

  it('refuses what was changed', () => {
    const key = fromBase64(KEY)!;
    const iv = new Array<number>(12).fill(3);
    const encrypted = encryptAesGcm(utf8Bytes('owner'), key, iv);
    encrypted[0]! ^= 1;
    expect(decryptAesGcm(encrypted, key, iv)).to.equal(undefined);
  });

  it('is what encrypt-string() writes and decrypt-string() reads', () => {
    const source = `decrypt-string(encrypt-string('Zoë 😀', '${KEY}', 'AES'), '${KEY}', 'AES')`;
    expect(evaluate(source, nowhere)).to.equal('Zoë 😀');
    expect(() => evaluate(`decrypt-string('AAAA', '${KEY}', 'AES')`, nowhere)).to.throw(
      'cannot read',
    );
    expect(() => evaluate("encrypt-string('x', 'AAAA', 'AES')", nowhere)).to.throw('256 bits');
  });
});

describe('Ed25519', () => {
  const hex = (text: string) => text.match(/../g)!.map((pair) => parseInt(pair, 16));
  const publicKey = hex('3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c');
  const signature = hex(
    '92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da' +
      '085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00',
  );

  it('knows the second signature of RFC 8032, and no other for it', () => {
    expect(verifyEd25519(signature, [0x72], publicKey)).to.be.true;
    expect(verifyEd25519(signature, [0x73], publicKey)).to.be.false;
    expect(verifyEd25519([...signature.slice(0, 63), 1], [0x72], publicKey)).to.be.false;
  });

  it('is what extract-signed() asks before it gives the text', () => {
    const signed = toBase64([...signature, 0x72]);
    const key = toBase64(publicKey);
    expect(evaluate(`extract-signed('${signed}', '${key}')`, nowhere, { dialect: 'odk' })).to.equal(
      'r',
    );
    expect(
      evaluate(`extract-signed('${toBase64([...signature, 0x73])}', '${key}')`, nowhere, {
        dialect: 'odk',
      }),
    ).to.equal('');
  });
});

describe('bytes', () => {
  it('are written in base64 and UTF-8 and read back', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(toBase64(utf8Bytes(text))).to.equal(Buffer.from(text).toString('base64'));
        expect(utf8Text(fromBase64(toBase64(utf8Bytes(text)))!)).to.equal(text);
      }),
    );
  });

  it('that are no UTF-8 are marked', () => {
    expect(utf8Text([0x61, 0xff, 0xc0, 0x80])).to.equal('a\uFFFD\uFFFD\uFFFD');
    expect(utf8Text([0xed, 0xa0, 0x80], true)).to.equal(undefined);
  });
});
