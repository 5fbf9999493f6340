import { axisNodes, inDocumentOrder, namespaceMatcher, nodeMatcher } from './axes.ts';
import type { Compiler } from './compiler.ts';
import type { Axis, PathExpression } from './expression.ts';
import type { Frame } from './frame.ts';
import { compilePredicate, lookupText, type Filter } from './predicate.ts';
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
  const run =
    named && axis === 'child'
      ? childRun(test, filters)
      : eachRun(candidatesOf(path, index), filters, own);
  return { ...shape, run: keepsOrder ? run : ordered(run, axis) };
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
function childRun(test: { name: string; prefix: string }, filters: readonly Filter[]): Run {
  const { name, prefix } = test;
  const lookups = prefix === '' ? leadingLookups(filters) : [];
  const inNamespace = namespaceMatcher(prefix);
  const children: Candidates =
    prefix === ''
      ? (node) => node.childrenNamed(name)
      : (node) => node.childrenNamed(name).filter(inNamespace);
  const walk = eachRun(children, filters, false);
  if (lookups.length === 0) return walk;
  const find = (node: XPathNode, frame: Frame): readonly XPathNode[] => {
    const found = node.lookup && smallestLookup(node, name, lookups, frame);
    if (found === undefined) return walk([node], frame);
    const rest = filters
      .filter((filter) => !found.filters.includes(filter))
      .map((filter) => (isDeclared(filter, node) ? (filter.lookup?.outside ?? filter) : filter));
    return filtered(found.nodes, rest, frame, false);
  };
  return (nodes, frame) =>
    nodes.length === 1 ? find(nodes[0]!, frame) : nodes.flatMap((node) => find(node, frame));
}

/** The filters that an index may answer, up to the first for which positions count. */
function leadingLookups(filters: readonly Filter[]): readonly Filter[] {
  const end = filters.findIndex((filter) => filter.positional);
  const leading = end < 0 ? filters : filters.slice(0, end);
  return leading.filter((filter) => filter.lookup !== undefined);
}

/** CommCare evaluates what is sought in a declared index, and fails where that fails, whether or not anything is left. */
function isDeclared({ lookup }: Filter, parent: XPathNode): boolean {
  return lookup !== undefined && (parent.hasIndex?.(lookup.key) ?? false);
}

/** What an index gives for some of the filters. */
interface Answer {
  readonly filters: readonly Filter[];
  readonly nodes: readonly XPathNode[];
}

function smallestLookup(
  parent: XPathNode,
  name: string,
  lookups: readonly Filter[],
  frame: Frame,
): Answer | undefined {
  let best = declaredLookup(parent, name, lookups, frame);
  for (const filter of lookups) {
    if (best?.filters.includes(filter)) continue;
    const { key, operand, outside } = filter.lookup!;
    const mustAsk = isDeclared(filter, parent);
    if (!mustAsk && (outside !== undefined || best?.nodes.length === 0)) continue;
    const text = lookupText(operand, frame);
    const nodes = text === undefined ? undefined : parent.lookup!(name, key, text);
    if (nodes === undefined || (best !== undefined && nodes.length >= best.nodes.length)) continue;
    best = { filters: [filter], nodes };
  }
  return best;
}

/** The answer to all declared indexes together, where there are several. */
function declaredLookup(
  parent: XPathNode,
  name: string,
  lookups: readonly Filter[],
  frame: Frame,
): Answer | undefined {
  if (parent.lookupAll === undefined || lookups.length < 2) return undefined;
  const conditions: [string, string][] = [];
  const filters: Filter[] = [];
  for (const filter of lookups) {
    if (!isDeclared(filter, parent)) continue;
    const text = lookupText(filter.lookup!.operand, frame);
    if (text === undefined) continue;
    conditions.push([filter.lookup!.key, text]);
    filters.push(filter);
  }
  const nodes = filters.length < 2 ? undefined : parent.lookupAll(name, conditions);
  return nodes && { filters, nodes };
}
