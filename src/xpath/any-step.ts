import { axisNodes, inDocumentOrder, namespaceMatcher, nodeMatcher } from './axes.ts';
import type { Compiler } from './compiler.ts';
import type { Axis, PathExpression } from './expression.ts';
import type { Frame } from './frame.ts';
import { countRecords, findIndexed, indexedStep, type IndexedStep } from './indexed-step.ts';
import { compilePredicate, type Filter } from './predicate.ts';
import type { CompiledStep } from './step.ts';
import type { XPathNode } from './xpath-node.ts';

/** Compiles a step with any axis, test and predicates; `keepsOrder` where its nodes are in document order as they come, each once. */
export function compileAnyStep(
  path: PathExpression,
  index: number,
  keepsOrder: boolean,
  compiler: Compiler,
): CompiledStep {
  const step = path.steps[index]!;
  const { axis, test } = step;
  const filters = step.predicates.flatMap((predicate) =>
    compilePredicate(predicate, { path, index }, compiler),
  );
  const named = test.kind === 'name' && (axis === 'child' || axis === 'attribute');
  const isAnyChild = axis === 'child' && test.kind === 'any' && test.prefix === '';
  const shape = {
    name: named ? test.name : undefined,
    prefix: test.kind === 'name' ? test.prefix : '',
    isAttribute: axis === 'attribute',
    isAnyChild,
    filters,
  };
  const own = isAnyChild && compiler.dialect === 'commcare';
  if (!named || axis !== 'child') {
    const run = eachRun(candidatesOf(path, index), filters, own);
    return { ...shape, run: keepsOrder ? run : ordered(run, axis) };
  }
  const indexed = test.prefix === '' ? indexedStep(test.name, filters) : undefined;
  const run = childRun(test, filters, indexed);
  const isCounted = test.prefix === '' && (indexed !== undefined || filters.length === 0);
  return {
    ...shape,
    run: keepsOrder ? run : ordered(run, axis),
    count: isCounted ? (node, frame) => countRecords(test.name, indexed, node, frame) : undefined,
  };
}

const REVERSE: ReadonlySet<Axis> = new Set<Axis>([
  'ancestor',
  'ancestor-or-self',
  'preceding',
  'preceding-sibling',
]);

type Run = CompiledStep['run'];
type Candidates = (node: XPathNode) => readonly XPathNode[];

function candidatesOf(path: PathExpression, index: number): Candidates {
  const { axis, test } = path.steps[index]!;
  if (axis === 'attribute' && test.kind === 'name') {
    const { name, prefix } = test;
    const inNamespace = namespaceMatcher(prefix);
    return (node) => {
      const attribute = node.attribute(name);
      return attribute !== undefined && inNamespace(attribute) ? [attribute] : [];
    };
  }
  if (axis === 'child' && test.kind === 'any' && test.prefix === '') return (node) => node.children;
  const matches = nodeMatcher(test, axis);
  return (node) => axisNodes(node, axis).filter(matches);
}

/** The nodes of one node come in the order of the axis; those of several may be mixed, and some twice. */
function ordered(run: Run, axis: Axis): Run {
  return (nodes, frame) => {
    const found = run(nodes, frame);
    if (nodes.length > 1) return inDocumentOrder(found);
    return REVERSE.has(axis) ? [...found].reverse() : found;
  };
}

function eachRun(candidates: Candidates, filters: readonly Filter[], own: boolean): Run {
  return (nodes, frame) => {
    if (nodes.length === 1) return filtered(candidates(nodes[0]!), filters, frame, own);
    const found: XPathNode[] = [];
    for (const node of nodes) {
      for (const one of filtered(candidates(node), filters, frame, own)) found.push(one);
    }
    return found;
  };
}

function filtered(
  candidates: readonly XPathNode[],
  filters: readonly Filter[],
  frame: Frame,
  own: boolean,
): readonly XPathNode[] {
  let left = candidates;
  for (let i = 0; i < filters.length; i++) left = filters[i]!.apply(left, frame, own && i === 0);
  return left;
}

/** `child::name`, with an index where the tree has one. */
function childRun(
  { name, prefix }: { name: string; prefix: string },
  filters: readonly Filter[],
  indexed: IndexedStep | undefined,
): Run {
  const inNamespace = namespaceMatcher(prefix);
  const children: Candidates =
    prefix === ''
      ? (node) => node.childrenNamed(name)
      : (node) => node.childrenNamed(name).filter(inNamespace);
  const walk = eachRun(children, filters, false);
  if (indexed === undefined) return walk;
  const find = (node: XPathNode, frame: Frame): readonly XPathNode[] =>
    findIndexed(indexed, node, frame) ?? walk([node], frame);
  return (nodes, frame) =>
    nodes.length === 1 ? find(nodes[0]!, frame) : nodes.flatMap((node) => find(node, frame));
}
