import type { Conversion } from '../../xpath/frame.ts';
import { XPathDate } from '../../xpath/xpath-date.ts';
import type { XPathScalar, XPathValue } from '../../xpath/xpath-node.ts';
import type { XPathScope } from '../../xpath/xpath-scope.ts';
import { computedLexical } from '../datatype/computed-lexical.ts';
import type { NodeDefinition } from '../definition/node-definition.ts';
import { isWithin, nodesUnder } from '../instance/find-nodes.ts';
import type { InstanceNode } from '../instance/instance-node.ts';
import type { Computation, Dependency, DependencyGraph } from './dependency-graph.ts';
import { RankQueue } from './rank-queue.ts';

/** A computation that failed: the form is at fault. The node keeps what it had. `saved`: what a saved instance has too much. */
export interface EvaluationProblem {
  readonly ref: string;
  readonly kind: Computation['kind'] | 'setvalue' | 'saved';
  readonly message: string;
}

/** What recalculation asks of the form instance that it works for. */
export interface RecalculationHost {
  readonly scope: XPathScope;
  readonly conversion: Conversion;
  /** Makes repeat instances below `parent` until there are as many as `jr:count` says; none is ever taken away. */
  setRepeatCount(parent: InstanceNode, repeat: NodeDefinition, count: number): void;
  /** What a node keeps of its answer when its choices have changed: ODK takes away what they do not offer any more. */
  stillOffered(node: InstanceNode): string;
  report(problem: EvaluationProblem): void;
}

const KIND_BIT: Readonly<Record<Computation['kind'], number>> = {
  calculate: 1,
  relevant: 2,
  readonly: 4,
  required: 8,
  display: 16,
  count: 32,
};

/**
 * Keeps everything that follows from values right. Changes are told to it; `run` then evaluates what depends on them,
 * in topological order, for the affected nodes only. A result that is the same as before stops the wave.
 */
export class Recalculation {
  /** Nodes of which something has changed since it was last taken. */
  #changed = new Set<InstanceNode>();
  readonly #queue = new RankQueue();
  #running: Computation | undefined = undefined;
  #runningOn: InstanceNode | undefined = undefined;

  constructor(
    private readonly graph: DependencyGraph,
    private readonly document: InstanceNode,
    private readonly host: RecalculationHost,
  ) {}

  /** Evaluates everything once: for an instance that has just been opened. */
  runAll(): void {
    this.graph.computations.forEach((computation, rank) => {
      for (const node of nodesUnder(this.document, contextOf(computation))) {
        this.#enqueue(rank, computation, node);
      }
    });
    this.run();
  }

  run(): void {
    for (let rank = this.#queue.pop(); rank !== undefined; rank = this.#queue.pop()) {
      const computation = this.graph.computations[rank] as Computation;
      for (const node of this.#queue.take(rank)) {
        node.pending &= ~KIND_BIT[computation.kind];
        if (node.attached) this.#evaluate(computation, node);
      }
    }
  }

  takeChanged(): Set<InstanceNode> {
    const changed = this.#changed;
    this.#changed = new Set();
    return changed;
  }

  /** Something about the node that nobody computes with has changed. */
  mark(node: InstanceNode): void {
    this.#changed.add(node);
  }

  valueChanged(node: InstanceNode): void {
    this.#changed.add(node);
    this.#trigger(this.graph.dependentsOf(node.definition).value, node);
  }

  /** A repeat instance has come into the form: all about it is evaluated, and all that counts or sums it. */
  inserted(node: InstanceNode): void {
    this.mark(node.parent as InstanceNode);
    node.relevant = (node.parent as InstanceNode).relevant && node.ownRelevant;
    this.#settleRelevance(node);
    this.graph.computations.forEach((computation, rank) => {
      const context = contextOf(computation);
      if (!isWithin(context, node.definition)) return;
      for (const each of nodesUnder(node, context)) this.#enqueue(rank, computation, each);
    });
    this.#structureChanged(node);
  }

  removed(node: InstanceNode): void {
    this.mark(node.parent as InstanceNode);
    this.#structureChanged(node);
  }

  /** The repeat instances behind one that came or went have another position now. */
  #structureChanged(node: InstanceNode): void {
    const parent = node.parent as InstanceNode;
    for (const definition of node.definition.descendants()) {
      const { value, structure } = this.graph.dependentsOf(definition);
      for (const dependency of value) this.#triggerOutside(dependency, node, parent);
      for (const dependency of structure) this.#triggerOutside(dependency, node, parent);
    }
    for (const sibling of parent.nodesIn(node.definition.slot).slice(node.index)) {
      if (sibling === node) continue;
      this.mark(sibling);
      this.#trigger(this.graph.dependentsOf(node.definition).structure, sibling);
    }
  }

  #triggerOutside(dependency: Dependency, node: InstanceNode, parent: InstanceNode): void {
    if (dependency.shared < node.definition.depth) this.#triggerOne(dependency, parent);
  }

  /** A calculate that reads its own node is not run again for what it has just written itself. */
  #wroteItself(computation: Computation, node: InstanceNode): boolean {
    return this.#running === computation && this.#runningOn === node;
  }

  #trigger(dependencies: readonly Dependency[], node: InstanceNode): void {
    for (const dependency of dependencies) this.#triggerOne(dependency, node);
  }

  #triggerOne({ rank, shared }: Dependency, node: InstanceNode): void {
    const computation = this.graph.computations[rank] as Computation;
    const common = ancestorAt(node, shared);
    for (const each of nodesUnder(common, contextOf(computation))) {
      this.#enqueue(rank, computation, each);
    }
  }

  #enqueue(rank: number, computation: Computation, node: InstanceNode): void {
    if (this.#wroteItself(computation, node)) return;
    const bit = KIND_BIT[computation.kind];
    // Several repeats may be counted below one node: their counts share its bit, so it cannot tell them apart.
    if (computation.kind !== 'count') {
      if ((node.pending & bit) !== 0) return;
      node.pending |= bit;
    }
    this.#queue.add(rank, node);
  }

  #evaluate(computation: Computation, node: InstanceNode): void {
    this.#running = computation;
    this.#runningOn = node;
    try {
      this.#apply(computation, node);
    } catch (error) {
      if (!(error instanceof Error)) throw error;
      this.host.report({ ref: node.ref, kind: computation.kind, message: error.message });
    } finally {
      this.#running = undefined;
    }
  }

  #apply({ kind, target, expression }: Computation, node: InstanceNode): void {
    const { scope } = this.host;
    if (expression === undefined) return this.#refreshDisplay(node);
    switch (kind) {
      case 'calculate': {
        const value = expression.evaluate(node, scope);
        const lexical = computedLexical(value, node.type, this.host.conversion);
        if (node.setLexical(lexical, keptType(value, node))) this.valueChanged(node);
        return;
      }
      case 'relevant':
        return this.#setOwnRelevant(node, expression.evaluateBoolean(node, scope));
      case 'readonly':
        return this.#setReadonly(node, expression.evaluateBoolean(node, scope));
      case 'required':
        return this.#setRequired(node, expression.evaluateBoolean(node, scope));
      case 'count':
        return this.host.setRepeatCount(node, target, expression.evaluateNumber(node, scope));
      case 'display':
        return this.#refreshDisplay(node);
    }
  }

  #refreshDisplay(node: InstanceNode): void {
    node.displayVersion += 1;
    this.mark(node);
    if (node.lexical === '' || !node.relevant) return;
    if (node.setLexical(this.host.stillOffered(node))) this.valueChanged(node);
  }

  #setRequired(node: InstanceNode, required: boolean): void {
    if (node.required === required) return;
    node.required = required;
    this.mark(node);
  }

  #setReadonly(node: InstanceNode, readonly: boolean): void {
    if (node.ownReadonly === readonly) return;
    node.ownReadonly = readonly;
    this.#markAll(node);
  }

  #markAll(node: InstanceNode): void {
    this.mark(node);
    for (const child of node.children) this.#markAll(child);
  }

  #setOwnRelevant(node: InstanceNode, relevant: boolean): void {
    if (node.ownRelevant === relevant) return;
    node.ownRelevant = relevant;
    this.#setRelevant(node, relevant && (node.parent?.relevant ?? true));
  }

  #setRelevant(node: InstanceNode, relevant: boolean): void {
    if (node.relevant === relevant) return;
    node.relevant = relevant;
    this.mark(node);
    const { value, structure } = this.graph.dependentsOf(node.definition);
    this.#trigger(value, node);
    this.#trigger(structure, node);
    for (const child of node.children) this.#setRelevant(child, relevant && child.ownRelevant);
    for (const each of node.attributes) this.#setRelevant(each, relevant && each.ownRelevant);
  }

  /** New nodes take their ancestors' relevance without a wave: nothing has read them yet. */
  #settleRelevance(node: InstanceNode): void {
    for (const each of [...node.children, ...node.attributes]) {
      each.relevant = node.relevant && each.ownRelevant;
      this.#settleRelevance(each);
    }
  }
}

/** A truth value or a date stays one in a node whose bind names no type. */
function keptType(value: XPathValue, node: InstanceNode): XPathScalar | undefined {
  if (node.definition.bind?.type !== undefined) return undefined;
  return typeof value === 'boolean' || value instanceof XPathDate ? value : undefined;
}

/** Where a computation is evaluated: a count on the parent of its repeat, all else on its target. */
function contextOf({ kind, target }: Computation): NodeDefinition {
  return kind === 'count' ? (target.parent as NodeDefinition) : target;
}

function ancestorAt(node: InstanceNode, depth: number): InstanceNode {
  let ancestor = node;
  while (ancestor.definition.depth > depth) ancestor = ancestor.parent as InstanceNode;
  return ancestor;
}
