import type { NodeDefinition } from '../definition/node-definition.ts';
import { nodesUnder } from './find-nodes.ts';
import type { InstanceNode } from './instance-node.ts';

/** True for the nodes whose values are names of files. */
export function takesFile({ type, controls }: NodeDefinition): boolean {
  return type === 'binary' || controls.some(({ kind }) => kind === 'upload');
}

/** The nodes at or below `top` that name a file now, relevant or not, in the order of the form. */
export function fileNodes(top: InstanceNode): InstanceNode[] {
  return [...top.definition.descendants()]
    .filter(takesFile)
    .flatMap((definition) => nodesUnder(top, definition))
    .filter((node) => node.lexical !== '');
}
