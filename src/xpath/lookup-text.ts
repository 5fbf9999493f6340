import { toText } from './conversions.ts';
import type { Evaluator } from './evaluator.ts';
import type { Frame } from './frame.ts';
import { XPathDate } from './xpath-date.ts';

/** The text that an index can be asked for; `undefined` when equality is not that of texts, or an absent node counts. */
export function lookupText(operand: Evaluator, frame: Frame): string | undefined {
  const value = operand.scalar(frame);
  if (typeof value !== 'string' && !(value instanceof XPathDate)) return undefined;
  const text = toText(value, frame);
  return text === '' ? undefined : text;
}
