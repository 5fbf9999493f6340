import { metaDefinition } from '../definition/meta-definition.ts';
import { nodesUnder } from './find-nodes.ts';
import type { InstanceNode } from './instance-node.ts';

/** The node of `meta/instanceID`: by its value a receiver knows an instance again. `undefined` when there is none. */
export function instanceIdNode(root: InstanceNode): InstanceNode | undefined {
  const definition = metaDefinition(root.definition)?.child('instanceID');
  return definition && nodesUnder(root, definition)[0];
}

/** Its value; `''` when there is none. */
export function instanceIdOf(root: InstanceNode): string {
  return instanceIdNode(root)?.lexical ?? '';
}
