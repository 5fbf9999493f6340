import type { Conversion } from '../../xpath/frame.ts';
import { answerLexical } from '../datatype/answer-lexical.ts';
import type { DataType } from '../datatype/data-type.ts';
import type { ControlDefinition, SelectDefinition } from '../definition/control-definition.ts';
import type { NodeDefinition } from '../definition/node-definition.ts';

/**
 * The value of a node that the form itself gives. Both engines read it by its type, and leave out a number or place that
 * is none and a value that the choices of its question do not have.
 */
export function initialLexical(
  text: string,
  definition: NodeDefinition,
  conversion: Conversion,
): string {
  if (text === '') return '';
  if (MEASURED.has(definition.type)) return answerLexical(text, definition.type, conversion) ?? '';
  const select = definition.controls.find(isFixedSelect);
  return select === undefined ? text : offered(text, select);
}

const MEASURED: ReadonlySet<DataType> = new Set([
  'int',
  'long',
  'decimal',
  'boolean',
  'geopoint',
  'geotrace',
  'geoshape',
]);

/** The choices of an itemset are known only when the form is open. */
function isFixedSelect(control: ControlDefinition): control is SelectDefinition {
  return 'items' in control && control.itemset === undefined;
}

function offered(text: string, { kind, items }: SelectDefinition): string {
  const values = kind === 'select1' ? [text] : text.split(/\s+/);
  return values.filter((value) => items.some((item) => item.value === value)).join(' ');
}
