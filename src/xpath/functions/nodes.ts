import { isNodes, toNodes, toNumber, toText } from '../conversions.ts';
import type { Evaluator } from '../evaluator.ts';
import type { Frame } from '../frame.ts';
import { XPathEvaluationError } from '../xpath-error.ts';
import type { XPathNode } from '../xpath-node.ts';
import { ValueNodes } from '../value-node.ts';
import { numberFunction, type FunctionDefinition } from './function-definition.ts';

/** Functions over node-sets, of both dialects. */
export const nodeFunctions: readonly FunctionDefinition[] = [
  numberFunction('count', 1, (nodes) => (frame) => countNodes(nodes!, frame), { structural: [0] }),
  numberFunction('position', [0, 1], position, { contextArity: 0, structural: [0] }),
];

function countNodes(argument: Evaluator, frame: Frame): number {
  if (argument.count !== undefined) return argument.count(frame);
  const nodes = argument.someNodes(frame);
  if (frame.dialect === 'commcare' && nodes instanceof ValueNodes) {
    throw new XPathEvaluationError('count() takes a path, not a list that a function gives');
  }
  return nodes.length;
}

/** The numbers of all arguments; a single node-set gives one for each node. */
export function numbersOf(args: readonly Evaluator[], frame: Frame): number[] {
  if (args.length !== 1) return args.map((arg) => arg.number(frame));
  const value = args[0]!.value(frame);
  return isNodes(value)
    ? toNodes(value).map((node) => toNumber(node.value, frame))
    : [toNumber(value, frame)];
}

/**
 * Inside a predicate the place among the candidates, from 1. Of a node: its number among the siblings of its name, from
 * 0 in CommCare and from 1 in ODK.
 */
function position(nodes: Evaluator | undefined) {
  return (frame: Frame): number => {
    if (nodes !== undefined) return numberOfFirst(nodes.someNodes(frame), frame);
    return frame.position > 0 ? frame.position : numberOf(frame.node, frame);
  };
}

function numberOf(node: XPathNode, frame: Frame): number {
  return node.index + (frame.dialect === 'commcare' ? 0 : 1);
}

/** The number of the first node; 0 in ODK when there is none. */
function numberOfFirst(nodes: readonly XPathNode[], frame: Frame): number {
  const [first] = nodes;
  if (first !== undefined && first.kind !== 'document') return numberOf(first, frame);
  if (frame.dialect === 'odk') return 0;
  throw new XPathEvaluationError('position() needs a path that leads to a node');
}

/** The text of one node. */
export function textOf(node: XPathNode, frame: Frame): string {
  return toText(node.value, frame);
}
