import { differs } from './compare-values.ts';

/** Texts that people know from CommCare, or look up: the words count. `…` stands for what differs from case to case. */
const EXACT: readonly RegExp[] = [
  /value must be 255 characters or less/,
  /^Unable to update or close case .*, it wasn't found/,
  /^Case .* cannot index itself/,
  /case sharing settings/,
];

/** The difference between two error texts where the words count; other errors only have to be there. */
export function exactTextDifference(
  expected: string,
  actual: string,
  place: string,
): string | undefined {
  if (!EXACT.some((pattern) => pattern.test(expected))) return undefined;
  // The reference engine adds the offending XML behind the sentence.
  const sentence = expected.replace(/\.? Source: [^]*$/, '');
  return actual.startsWith(sentence) ? undefined : differs(`${place}, its text`, sentence, actual);
}
