import { gcm } from '@noble/ciphers/aes.js';
import { ed25519 } from '@noble/curves/ed25519.js';
import { md5, sha1 } from '@noble/hashes/legacy.js';
import { sha256, sha384, sha512 } from '@noble/hashes/sha2.js';
import { bytesToHex, concatBytes, utf8ToBytes } from '@noble/hashes/utils.js';
import { bytesToUtf8 } from '@noble/ciphers/utils.js';
import { fromBase64, toBase64 } from '../base64.ts';
import type { Evaluator } from '../evaluator.ts';
import type { Frame } from '../frame.ts';
import { XPathEvaluationError } from '../xpath-error.ts';
import { textFunction, type FunctionDefinition } from './function-definition.ts';

const DIGESTS: Readonly<Record<string, (message: Uint8Array) => Uint8Array>> = {
  MD5: md5,
  SHA1: sha1,
  SHA256: sha256,
  SHA384: sha384,
  SHA512: sha512,
};

/** Digests and signatures of ODK. */
export const odkCrypto: readonly FunctionDefinition[] = [
  textFunction('digest', [2, 3], digest),
  textFunction('base64-decode', 1, (text) => (frame) => decodedText(text!.text(frame))),
  textFunction(
    'extract-signed',
    2,
    (text, key) => (frame) => extractSigned(text!.text(frame), key!.text(frame)),
  ),
];

function decodedText(text: string): string {
  return bytesToUtf8(fromBase64(text) ?? new Uint8Array());
}

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
    const bytes = make(utf8ToBytes(text!.text(frame)));
    return written === 'hex' ? bytesToHex(bytes) : toBase64(bytes);
  };
}

const SIGNATURE_LENGTH = 64;

/** The text behind an Ed25519 signature, both together in base64; `''` when it was not signed with that key. */
function extractSigned(text: string, key: string): string {
  const signed = fromBase64(text);
  const publicKey = fromBase64(key);
  if (signed === undefined || publicKey?.length !== 32 || signed.length < SIGNATURE_LENGTH)
    return '';
  const message = signed.subarray(SIGNATURE_LENGTH);
  return isSigned(signed.subarray(0, SIGNATURE_LENGTH), message, publicKey)
    ? bytesToUtf8(message)
    : '';
}

/** By RFC 8032. Bytes that are no signature or no key have signed nothing. */
function isSigned(signature: Uint8Array, message: Uint8Array, publicKey: Uint8Array): boolean {
  return ed25519.verify(signature, message, publicKey, { zip215: false });
}

/** Encryption of CommCare: base64 of the length of the vector, the vector, the cipher text and its tag. */
export const commcareCrypto: readonly FunctionDefinition[] = [
  textFunction(
    'encrypt-string',
    3,
    (text, key, algorithm) => (frame) => {
      const secret = keyOf('encrypt-string', algorithm!, key!, frame);
      const iv = randomBytes(12, frame);
      const encrypted = gcm(secret, iv).encrypt(utf8ToBytes(text!.text(frame)));
      return toBase64(concatBytes(Uint8Array.of(iv.length), iv, encrypted));
    },
    { volatileArity: Infinity },
  ),
  textFunction('decrypt-string', 3, (text, key, algorithm) => (frame) => {
    const secret = keyOf('decrypt-string', algorithm!, key!, frame);
    return decrypt(text!.text(frame), secret);
  }),
];

function keyOf(name: string, algorithm: Evaluator, key: Evaluator, frame: Frame): Uint8Array {
  const wanted = algorithm.text(frame);
  if (wanted !== 'AES')
    throw new XPathEvaluationError(`${name}() knows 'AES' only, not '${wanted}'`);
  const bytes = fromBase64(key.text(frame));
  if (bytes?.length === 32) return bytes;
  throw new XPathEvaluationError(
    `${name}() needs a key of 256 bits in base64${bytes === undefined ? '' : `, not of ${bytes.length * 8}`}`,
  );
}

function randomBytes(count: number, frame: Frame): Uint8Array {
  const { environment } = frame.scope;
  return Uint8Array.from({ length: count }, () => Math.floor(environment.random() * 256));
}

/** Throws when the text was not encrypted with this key, or was changed. */
function decrypt(text: string, key: Uint8Array): string {
  try {
    const bytes = fromBase64(text) ?? new Uint8Array();
    const start = 1 + (bytes[0] ?? 0);
    return bytesToUtf8(gcm(key, bytes.slice(1, start)).decrypt(bytes.slice(start)));
  } catch {
    throw new XPathEvaluationError(
      'decrypt-string() cannot read the text: it was not encrypted with this key',
    );
  }
}
