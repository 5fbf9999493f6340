const FORBIDDEN = /[^\t\n\r\x20-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu;

/**
 * The text as XML can hold it: U+FFFD stands for control characters (a vertical tab out of a word processor) and for
 * halves of surrogate pairs. XML 1.0, 2.2.
 */
export function storableText(text: string): string {
  return text.replace(FORBIDDEN, '\uFFFD');
}
