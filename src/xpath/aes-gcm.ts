/** Multiplies by x in the field of AES. */
function double(value: number): number {
  return ((value << 1) ^ (value & 0x80 ? 0x11b : 0)) & 0xff;
}

/** The substitution box: inverse in the field, then an affine map (FIPS 197, section 5.1.1). */
function makeBox(): Uint8Array {
  const box = new Uint8Array(256);
  let [p, q] = [1, 1];
  do {
    p ^= double(p);
    q ^= q << 1;
    q ^= q << 2;
    q ^= q << 4;
    q &= 0xff;
    if (q & 0x80) q ^= 0x09;
    const turned = [1, 2, 3, 4].reduce((sum, by) => sum ^ ((q << by) | (q >> (8 - by))), q);
    box[p] = (turned ^ 0x63) & 0xff;
  } while (p !== 1);
  box[0] = 0x63;
  return box;
}

let box: Uint8Array | undefined;

const ROUNDS = 14;

/** The round keys of a key of 32 bytes. */
function expand(key: readonly number[], s: Uint8Array): number[] {
  const bytes = [...key];
  let constant = 1;
  while (bytes.length < 16 * (ROUNDS + 1)) {
    let word = bytes.slice(-4);
    const place = (bytes.length / 4) % 8;
    if (place === 0) {
      word = [s[word[1]!]! ^ constant, s[word[2]!]!, s[word[3]!]!, s[word[0]!]!];
      constant = double(constant);
    } else if (place === 4) word = word.map((byte) => s[byte]!);
    for (const byte of word) bytes.push(bytes[bytes.length - 32]! ^ byte);
  }
  return bytes;
}

function encryptBlock(block: readonly number[], keys: readonly number[], s: Uint8Array): number[] {
  let state = block.map((byte, i) => byte ^ keys[i]!);
  for (let round = 1; round <= ROUNDS; round++) {
    const shifted = state.map((_, i) => s[state[(i + 4 * (i % 4)) % 16]!]!);
    const mixed = round < ROUNDS ? mixColumns(shifted) : shifted;
    state = mixed.map((byte, i) => byte ^ keys[16 * round + i]!);
  }
  return state;
}

function mixColumns(state: readonly number[]): number[] {
  return state.map((byte, i) => {
    const column = i - (i % 4);
    const [next, third, last] = [1, 2, 3].map((by) => state[column + ((i + by) % 4)]!);
    return double(byte) ^ double(next!) ^ next! ^ third! ^ last!;
  });
}

/** Multiplication of GHASH (NIST SP 800-38D, section 6.3). */
function multiply(x: bigint, y: bigint): bigint {
  let product = 0n;
  let v = y;
  for (let i = 127n; i >= 0n; i--) {
    if ((x >> i) & 1n) product ^= v;
    v = v & 1n ? (v >> 1n) ^ (0xe1n << 120n) : v >> 1n;
  }
  return product;
}

function toBigInt(bytes: readonly number[]): bigint {
  return bytes.reduce((value, byte) => (value << 8n) | BigInt(byte), 0n);
}

function toBlock(value: bigint): number[] {
  return Array.from({ length: 16 }, (_, i) => Number((value >> BigInt(8 * (15 - i))) & 0xffn));
}

function tagOf(h: bigint, cipher: readonly number[], mask: readonly number[]): number[] {
  let hash = 0n;
  for (let at = 0; at < cipher.length; at += 16) {
    const block = cipher.slice(at, at + 16);
    while (block.length < 16) block.push(0);
    hash = multiply(hash ^ toBigInt(block), h);
  }
  hash = multiply(hash ^ BigInt(cipher.length * 8), h);
  return toBlock(hash).map((byte, i) => byte ^ mask[i]!);
}

interface Cipher {
  readonly h: bigint;
  readonly mask: readonly number[];
  /** Encrypts and decrypts alike. */
  apply(text: readonly number[]): number[];
}

function cipherOf(key: readonly number[], iv: readonly number[]): Cipher {
  const s = (box ??= makeBox());
  const keys = expand(key, s);
  const block = (counter: number) =>
    encryptBlock([...iv, 0, 0, (counter >> 8) & 0xff, counter & 0xff], keys, s);
  return {
    h: toBigInt(encryptBlock(new Array<number>(16).fill(0), keys, s)),
    mask: block(1),
    apply: (text) => {
      let stream: number[] = [];
      return text.map((byte, i) => {
        if (i % 16 === 0) stream = block(i / 16 + 2);
        return byte ^ stream[i % 16]!;
      });
    },
  };
}

/** AES-256-GCM with an initialization vector of 12 bytes: the cipher text and, behind it, the tag of 16 bytes. Up to 1 MB. */
export function encryptAesGcm(
  text: readonly number[],
  key: readonly number[],
  iv: readonly number[],
): number[] {
  const cipher = cipherOf(key, iv);
  const encrypted = cipher.apply(text);
  return [...encrypted, ...tagOf(cipher.h, encrypted, cipher.mask)];
}

/** The text of what {@link encryptAesGcm} gives; `undefined` when the tag does not fit, so that it was not that key. */
export function decryptAesGcm(
  encrypted: readonly number[],
  key: readonly number[],
  iv: readonly number[],
): number[] | undefined {
  const end = encrypted.length - 16;
  if (end < 0) return undefined;
  const cipher = cipherOf(key, iv);
  const body = encrypted.slice(0, end);
  const tag = tagOf(cipher.h, body, cipher.mask);
  return tag.every((byte, i) => byte === encrypted[end + i]) ? cipher.apply(body) : undefined;
}
