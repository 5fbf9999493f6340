import type { XmlElement } from '../../xml/xml-element.ts';
import { childElements } from '../../xml/xml-element.ts';
import type { ActionDefinition } from './action-definition.ts';
import type { FormReader } from './form-reader.ts';
import type { NodeDefinition } from './node-definition.ts';
import { parseAction } from './parse-action.ts';

/**
 * The actions that are children of the model or of a control, in document order. `source` is the node of the control.
 */
export function parseActions(
  parent: XmlElement,
  source: NodeDefinition | undefined,
  context: NodeDefinition,
  binds: ReadonlyMap<string, NodeDefinition>,
  reader: FormReader,
): ActionDefinition[] {
  const actions: ActionDefinition[] = [];
  for (const element of childElements(parent)) {
    if (!ACTIONS.has(element.name)) continue;
    const action = parseAction(element, source, context, binds, reader);
    if (action !== undefined) actions.push(action);
  }
  return actions;
}

/** The elements that are actions, by local name. */
export const ACTIONS: ReadonlySet<string> = new Set<ActionDefinition['kind']>([
  'setvalue',
  'setgeopoint',
  'recordaudio',
]);
