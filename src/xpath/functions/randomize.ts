import { sha256 } from '@noble/hashes/sha2.js';
import { utf8ToBytes } from '@noble/hashes/utils.js';
import type { Evaluator } from '../evaluator.ts';
import type { Frame } from '../frame.ts';
import type { XPathNode } from '../xpath-node.ts';
import { nodesFunction, type FunctionDefinition } from './function-definition.ts';

/** Chance that can be had again, of ODK. */
export const randomizeFunction: FunctionDefinition = nodesFunction(
  'randomize',
  [1, 2],
  (nodes, seed) => (frame) => randomized(nodes!.nodes(frame), seed, frame),
  { volatileArity: 1 },
);

/**
 * Nodes in random order; the same order each time when there is a seed. Park–Miller, and Fisher–Yates from
 * the inside out, as JavaRosa does it, so that every client of a form shows one order.
 */
function randomized(
  nodes: readonly XPathNode[],
  seed: Evaluator | undefined,
  frame: Frame,
): readonly XPathNode[] {
  const next =
    seed === undefined ? () => frame.scope.environment.random() : parkMiller(seedOf(seed, frame));
  const shuffled: XPathNode[] = [];
  for (const [i, node] of nodes.entries()) {
    const j = Math.floor(next() * (i + 1));
    if (j < i) shuffled[i] = shuffled[j]!;
    shuffled[j] = node;
  }
  return shuffled;
}

const MODULUS = 2_147_483_647n;

function parkMiller(seed: bigint): () => number {
  let state = seed % MODULUS;
  if (state <= 0n) state += MODULUS - 1n;
  return () => {
    state = (state * 16_807n) % MODULUS;
    return Number(state - 1n) / 2_147_483_646;
  };
}

/**
 * The integer part of a number as far as 64 bits hold it, 0 of an empty text. Any other text is worth the first eight
 * bytes of its SHA-256, which JavaRosa passes on as a double.
 */
function seedOf(seed: Evaluator, frame: Frame): bigint {
  const number = seed.number(frame);
  if (!Number.isNaN(number)) return longOf(number);
  const text = seed.text(frame);
  if (text === '') return 0n;
  let hash = 0n;
  for (const byte of sha256(utf8ToBytes(text)).slice(0, 8)) hash = (hash << 8n) | BigInt(byte);
  return longOf(Number(BigInt.asIntN(64, hash)));
}

const LIMIT = 2 ** 63;

function longOf(number: number): bigint {
  return BigInt(Math.trunc(Math.max(-LIMIT, Math.min(number, LIMIT))));
}
