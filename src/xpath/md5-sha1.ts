import { padded } from './sha2.ts';

const TURNS = [
  [7, 12, 17, 22],
  [5, 9, 14, 20],
  [4, 11, 16, 23],
  [6, 10, 15, 21],
];

/** MD5 (RFC 1321): forms use it for names, never for secrets. */
export function md5(message: readonly number[]): number[] {
  const state = [0x67452301, 0xefcdab89 | 0, 0x98badcfe | 0, 0x10325476];
  const bytes = padded(message, 64);
  // SHA writes the length with its first byte first, MD5 with its last.
  const length = bytes.splice(bytes.length - 8, 8).reverse();
  bytes.push(...length);
  for (let at = 0; at < bytes.length; at += 64) {
    const words = Array.from({ length: 16 }, (_, i) => littleEndian(bytes, at + 4 * i));
    const mixed = md5Block(state, words);
    for (let i = 0; i < 4; i++) state[i] = (state[i]! + mixed[i]!) | 0;
  }
  return state.flatMap((word) => [0, 8, 16, 24].map((shift) => (word >>> shift) & 0xff));
}

function littleEndian(bytes: readonly number[], at: number): number {
  return bytes[at]! | (bytes[at + 1]! << 8) | (bytes[at + 2]! << 16) | (bytes[at + 3]! << 24);
}

function md5Block(state: readonly number[], words: readonly number[]): number[] {
  let [a = 0, b = 0, c = 0, d = 0] = state;
  for (let i = 0; i < 64; i++) {
    const round = i >> 4;
    const [mixed, word] = md5Mix(round, i, b, c, d);
    const constant = Math.floor(Math.abs(Math.sin(i + 1)) * 2 ** 32) | 0;
    const sum = (a + mixed + constant + words[word]!) | 0;
    const turn = TURNS[round]![i % 4]!;
    [a, d, c, b] = [d, c, b, (b + ((sum << turn) | (sum >>> (32 - turn)))) | 0];
  }
  return [a, b, c, d];
}

function md5Mix(round: number, i: number, b: number, c: number, d: number): [number, number] {
  switch (round) {
    case 0:
      return [(b & c) | (~b & d), i];
    case 1:
      return [(d & b) | (~d & c), (5 * i + 1) % 16];
    case 2:
      return [b ^ c ^ d, (3 * i + 5) % 16];
    default:
      return [c ^ (b | ~d), (7 * i) % 16];
  }
}

/** SHA-1 (FIPS 180-4), for the same uses. */
export function sha1(message: readonly number[]): number[] {
  const state = [0x67452301, 0xefcdab89 | 0, 0x98badcfe | 0, 0x10325476, 0xc3d2e1f0 | 0];
  const bytes = padded(message, 64);
  for (let at = 0; at < bytes.length; at += 64) {
    const mixed = sha1Block(state, sha1Schedule(bytes, at));
    for (let i = 0; i < 5; i++) state[i] = (state[i]! + mixed[i]!) | 0;
  }
  return state.flatMap((word) => [24, 16, 8, 0].map((shift) => (word >>> shift) & 0xff));
}

function sha1Schedule(bytes: readonly number[], at: number): number[] {
  const w: number[] = [];
  for (let i = 0; i < 16; i++) {
    const b = at + 4 * i;
    w.push((bytes[b]! << 24) | (bytes[b + 1]! << 16) | (bytes[b + 2]! << 8) | bytes[b + 3]!);
  }
  for (let i = 16; i < 80; i++) {
    const word = w[i - 3]! ^ w[i - 8]! ^ w[i - 14]! ^ w[i - 16]!;
    w.push((word << 1) | (word >>> 31));
  }
  return w;
}

function sha1Block(state: readonly number[], w: readonly number[]): number[] {
  let [a = 0, b = 0, c = 0, d = 0, e = 0] = state;
  for (let i = 0; i < 80; i++) {
    const sum = (((a << 5) | (a >>> 27)) + sha1Mix(i, b, c, d) + e + w[i]!) | 0;
    [e, d, c, b, a] = [d, c, (b << 30) | (b >>> 2), a, sum];
  }
  return [a, b, c, d, e];
}

function sha1Mix(i: number, b: number, c: number, d: number): number {
  if (i < 20) return ((b & c) | (~b & d)) + 0x5a827999;
  if (i < 40) return (b ^ c ^ d) + 0x6ed9eba1;
  if (i < 60) return ((b & c) | (b & d) | (c & d)) + 0x8f1bbcdc;
  return (b ^ c ^ d) + 0xca62c1d6;
}
