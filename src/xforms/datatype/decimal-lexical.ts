import type { Conversion } from '../../xpath/frame.ts';
import { numberText } from '../../xpath/number-text.ts';

/** A decimal as instances hold it: CommCare writes it as Java prints a double, with a point at least. */
export function decimalLexical(value: number, { dialect }: Conversion): string {
  const text = numberText(value);
  return dialect === 'commcare' && /^-?\d+$/.test(text) ? `${text}.0` : text;
}
