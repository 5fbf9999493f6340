import type { Divergence } from '../replay/play/divergence.ts';

/** Throws it, where there is one, with its place before its message and the reasons behind it: test runners show no more than the message. */
export function throwDivergence(divergence: Divergence | undefined): void {
  if (divergence === undefined) return;
  const { place, message, why } = divergence;
  divergence.message = [`${place.file}:${place.line}: ${message}`, ...why].join('\n');
  throw divergence;
}
