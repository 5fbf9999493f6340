import type { DataType } from './datatype/data-type.ts';
import type { NodeDefinition } from './definition/node-definition.ts';

/** What an answer to a node is read as: choices where a control offers some, whatever the bind's type; else that type. */
export function answerType({ controls, type }: NodeDefinition): DataType {
  for (const control of controls) if ('items' in control) return control.kind;
  return type;
}
