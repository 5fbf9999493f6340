import { sha512 } from './sha2.ts';

const P = 2n ** 255n - 19n;
const ORDER = 2n ** 252n + 27742317777372353535851937790883648493n;
const D = mod(-121665n * inverse(121666n));
const ROOT = power(2n, (P - 1n) / 4n);

/** A point in extended coordinates: x = X/Z, y = Y/Z, T = XY/Z. */
type Point = readonly [x: bigint, y: bigint, z: bigint, t: bigint];

const ZERO: Point = [0n, 1n, 1n, 0n];

/** Whether a signature of 64 bytes is that of the message with the public key of 32 bytes. RFC 8032, section 5.1.7. */
export function verifyEd25519(
  signature: readonly number[],
  message: readonly number[],
  publicKey: readonly number[],
): boolean {
  const a = decode(publicKey);
  const r = decode(signature.slice(0, 32));
  const base = decode([0x58, ...new Array<number>(31).fill(0x66)]);
  const s = littleEndian(signature.slice(32));
  if (a === undefined || r === undefined || base === undefined || s >= ORDER) return false;
  const k = littleEndian(sha512([...signature.slice(0, 32), ...publicKey, ...message])) % ORDER;
  return same(multiply(base, s), add(r, multiply(a, k)));
}

function decode(bytes: readonly number[]): Point | undefined {
  if (bytes.length !== 32) return undefined;
  const encoded = littleEndian(bytes);
  const y = encoded & (2n ** 255n - 1n);
  const squared = mod(mod(y * y - 1n) * inverse(mod(D * y * y + 1n)));
  const x = squareRoot(squared);
  if (x === undefined || y >= P || (x === 0n && encoded >> 255n === 1n)) return undefined;
  const signed = (x & 1n) === encoded >> 255n ? x : P - x;
  return [signed, y, 1n, mod(signed * y)];
}

function squareRoot(value: bigint): bigint | undefined {
  const root = power(value, (P + 3n) / 8n);
  for (const candidate of [root, mod(root * ROOT)]) {
    if (mod(candidate * candidate) === value) return candidate;
  }
  return undefined;
}

function add([x1, y1, z1, t1]: Point, [x2, y2, z2, t2]: Point): Point {
  const a = mod((y1 - x1) * (y2 - x2));
  const b = mod((y1 + x1) * (y2 + x2));
  const c = mod(2n * t1 * t2 * D);
  const d = mod(2n * z1 * z2);
  const [e, f, g, h] = [b - a, d - c, d + c, b + a];
  return [mod(e * f), mod(g * h), mod(f * g), mod(e * h)];
}

function multiply(point: Point, by: bigint): Point {
  let result = ZERO;
  let doubled = point;
  for (let left = by; left > 0n; left >>= 1n) {
    if (left & 1n) result = add(result, doubled);
    doubled = add(doubled, doubled);
  }
  return result;
}

function same([x1, y1, z1]: Point, [x2, y2, z2]: Point): boolean {
  return mod(x1 * z2 - x2 * z1) === 0n && mod(y1 * z2 - y2 * z1) === 0n;
}

function littleEndian(bytes: readonly number[]): bigint {
  return bytes.reduceRight((value, byte) => (value << 8n) | BigInt(byte), 0n);
}

function inverse(value: bigint): bigint {
  return power(value, P - 2n);
}

function power(base: bigint, exponent: bigint): bigint {
  let result = 1n;
  let squared = mod(base);
  for (let left = exponent; left > 0n; left >>= 1n) {
    if (left & 1n) result = mod(result * squared);
    squared = mod(squared * squared);
  }
  return result;
}

function mod(value: bigint): bigint {
  const rest = value % P;
  return rest < 0n ? rest + P : rest;
}
