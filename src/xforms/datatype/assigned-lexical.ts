import type { Conversion } from '../../xpath/frame.ts';
import type { XPathValue } from '../../xpath/xpath-node.ts';
import { answerLexical } from './answer-lexical.ts';
import { computedLexical } from './computed-lexical.ts';
import type { DataType } from './data-type.ts';

/**
 * The text that a `setvalue` leaves in a node of that type: unlike a calculate, it writes what the type allows and no more.
 * Throws `RangeError` for a value that is none of the type.
 */
export function assignedLexical(value: XPathValue, type: DataType, conversion: Conversion): string {
  const text = computedLexical(value, type, conversion);
  const lexical = answerLexical(text, type, conversion);
  if (lexical !== undefined) return lexical;
  throw new RangeError(`“${text}” is no value of type ${type}`);
}
