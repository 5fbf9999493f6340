import type { Evaluator } from '../evaluator.ts';
import type { Frame } from '../frame.ts';
import { sha256 } from '../sha2.ts';
import { utf8Bytes } from '../bytes.ts';
import type { XPathNode } from '../xpath-node.ts';

/**
 * Nodes in random order; the same order each time when there is a seed. Park–Miller and Fisher–Yates, as the ODK
 * specification says, so that every client of a form shows one order.
 */
export function randomized(
  nodes: readonly XPathNode[],
  seed: Evaluator | undefined,
  frame: Frame,
): readonly XPathNode[] {
  const next =
    seed === undefined ? () => frame.scope.environment.random() : parkMiller(seedOf(seed, frame));
  const shuffled = [...nodes];
  for (let i = shuffled.length - 1; i > 0; i--) {
    const j = Math.floor(next() * (i + 1));
    [shuffled[i], shuffled[j]] = [shuffled[j]!, shuffled[i]!];
  }
  return shuffled;
}

const MODULUS = 2_147_483_647n;
const LONG = 64;

function parkMiller(seed: bigint): () => number {
  let state = seed % MODULUS;
  if (state <= 0n) state += MODULUS - 1n;
  return () => {
    state = (state * 16_807n) % MODULUS;
    return Number(state - 1n) / 2_147_483_646;
  };
}

/** The integer part of a number; any other text is worth the first eight bytes of its SHA-256. */
function seedOf(seed: Evaluator, frame: Frame): bigint {
  const number = seed.number(frame);
  if (!Number.isNaN(number)) return clamped(number);
  let value = 0n;
  for (const byte of sha256(utf8Bytes(seed.text(frame))).slice(0, 8))
    value = (value << 8n) | BigInt(byte);
  return BigInt.asIntN(LONG, value);
}

function clamped(number: number): bigint {
  const limit = 2 ** 63;
  if (Number.isFinite(number) && Math.abs(number) < limit) return BigInt(Math.trunc(number));
  return number > 0 ? 2n ** 63n - 1n : -(2n ** 63n);
}
