import { decryptAesGcm, encryptAesGcm } from '../aes-gcm.ts';
import { fromBase64, toBase64, toHex, utf8Bytes, utf8Text } from '../bytes.ts';
import { verifyEd25519 } from '../ed25519.ts';
import type { Evaluator } from '../evaluator.ts';
import type { Frame } from '../frame.ts';
import { md5, sha1 } from '../md5-sha1.ts';
import { sha256, sha512 } from '../sha2.ts';
import { XPathEvaluationError } from '../xpath-error.ts';
import { textFunction, type FunctionDefinition } from './function-definition.ts';

type Digest = (message: readonly number[]) => number[];

const DIGESTS: Readonly<Record<string, Digest>> = {
  MD5: md5,
  SHA1: sha1,
  SHA256: sha256,
  SHA384: (message) => sha512(message, 48),
  SHA512: (message) => sha512(message),
};

/** Digests and signatures of ODK. */
export const odkCrypto: readonly FunctionDefinition[] = [
  textFunction('digest', [2, 3], digest),
  textFunction(
    'base64-decode',
    1,
    (text) => (frame) => utf8Text(fromBase64(text!.text(frame)) ?? []) ?? '',
  ),
  textFunction(
    'extract-signed',
    2,
    (text, key) => (frame) => extractSigned(text!.text(frame), key!.text(frame)),
  ),
];

/** In base64 unless `hex` is asked for. */
function digest(text?: Evaluator, algorithm?: Evaluator, encoding?: Evaluator) {
  return (frame: Frame): string => {
    const name = algorithm!.text(frame);
    const make = DIGESTS[name.toUpperCase().replace('-', '')];
    if (make === undefined) {
      throw new XPathEvaluationError(
        `digest() knows MD5, SHA-1, SHA-256, SHA-384 and SHA-512, not '${name}'`,
      );
    }
    const written = encoding?.text(frame).toLowerCase() ?? 'base64';
    if (written !== 'hex' && written !== 'base64') {
      throw new XPathEvaluationError(`digest() writes 'hex' or 'base64', not '${written}'`);
    }
    const bytes = make(utf8Bytes(text!.text(frame)));
    return written === 'hex' ? toHex(bytes) : toBase64(bytes);
  };
}

const SIGNATURE_LENGTH = 64;

/** The text behind an Ed25519 signature, both together in base64; `''` when it was not signed with that key. */
function extractSigned(text: string, key: string): string {
  const signed = fromBase64(text);
  const publicKey = fromBase64(key);
  if (signed === undefined || publicKey === undefined || signed.length < SIGNATURE_LENGTH)
    return '';
  const message = signed.slice(SIGNATURE_LENGTH);
  const valid = verifyEd25519(signed.slice(0, SIGNATURE_LENGTH), message, publicKey);
  return valid ? (utf8Text(message) ?? '') : '';
}

/** Encryption of CommCare: base64 of the length of the vector, the vector, the cipher text and its tag. */
export const commcareCrypto: readonly FunctionDefinition[] = [
  textFunction(
    'encrypt-string',
    3,
    (text, key, algorithm) => (frame) => {
      const secret = keyOf('encrypt-string', algorithm!, key!, frame);
      const iv = randomBytes(12, frame);
      return toBase64([
        iv.length,
        ...iv,
        ...encryptAesGcm(utf8Bytes(text!.text(frame)), secret, iv),
      ]);
    },
    { volatileArity: Infinity },
  ),
  textFunction('decrypt-string', 3, (text, key, algorithm) => (frame) => {
    const secret = keyOf('decrypt-string', algorithm!, key!, frame);
    return decrypt(text!.text(frame), secret);
  }),
];

function keyOf(name: string, algorithm: Evaluator, key: Evaluator, frame: Frame): number[] {
  const wanted = algorithm.text(frame);
  if (wanted !== 'AES')
    throw new XPathEvaluationError(`${name}() knows 'AES' only, not '${wanted}'`);
  const bytes = fromBase64(key.text(frame));
  if (bytes?.length === 32) return bytes;
  throw new XPathEvaluationError(
    `${name}() needs a key of 256 bits in base64${bytes === undefined ? '' : `, not of ${bytes.length * 8}`}`,
  );
}

function randomBytes(count: number, frame: Frame): number[] {
  const { environment } = frame.scope;
  return Array.from({ length: count }, () => Math.floor(environment.random() * 256));
}

function decrypt(text: string, key: readonly number[]): string {
  const bytes = fromBase64(text) ?? [];
  const [length = 0] = bytes;
  const decrypted =
    length === 12 ? decryptAesGcm(bytes.slice(13), key, bytes.slice(1, 13)) : undefined;
  const plain = decrypted === undefined ? undefined : utf8Text(decrypted, true);
  if (plain !== undefined) return plain;
  throw new XPathEvaluationError(
    'decrypt-string() cannot read the text: it was not encrypted with this key',
  );
}
