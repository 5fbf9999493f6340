import type { CompiledExpression } from '../../xpath/compiled-expression.ts';
import type { Conversion } from '../../xpath/frame.ts';
import { XPathDate } from '../../xpath/xpath-date.ts';
import type { XPathScalar, XPathValue } from '../../xpath/xpath-node.ts';
import type { XPathScope } from '../../xpath/xpath-scope.ts';
import type { NotedNode } from '../change-journal.ts';
import { computedLexical } from '../datatype/computed-lexical.ts';
import type { NodeDefinition } from '../definition/node-definition.ts';
import { futureItem } from '../instance/build-instance.ts';
import { ancestorAt, nodesUnder } from '../instance/find-nodes.ts';
import type { InstanceNode } from '../instance/instance-node.ts';
import type { Computation, Dependency, DependencyGraph } from './dependency-graph.ts';
import { contextOf } from './dependency-graph.ts';
import type { WaitingCount } from './count-queue.ts';
import { CountQueue } from './count-queue.ts';
import { OverwrittenNodes } from './overwritten-nodes.ts';
import { RankQueue } from './rank-queue.ts';

/**
 * A computation that failed: the form is at fault. The node keeps what it had. `saved`: what a saved instance has too much;
 * `instance`: one that the form reads and nobody has, `ref` then being its id.
 */
export interface EvaluationProblem {
  readonly ref: string;
  readonly kind: Computation['kind'] | 'setvalue' | 'saved' | 'instance';
  readonly message: string;
}

/** What recalculation asks of the form instance that it works for. */
export interface RecalculationHost {
  readonly scope: XPathScope;
  readonly conversion: Conversion;
  /**
   * Puts one more item of a counted repeat behind the others. True when actions have run on it, so that the form has to
   * settle before the next one comes.
   */
  addCountedItem(parent: InstanceNode, repeat: NodeDefinition): boolean;
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
  count: 0,
};

/** As many are made after one answer, however many repeats are counted. */
const MOST_ITEMS = 10_000;
const TOO_MANY = `jr:count asks for more than ${MOST_ITEMS} items`;
const MOST_PASSES = 1000;
const RESTLESS = 'this follows from itself in other items and never comes to rest';

/**
 * Keeps everything that follows from values right. Changes are told to it; `run` then evaluates what depends on them,
 * in topological order, for the affected nodes only. A result that is the same as before stops the wave.
 */
export class Recalculation {
  /** Nodes of which something has changed since it was last taken. */
  #changed = new Set<InstanceNode>();
  readonly #queue = new RankQueue();
  readonly #counts = new CountQueue();
  readonly #overwritten: OverwrittenNodes;
  #running: Computation | undefined = undefined;
  #runningOn: InstanceNode | undefined = undefined;

  constructor(
    private readonly graph: DependencyGraph,
    private readonly document: InstanceNode,
    private readonly host: RecalculationHost,
  ) {
    this.#overwritten = new OverwrittenNodes(graph);
  }

  /** Evaluates everything once: for an instance that has just been opened. */
  runAll(): void {
    this.graph.computations.forEach((computation, rank) => {
      for (const node of nodesUnder(this.document, contextOf(computation))) {
        this.#enqueue(rank, computation, node);
      }
    });
    this.run();
  }

  /** Brings the form up to date, and makes the items that `jr:count` asks for then, until nothing is left to do. */
  run(): void {
    this.settle();
    let left = MOST_ITEMS;
    for (let count = this.#counts.first(); count !== undefined; count = this.#counts.first()) {
      left -= this.#makeItems(count, left);
      this.settle();
    }
  }

  /** Evaluates all that waits, but makes no items. */
  settle(): void {
    let passes = 0;
    let last: number | undefined = undefined;
    for (let rank = this.#queue.pop(); rank !== undefined; rank = this.#queue.pop()) {
      passes = rank === last ? passes + 1 : 1;
      last = rank;
      this.#evaluateRank(rank, passes > MOST_PASSES);
    }
  }

  /** A calculate that reads itself in other items is computed until it rests; one that never does is given up. */
  #evaluateRank(rank: number, isRestless: boolean): void {
    const computation = this.graph.computations[rank] as Computation;
    const nodes = this.#queue.take(rank);
    for (const node of nodes) {
      node.pending &= ~KIND_BIT[computation.kind];
      if (node.attached && !isRestless) this.#evaluate(computation, node);
    }
    if (isRestless)
      this.#report(new RangeError(RESTLESS), computation.kind, nodes[0] as InstanceNode);
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

  /** A person or an action has written a node, be it with the value that it had. */
  written(node: InstanceNode): void {
    this.answeredAgain(node);
    this.#overwritten.add(node);
  }

  /** A node has got its own value once more. */
  answeredAgain(node: InstanceNode): void {
    for (const each of this.#overwritten.takeFollowing(node)) this.#calculateAgain(each);
  }

  /** True when a calculated node holds something else than was calculated. */
  get hasOverwritten(): boolean {
    return !this.#overwritten.isEmpty;
  }

  isOverwritten(node: InstanceNode): boolean {
    return this.#overwritten.has(node);
  }

  /** Puts a node back as it was once, where all that follows from it is put back as well. */
  restore(node: InstanceNode, { state, overwritten }: NotedNode): void {
    node.state = state;
    if (overwritten) this.#overwritten.add(node);
    else this.#overwritten.delete(node);
  }

  #calculateAgain(node: InstanceNode): void {
    const rank = this.graph.calculateOf(node.definition) as number;
    this.#enqueue(rank, this.graph.computations[rank] as Computation, node);
  }

  /** A new item takes its ancestors' relevance without a wave: nothing has read it yet. */
  entered(item: InstanceNode): void {
    item.relevant = (item.parent as InstanceNode).relevant && item.ownRelevant;
    this.#settleRelevance(item);
  }

  /** An item has come into the form: all about it is evaluated, and all that counts or sums it. */
  inserted(item: InstanceNode): void {
    for (const rank of this.graph.effectsOf(item.definition).inside) {
      const computation = this.graph.computations[rank] as Computation;
      for (const node of nodesUnder(item, contextOf(computation))) {
        this.#enqueue(rank, computation, node);
      }
    }
    this.#itemsChanged(item);
  }

  removed(item: InstanceNode): void {
    this.#itemsChanged(item);
  }

  /** The items behind one that came or went have another position now. */
  #itemsChanged(item: InstanceNode): void {
    const parent = item.parent as InstanceNode;
    const { outside, position } = this.graph.effectsOf(item.definition);
    this.mark(parent);
    this.#trigger(outside, parent);
    // JavaRosa looks at the positions of all items anew.
    const readers = this.host.conversion.dialect === 'odk' ? [...outside, ...position] : outside;
    for (const each of this.#overwritten.takeReading(parent, readers)) this.#calculateAgain(each);
    for (const sibling of parent.nodesIn(item.definition.slot).slice(item.index)) {
      if (sibling === item) continue;
      this.mark(sibling);
      this.#trigger(position, sibling);
    }
  }

  /** True when an item that came next would be relevant. */
  wouldBeRelevant(parent: InstanceNode, repeat: NodeDefinition): boolean {
    if (!parent.relevant) return false;
    const relevant = repeat.bind?.relevant;
    if (relevant === undefined) return true;
    return relevant.evaluateBoolean(futureItem(parent, repeat), this.host.scope);
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
    if (computation.kind === 'count') return this.#counts.add(rank, node);
    if (this.#wroteItself(computation, node)) return;
    const bit = KIND_BIT[computation.kind];
    if ((node.pending & bit) !== 0) return;
    node.pending |= bit;
    this.#queue.add(rank, node);
  }

  #evaluate(computation: Computation, node: InstanceNode): void {
    this.#running = computation;
    this.#runningOn = node;
    try {
      this.#apply(computation, node);
    } catch (error) {
      this.#report(error, computation.kind, node);
    } finally {
      this.#running = undefined;
    }
  }

  #report(error: unknown, kind: Computation['kind'], { ref }: InstanceNode): void {
    if (!(error instanceof Error)) throw error;
    this.host.report({ ref, kind, message: error.message });
  }

  #apply({ kind, expression }: Computation, node: InstanceNode): void {
    const { scope } = this.host;
    if (expression === undefined) return this.#refreshDisplay(node);
    switch (kind) {
      case 'calculate': {
        const value = expression.evaluate(node, scope);
        const lexical = computedLexical(value, node.type, this.host.conversion);
        this.#overwritten.delete(node);
        if (node.setLexical(lexical, keptType(value, node))) this.valueChanged(node);
        return;
      }
      case 'relevant':
        return this.#setOwnRelevant(node, expression.evaluateBoolean(node, scope));
      case 'readonly':
        return this.#setReadonly(node, expression.evaluateBoolean(node, scope));
      case 'required':
        return this.#setRequired(node, expression.evaluateBoolean(node, scope));
    }
  }

  /**
   * Makes the items that are missing, and says how many; after one on which actions have run, the form settles before the
   * next. A count that follows from its own items, or counts in counts, could ask for items without end.
   */
  #makeItems(waiting: WaitingCount, most: number): number {
    const { rank, parent } = waiting;
    const { target, expression } = this.graph.computations[rank] as Computation;
    let made = 0;
    try {
      while (this.#lacksItem(parent, target, expression as CompiledExpression)) {
        if (made === most) throw new RangeError(TOO_MANY);
        made += 1;
        if (this.host.addCountedItem(parent, target)) return made;
      }
    } catch (error) {
      this.#report(error, 'count', parent);
    }
    this.#counts.drop(waiting);
    return made;
  }

  #lacksItem(parent: InstanceNode, repeat: NodeDefinition, count: CompiledExpression): boolean {
    if (!parent.attached || !this.wouldBeRelevant(parent, repeat)) return false;
    const wanted = count.evaluateNumber(futureItem(parent, repeat), this.host.scope);
    if (wanted > MOST_ITEMS) throw new RangeError(TOO_MANY);
    return parent.nodesIn(repeat.slot).length + 1 <= wanted;
  }

  #refreshDisplay(node: InstanceNode): void {
    node.displayVersion += 1;
    this.mark(node);
    if (node.lexical === '' || !node.relevant) return;
    if (node.setLexical(this.host.stillOffered(node))) this.valueChanged(node);
  }

  #setRequired(node: InstanceNode, required: boolean): void {
    if (node.required === required) return;
    node.owner.aboutToChange(node);
    node.required = required;
    this.mark(node);
  }

  #setReadonly(node: InstanceNode, readonly: boolean): void {
    if (node.ownReadonly === readonly) return;
    node.owner.aboutToChange(node);
    node.ownReadonly = readonly;
    this.#markAll(node);
  }

  #markAll(node: InstanceNode): void {
    this.mark(node);
    for (const child of node.children) this.#markAll(child);
  }

  #setOwnRelevant(node: InstanceNode, relevant: boolean): void {
    if (node.ownRelevant === relevant) return;
    node.owner.aboutToChange(node);
    node.ownRelevant = relevant;
    this.#setRelevant(node, relevant && (node.parent?.relevant ?? true));
  }

  #setRelevant(node: InstanceNode, relevant: boolean): void {
    if (node.relevant === relevant) return;
    node.owner.aboutToChange(node);
    node.relevant = relevant;
    this.mark(node);
    const { value, structure } = this.graph.dependentsOf(node.definition);
    this.#trigger(value, node);
    this.#trigger(structure, node);
    for (const child of node.children) this.#setRelevant(child, relevant && child.ownRelevant);
    for (const each of node.attributes) this.#setRelevant(each, relevant && each.ownRelevant);
  }

  #settleRelevance(node: InstanceNode): void {
    for (const each of [...node.children, ...node.attributes]) {
      each.relevant = node.relevant && each.ownRelevant;
      this.#settleRelevance(each);
    }
  }
}

/** What was computed stays what it is in a node that says no more than text: a number, a truth value, a date. */
function keptType(value: XPathValue, { type, definition }: InstanceNode): XPathScalar | undefined {
  const isText = type === 'string' || definition.bind?.type === undefined;
  if (!isText || Number.isNaN(value)) return undefined;
  return typeof value === 'object' && !(value instanceof XPathDate) ? undefined : value;
}
