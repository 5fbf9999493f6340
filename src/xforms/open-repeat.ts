import type { NodeDefinition } from './definition/node-definition.ts';
import type { InstanceNode } from './instance/instance-node.ts';

/** True where a person may add items of that repeat below `place`, or take the item `place` out. */
export function isOpenRepeat({ repeat }: NodeDefinition, place: InstanceNode): boolean {
  return repeat !== undefined && !repeat.noAddRemove && !place.readonly;
}
