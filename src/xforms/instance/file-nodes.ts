import type { NodeDefinition } from '../definition/node-definition.ts';
import { nodesUnder } from './find-nodes.ts';
import type { InstanceNode } from './instance-node.ts';

/** True for the nodes whose values are names of files. */
export function takesFile({ type, controls }: NodeDefinition): boolean {
  return type === 'binary' || controls.some(({ kind }) => kind === 'upload');
}

/** The nodes of an instance that name a file now, relevant or not, in the order of the form. */
export function fileNodes(document: InstanceNode): InstanceNode[] {
  return [...document.definition.descendants()]
    .filter(takesFile)
    .flatMap((definition) => nodesUnder(document, definition))
    .filter((node) => node.lexical !== '');
}
