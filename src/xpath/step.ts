import { compileAnyStep } from './any-step.ts';
import type { Compiler } from './compiler.ts';
import type { Axis, PathExpression } from './expression.ts';
import type { Frame } from './frame.ts';
import type { Filter } from './predicate.ts';
import { childName } from './static-analysis.ts';
import type { XPathNode } from './xpath-node.ts';

/** A compiled step of a location path. */
export interface CompiledStep {
  /** The name of a child or attribute step; `undefined` for any other. */
  readonly name: string | undefined;
  /** The prefix of the name; `''` when there is none. */
  readonly prefix: string;
  readonly isAttribute: boolean;
  /** `child::*` */
  readonly isAnyChild: boolean;
  readonly filters: readonly Filter[];
  /** The nodes that the step leads to from all of `nodes`, in document order. */
  run(nodes: readonly XPathNode[], frame: Frame): readonly XPathNode[];
  /** How many there are from one node, without making them; `undefined` where they have to be made. */
  readonly count?: ((node: XPathNode, frame: Frame) => number | undefined) | undefined;
}

/** Compiles the steps of a path. */
export function compileSteps(path: PathExpression, compiler: Compiler): CompiledStep[] {
  const wild = path.steps.findIndex(({ axis }) => !KEEPS_ORDER.has(axis));
  return path.steps.map((_, index) => compileStep(path, index, wild < 0 || index < wild, compiler));
}

/** Axes whose nodes, taken from nodes that do not lie inside one another, are in document order again, each once. */
const KEEPS_ORDER: ReadonlySet<Axis> = new Set<Axis>(['child', 'attribute', 'self']);

/** `child::name` without more, which is what nearly all steps of nearly all forms are: it needs no closures. */
class ChildStep implements CompiledStep {
  readonly prefix = '';
  readonly isAttribute = false;
  readonly isAnyChild = false;
  readonly filters: readonly Filter[] = NO_FILTERS;

  constructor(readonly name: string) {}

  count(node: XPathNode): number | undefined {
    return node.records?.(this.name)?.all.length;
  }

  run(nodes: readonly XPathNode[]): readonly XPathNode[] {
    if (nodes.length === 1) return nodes[0]!.childrenNamed(this.name);
    const found: XPathNode[] = [];
    for (const node of nodes) for (const child of node.childrenNamed(this.name)) found.push(child);
    return found;
  }
}

const NO_FILTERS: readonly Filter[] = [];

function compileStep(
  path: PathExpression,
  index: number,
  keepsOrder: boolean,
  compiler: Compiler,
): CompiledStep {
  const step = path.steps[index]!;
  const name = keepsOrder && step.predicates.length === 0 ? childName(step) : undefined;
  return name === undefined
    ? compileAnyStep(path, index, keepsOrder, compiler)
    : new ChildStep(name);
}
