import type { Evaluator } from '../evaluator.ts';
import type { CallExpression, Expression, PathExpression } from '../expression.ts';
import { mainDocument, type Frame } from '../frame.ts';
import { childName } from '../static-analysis.ts';
import { XPathEvaluationError } from '../xpath-error.ts';
import type { XPathNode } from '../xpath-node.ts';
import { nodesEvaluator } from '../evaluator.ts';
import { define, type FunctionDefinition } from './function-definition.ts';

/**
 * `indexed-repeat(path, repeat, number, …)`: the nodes of a path, in the numbered instances of the repeats that it goes
 * through. Where it goes through a repeat that has no number, the context node's own instance counts.
 */
export const indexedRepeat: FunctionDefinition = define(
  'indexed-repeat',
  [3, 11],
  (args, call) => nodesEvaluator((frame) => find(args, call, frame)),
  { step: 2 },
);

function find(
  args: readonly Evaluator[],
  call: CallExpression,
  frame: Frame,
): readonly XPathNode[] {
  const own = ownChain(frame.node);
  const path = namesOf(call.args[0]!, own);
  if (path === undefined) return [];
  const numbers = new Map<number, number>();
  for (let i = 1; i + 1 < args.length; i += 2) {
    const repeat = namesOf(call.args[i]!, own);
    if (repeat === undefined || !isPrefix(repeat, path)) return [];
    numbers.set(repeat.length - 1, Math.trunc(args[i + 1]!.number(frame)) || 0);
  }
  return walk(mainDocument(frame), path, numbers, own);
}

/** From the root element down to the node. */
function ownChain(node: XPathNode): XPathNode[] {
  const chain: XPathNode[] = [];
  for (let at = node; at.parent !== undefined; at = at.parent) chain.push(at);
  return chain.reverse();
}

/** The names of a path from the root down; `undefined` when a predicate makes it no plain path. */
function namesOf(expression: Expression, own: readonly XPathNode[]): string[] | undefined {
  if (expression.kind !== 'path') {
    throw new XPathEvaluationError('indexed-repeat() needs paths, such as /data/person/name');
  }
  const names = startOf(expression, own);
  for (const step of names === undefined ? [] : expression.steps) {
    if (step.predicates.length > 0) return undefined;
    const name = childName(step);
    if (step.axis === 'parent') names!.pop();
    else if (name !== undefined) names!.push(name);
  }
  return names;
}

function startOf({ start }: PathExpression, own: readonly XPathNode[]): string[] | undefined {
  if (start.kind === 'root') return [];
  if (start.kind === 'context' || start.kind === 'current') return own.map((node) => node.name);
  return undefined;
}

function isPrefix(names: readonly string[], path: readonly string[]): boolean {
  return names.every((name, i) => path[i] === name);
}

function walk(
  document: XPathNode,
  path: readonly string[],
  numbers: ReadonlyMap<number, number>,
  own: readonly XPathNode[],
): readonly XPathNode[] {
  let nodes: readonly XPathNode[] = [document];
  let follows = true;
  path.forEach((name, level) => {
    const number = numbers.get(level);
    const mate = own[level];
    const children = nodes.flatMap((node) => node.childrenNamed(name));
    if (number !== undefined) {
      follows = false;
      nodes = children.filter((child) => child.index === Math.max(number, 1) - 1);
    } else {
      follows &&= mate !== undefined && children.includes(mate);
      nodes = follows ? [mate!] : children;
    }
  });
  return nodes.filter((node) => node.relevant);
}
