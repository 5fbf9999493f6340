import { numberText } from '../../xpath/number-text.ts';

/** A decimal as instances hold it: with a point at least, as Java prints a double. */
export function decimalLexical(value: number): string {
  const text = numberText(value);
  return /^-?\d+$/.test(text) ? `${text}.0` : text;
}
