import { parseDate } from '../../xpath/date-text.ts';
import type { XPathScalar } from '../../xpath/xpath-node.ts';
import type { DataType } from './data-type.ts';

/** What expressions compute with for a text in a node of that type; the text itself where it does not fit. */
export function typedValue(lexical: string, type: DataType, timeZone: string): XPathScalar {
  if (lexical === '') return '';
  switch (type) {
    case 'int':
    case 'long':
    case 'decimal':
      return numberOr(lexical);
    case 'boolean':
      return lexical === '1' || lexical === 'true';
    case 'date':
    case 'dateTime':
      return parseDate(lexical, timeZone) ?? lexical;
    default:
      return lexical;
  }
}

function numberOr(lexical: string): XPathScalar {
  const number = Number(lexical);
  return Number.isNaN(number) ? lexical : number;
}
