const SIXTY_FOUR = 0xffff_ffff_ffff_ffffn;

/** The first bits behind the point of the cube or square roots of primes: the constants of SHA-2 (FIPS 180-4). */
function rootBits(prime: number, root: 2n | 3n, bits: bigint): bigint {
  const scaled = BigInt(prime) << (bits * root);
  let low = 0n;
  let high = 1n << (bits + 5n);
  while (high - low > 1n) {
    const middle = (low + high) >> 1n;
    if (middle ** root <= scaled) low = middle;
    else high = middle;
  }
  return low & ((1n << bits) - 1n);
}

function primes(count: number): number[] {
  const found: number[] = [];
  for (let n = 2; found.length < count; n++) {
    if (found.every((prime) => n % prime !== 0)) found.push(n);
  }
  return found;
}

/** Made when first used: forms that hash are rare. */
let constants32: Int32Array | undefined;
let constants64: readonly bigint[] | undefined;

/** SHA-256. FIPS 180-4. */
export function sha256(message: readonly number[]): number[] {
  constants32 ??= Int32Array.from(primes(64), (prime) => Number(rootBits(prime, 3n, 32n)) | 0);
  const state = Int32Array.from(primes(8), (prime) => Number(rootBits(prime, 2n, 32n)) | 0);
  const bytes = padded(message, 64);
  for (let at = 0; at < bytes.length; at += 64) compress32(state, bytes, at, constants32);
  return [...state].flatMap((word) => [24, 16, 8, 0].map((shift) => (word >>> shift) & 0xff));
}

/** Appends a one bit, zeros and the length in bits, as big-endian hashes want it. */
export function padded(message: readonly number[], block: 64 | 128): number[] {
  const lengthBytes = block / 8;
  const zeros = (2 * block - 1 - lengthBytes - (message.length % block)) % block;
  const bytes = [...message, 0x80, ...new Array<number>(zeros).fill(0)];
  const bits = BigInt(message.length) * 8n;
  for (let i = lengthBytes - 1; i >= 0; i--) bytes.push(Number((bits >> BigInt(8 * i)) & 0xffn));
  return bytes;
}

function compress32(state: Int32Array, bytes: readonly number[], at: number, k: Int32Array): void {
  const w = new Int32Array(64);
  for (let i = 0; i < 16; i++) {
    const b = at + 4 * i;
    w[i] = (bytes[b]! << 24) | (bytes[b + 1]! << 16) | (bytes[b + 2]! << 8) | bytes[b + 3]!;
  }
  for (let i = 16; i < 64; i++) {
    const [x, y] = [w[i - 15]!, w[i - 2]!];
    const s0 = rotate32(x, 7) ^ rotate32(x, 18) ^ (x >>> 3);
    const s1 = rotate32(y, 17) ^ rotate32(y, 19) ^ (y >>> 10);
    w[i] = w[i - 16]! + s0 + w[i - 7]! + s1;
  }
  let [a, b, c, d, e, f, g, h] = state as unknown as number[] as [
    number,
    number,
    number,
    number,
    number,
    number,
    number,
    number,
  ];
  for (let i = 0; i < 64; i++) {
    const s1 = rotate32(e, 6) ^ rotate32(e, 11) ^ rotate32(e, 25);
    const t1 = (h + s1 + ((e & f) ^ (~e & g)) + k[i]! + w[i]!) | 0;
    const s0 = rotate32(a, 2) ^ rotate32(a, 13) ^ rotate32(a, 22);
    const t2 = (s0 + ((a & b) ^ (a & c) ^ (b & c))) | 0;
    [h, g, f, e, d, c, b, a] = [g, f, e, (d + t1) | 0, c, b, a, (t1 + t2) | 0];
  }
  [a, b, c, d, e, f, g, h].forEach((value, i) => (state[i] = state[i]! + value));
}

function rotate32(value: number, by: number): number {
  return (value >>> by) | (value << (32 - by));
}

/** SHA-512, or SHA-384, which is its shortened sister with another start. FIPS 180-4. */
export function sha512(message: readonly number[], length: 64 | 48 = 64): number[] {
  constants64 ??= primes(80).map((prime) => rootBits(prime, 3n, 64n));
  const first = length === 64 ? primes(8) : primes(16).slice(8);
  const state = first.map((prime) => rootBits(prime, 2n, 64n));
  const bytes = padded(message, 128);
  for (let at = 0; at < bytes.length; at += 128) compress64(state, bytes, at, constants64);
  return state.flatMap((word) => bytesOf(word)).slice(0, length);
}

function bytesOf(word: bigint): number[] {
  return [56n, 48n, 40n, 32n, 24n, 16n, 8n, 0n].map((shift) => Number((word >> shift) & 0xffn));
}

function compress64(
  state: bigint[],
  bytes: readonly number[],
  at: number,
  k: readonly bigint[],
): void {
  const w: bigint[] = [];
  for (let i = 0; i < 16; i++) {
    w.push(
      bytes
        .slice(at + 8 * i, at + 8 * i + 8)
        .reduce((word, byte) => (word << 8n) | BigInt(byte), 0n),
    );
  }
  for (let i = 16; i < 80; i++) {
    const [x, y] = [w[i - 15]!, w[i - 2]!];
    const s0 = rotate64(x, 1n) ^ rotate64(x, 8n) ^ (x >> 7n);
    const s1 = rotate64(y, 19n) ^ rotate64(y, 61n) ^ (y >> 6n);
    w.push((w[i - 16]! + s0 + w[i - 7]! + s1) & SIXTY_FOUR);
  }
  let [a, b, c, d, e, f, g, h] = state as [
    bigint,
    bigint,
    bigint,
    bigint,
    bigint,
    bigint,
    bigint,
    bigint,
  ];
  for (let i = 0; i < 80; i++) {
    const s1 = rotate64(e, 14n) ^ rotate64(e, 18n) ^ rotate64(e, 41n);
    const t1 = h + s1 + ((e & f) ^ (~e & SIXTY_FOUR & g)) + k[i]! + w[i]!;
    const s0 = rotate64(a, 28n) ^ rotate64(a, 34n) ^ rotate64(a, 39n);
    const t2 = s0 + ((a & b) ^ (a & c) ^ (b & c));
    [h, g, f, e, d, c, b, a] = [g, f, e, (d + t1) & SIXTY_FOUR, c, b, a, (t1 + t2) & SIXTY_FOUR];
  }
  [a, b, c, d, e, f, g, h].forEach((value, i) => (state[i] = (state[i]! + value) & SIXTY_FOUR));
}

function rotate64(value: bigint, by: bigint): bigint {
  return ((value >> by) | (value << (64n - by))) & SIXTY_FOUR;
}
