import type { NodeDefinition } from '../definition/node-definition.ts';
import type { InstanceNode } from './instance-node.ts';

/**
 * The node of definition `target` that belongs to `context`: it shares as many ancestors with it as it can, and is
 * the first one below those. `undefined` when there is none just now.
 */
export function relatedNode(
  context: InstanceNode,
  target: NodeDefinition,
): InstanceNode | undefined {
  return relatedNodes(context, target)[0];
}

/** All nodes of definition `target` that share as many ancestors with `context` as they can, in document order. */
export function relatedNodes(context: InstanceNode, target: NodeDefinition): InstanceNode[] {
  let node = context;
  while (!isWithin(target, node.definition)) node = node.parent as InstanceNode;
  return nodesUnder(node, target);
}

/** True when `definition` is `ancestor` or stands below it. */
export function isWithin(definition: NodeDefinition, ancestor: NodeDefinition): boolean {
  let each: NodeDefinition | undefined = definition;
  while (each !== undefined && each.depth > ancestor.depth) each = each.parent;
  return each === ancestor;
}

/** The nodes of that definition at or below `top`, whose definition is above it, in document order. */
export function nodesUnder(top: InstanceNode, definition: NodeDefinition): InstanceNode[] {
  if (definition === top.definition) return [top];
  const found: InstanceNode[] = [];
  collect(top, stepsBetween(top.definition, definition), 0, found);
  return found;
}

function stepsBetween(top: NodeDefinition, bottom: NodeDefinition): NodeDefinition[] {
  const steps: NodeDefinition[] = [];
  for (let each = bottom; each.depth > top.depth; each = each.parent as NodeDefinition) {
    steps.push(each);
  }
  return steps.reverse();
}

function collect(
  node: InstanceNode,
  steps: readonly NodeDefinition[],
  at: number,
  found: InstanceNode[],
): void {
  const step = steps[at];
  if (step === undefined) found.push(node);
  else if (step.kind === 'attribute') pushDefined(found, node.attribute(step.name));
  else for (const child of node.nodesIn(step.slot)) collect(child, steps, at + 1, found);
}

function pushDefined(nodes: InstanceNode[], node: InstanceNode | undefined): void {
  if (node !== undefined) nodes.push(node);
}

/** The node itself or the ancestor whose definition has that depth. */
export function ancestorAt(node: InstanceNode, depth: number): InstanceNode {
  let ancestor = node;
  while (ancestor.definition.depth > depth) ancestor = ancestor.parent as InstanceNode;
  return ancestor;
}

const STEP = /^(@?[^[\]]+)(?:\[(\d+)\])?$/;

/** The node at a reference with 1-based positions; a step without one means the first. */
export function nodeAt(document: InstanceNode, ref: string): InstanceNode | undefined {
  let node: InstanceNode | undefined = document;
  for (const text of ref.split('/').slice(1)) {
    const step = STEP.exec(text);
    if (node === undefined || step === null) return undefined;
    const name = step[1] as string;
    node = name.startsWith('@')
      ? node.attribute(name.slice(1))
      : node.childrenNamed(name)[Number(step[2] ?? 1) - 1];
  }
  return node;
}
