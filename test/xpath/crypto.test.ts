import { expect } from 'chai';
import fc from 'fast-check';
import { createCipheriv, createHash, generateKeyPairSync, randomBytes, sign } from 'node:crypto';
import { fromBase64, toBase64 } from '../../src/xpath/base64.ts';
import { evaluate, tree } from './test-scope.ts';

const nowhere = tree('<data/>');
const text = fc.string({ unit: 'grapheme', maxLength: 100 });
const KEY = toBase64(Uint8Array.from({ length: 32 }, (_, i) => i * 7));

function odk(source: string, text = ''): unknown {
  return evaluate(source, nowhere, { dialect: 'odk', variables: { text } });
}

describe('digest()', () => {
  for (const algorithm of ['MD5', 'SHA-1', 'SHA-256', 'SHA-384', 'SHA-512']) {
    it(`by ${algorithm} is that of Node's own implementation`, () => {
      fc.assert(
        fc.property(text, (message) => {
          const expected = createHash(algorithm.replace('-', '')).update(message);
          expect(odk(`digest($text, '${algorithm}', 'hex')`, message)).to.equal(
            expected.digest('hex'),
          );
        }),
        { numRuns: 40 },
      );
    });
  }

  it('is written in base64 unless hexadecimal is asked for, and knows no other way', () => {
    expect(odk("digest('some text', 'MD5')")).to.equal('VS4hzUzZkYZ448Gg30kbww==');
    expect(() => odk("digest('some text', 'MD5', 'octal')")).to.throw("'hex' or 'base64'");
    expect(() => odk("digest('some text', 'MD4')")).to.throw("not 'MD4'");
  });
});

describe('encrypt-string() and decrypt-string()', () => {
  const encrypt = (plain: string) => {
    const iv = randomBytes(12);
    const cipher = createCipheriv('aes-256-gcm', fromBase64(KEY)!, iv);
    const body = Buffer.concat([cipher.update(plain), cipher.final()]);
    return Buffer.concat([Buffer.of(12), iv, body, cipher.getAuthTag()]);
  };

  it('read what they write, whatever the text', () => {
    const source = `decrypt-string(encrypt-string($text, '${KEY}', 'AES'), '${KEY}', 'AES')`;
    fc.assert(
      fc.property(text, (plain) => {
        expect(evaluate(source, nowhere, { variables: { text: plain } })).to.equal(plain);
      }),
      { numRuns: 40 },
    );
  });

  it('read what others encrypt with AES-256-GCM, the vector in front', () => {
    const written = encrypt('Zoë 😀').toString('base64');
    expect(evaluate(`decrypt-string('${written}', '${KEY}', 'AES')`, nowhere)).to.equal('Zoë 😀');
  });

  it('refuse what was changed, what is no such text and a key of another length', () => {
    const changed = encrypt('owner');
    changed[20]! ^= 1;
    for (const written of [changed.toString('base64'), 'AAAA', '', '*']) {
      expect(() => evaluate(`decrypt-string('${written}', '${KEY}', 'AES')`, nowhere)).to.throw(
        'cannot read',
      );
    }
    expect(() => evaluate("encrypt-string('x', 'AAAA', 'AES')", nowhere)).to.throw('256 bits');
  });
});

describe('extract-signed()', () => {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519');
  const key = publicKey.export({ format: 'der', type: 'spki' }).subarray(-32).toString('base64');
  const signature = sign(null, Buffer.from('stock: 12'), privateKey);
  const extract = (signed: Uint8Array, by: string) =>
    odk(`extract-signed('${toBase64(signed)}', '${by}')`);

  it('gives the text behind a signature of the key', () => {
    expect(extract(Buffer.concat([signature, Buffer.from('stock: 12')]), key)).to.equal(
      'stock: 12',
    );
  });

  it('gives nothing when text, signature or key are of another', () => {
    const signed = Buffer.concat([signature, Buffer.from('stock: 12')]);
    expect(extract(Buffer.concat([signature, Buffer.from('stock: 13')]), key)).to.equal('');
    expect(extract(signed.fill(255, 0, 64), key)).to.equal('');
    expect(extract(signature.subarray(1), key)).to.equal('');
    expect(extract(signed, toBase64(new Uint8Array(32).fill(255)))).to.equal('');
    expect(extract(signed, 'AAAA')).to.equal('');
  });
});

describe('base64', () => {
  it('is written and read back', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 50 }), (bytes) => {
        expect(toBase64(bytes)).to.equal(Buffer.from(bytes).toString('base64'));
        expect(fromBase64(toBase64(bytes))).to.deep.equal(bytes);
      }),
    );
  });

  it('that is none gives no bytes, and base64-decode() no text', () => {
    expect(fromBase64('a')).to.equal(undefined);
    expect(odk("base64-decode('Wm/D q w==')")).to.equal('Zoë');
    expect(odk("base64-decode('!')")).to.equal('');
  });
});
