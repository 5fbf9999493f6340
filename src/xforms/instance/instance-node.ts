import type { Conversion } from '../../xpath/frame.ts';
import type { XPathNode, XPathScalar } from '../../xpath/xpath-node.ts';
import type { DataType } from '../datatype/data-type.ts';
import { typedValue } from '../datatype/typed-value.ts';
import type { NodeDefinition } from '../definition/node-definition.ts';
import type { Violation } from '../violation.ts';

/** All of a node that changes while it is part of the form. */
export interface NodeState {
  readonly lexical: string;
  readonly typed: XPathScalar | undefined;
  readonly required: boolean;
  readonly ownRelevant: boolean;
  readonly ownReadonly: boolean;
  readonly relevant: boolean;
}

const NO_NODES: InstanceNode[] = [];
const NO_SLOTS: InstanceNode[][] = [];

/**
 * A live node of the main instance: an element or attribute with its value and model item properties. Its identity is
 * stable for as long as it is part of the form. Only `FormInstance` changes it; expressions walk it as an
 * {@link XPathNode}, for which an irrelevant node is empty.
 */
export class InstanceNode implements XPathNode {
  /** Element children in document order. */
  children: InstanceNode[] = NO_NODES;
  attributes: InstanceNode[] = NO_NODES;
  index = 0;
  required = false;
  /** Its own `relevant` and `readonly`, without what it inherits. */
  ownRelevant = true;
  ownReadonly = false;
  relevant = true;
  /** True for a repeat instance that came after the form was opened. */
  added = false;
  /** False once it has been taken out of the form. */
  attached = true;
  /** Computations that are waiting for this node, one bit for each kind. */
  pending = 0;
  /** Counts the changes of what is shown here, so that a control knows when its texts are stale. */
  displayVersion = 0;
  #lexical = '';
  #typed: XPathScalar | undefined = undefined;
  /** Children by the slot of their definition. Leaves, which most nodes are, share one empty list. */
  #slots: InstanceNode[][] = NO_SLOTS;

  constructor(
    readonly definition: NodeDefinition,
    readonly parent: InstanceNode | undefined,
    /** What the whole instance has in common. */
    readonly owner: InstanceOwner,
  ) {}

  get kind(): 'document' | 'element' | 'attribute' {
    return this.definition.kind;
  }

  get name(): string {
    return this.definition.name;
  }

  get namespace(): string {
    return this.definition.namespace;
  }

  get type(): DataType {
    return this.definition.type;
  }

  /** The reference with positions where the definition is a repeat: `/data/child[2]/name`. */
  get ref(): string {
    if (this.parent === undefined) return '';
    const step = this.kind === 'attribute' ? `@${this.name}` : this.name;
    const repeated = this.definition.repeat !== undefined || this.index > 0;
    return `${this.parent.ref}/${step}${repeated ? `[${this.index + 1}]` : ''}`;
  }

  /** True when it or an ancestor is `readonly`. */
  get readonly(): boolean {
    return this.ownReadonly || (this.parent?.readonly ?? false);
  }

  /** The value as text in the lexical space of its type. It is kept while the node is not relevant. */
  get lexical(): string {
    return this.#lexical;
  }

  /** Why it may not be submitted as it is; asked anew each time, `undefined` while it is not relevant. */
  get violation(): Violation | undefined {
    return this.owner.violationOf(this);
  }

  /** A node with children has no value of its own: JavaRosa and commcare-core both say so. */
  get text(): string {
    return this.relevant ? this.#lexical : '';
  }

  get value(): XPathScalar {
    if (!this.relevant) return '';
    this.#typed ??= typedValue(this.#lexical, this.type, this.owner.timeZone);
    return this.#typed;
  }

  childrenNamed(name: string): readonly InstanceNode[] {
    const child = this.definition.child(name);
    return child === undefined ? NO_NODES : this.nodesIn(child.slot);
  }

  /** The children whose definition has that slot, in document order. */
  nodesIn(slot: number): readonly InstanceNode[] {
    return this.#slots[slot] ?? NO_NODES;
  }

  attribute(name: string): InstanceNode | undefined {
    const definition = this.definition.attribute(name);
    if (definition === undefined) return undefined;
    // None is missing as a rule, so that each stands where its definition does.
    const likely = this.attributes[definition.slot];
    if (likely?.definition === definition) return likely;
    return this.attributes.find((attribute) => attribute.definition === definition);
  }

  canHave(path: readonly string[]): boolean {
    return this.definition.find(path) !== undefined;
  }

  /**
   * True when the text is another than before. `typed` is what expressions compute with, where that is more than the
   * text and the type tell: a computed truth value in a node without a type.
   */
  setLexical(lexical: string, typed?: XPathScalar): boolean {
    const same = lexical === this.#lexical;
    if (!same || (typed !== undefined && typed !== this.#typed)) this.owner.aboutToChange(this);
    this.#lexical = lexical;
    if (!same || typed !== undefined) this.#typed = typed;
    return !same;
  }

  get state(): NodeState {
    const { required, ownRelevant, ownReadonly, relevant } = this;
    const [lexical, typed] = [this.#lexical, this.#typed];
    return { lexical, typed, required, ownRelevant, ownReadonly, relevant };
  }

  /** Puts it back as it was. */
  set state({ lexical, typed, ...flags }: NodeState) {
    this.#lexical = lexical;
    this.#typed = typed;
    Object.assign(this, flags);
  }

  addAttribute(attribute: InstanceNode): void {
    if (this.attributes === NO_NODES) this.attributes = [];
    this.attributes.push(attribute);
  }

  append(child: InstanceNode): void {
    if (this.children === NO_NODES) this.children = [];
    if (this.#slots === NO_SLOTS) this.#slots = [];
    const siblings = this.#slots[child.definition.slot];
    child.index = siblings?.length ?? 0;
    if (siblings === undefined) this.#slots[child.definition.slot] = [child];
    else siblings.push(child);
    this.children.push(child);
  }

  /** Puts a repeat instance among its siblings, at `index` (0-based) or behind the last one. */
  insert(child: InstanceNode, index: number): void {
    child.index = index;
    this.#place(child, this.#placeFor(child, this.#siblings(child), index));
  }

  /** Takes a repeat instance out. Returns where it stood among all children. */
  remove(child: InstanceNode): number {
    const siblings = this.#siblings(child);
    const place = this.#position(child);
    this.children.splice(place, 1);
    siblings.splice(child.index, 1);
    renumber(siblings, child.index);
    child.setAttached(false);
    return place;
  }

  /** Puts one that was taken out back to where it stood among all children. */
  putBack(child: InstanceNode, place: number): void {
    this.#place(child, place);
    child.setAttached(true);
  }

  #place(child: InstanceNode, place: number): void {
    const siblings = this.#siblings(child);
    if (this.children === NO_NODES) this.children = [];
    this.children.splice(place, 0, child);
    siblings.splice(child.index, 0, child);
    renumber(siblings, child.index);
  }

  private get isInAdded(): boolean {
    return this.added || (this.parent?.isInAdded ?? false);
  }

  #siblings(child: InstanceNode): InstanceNode[] {
    if (this.#slots === NO_SLOTS) this.#slots = [];
    return (this.#slots[child.definition.slot] ??= []);
  }

  /**
   * Where among all children: before the sibling at `index`, after the last one, else where its template stands. A copy
   * of a repeat has no templates inside: there the first one comes last.
   */
  #placeFor(child: InstanceNode, siblings: readonly InstanceNode[], index: number): number {
    const next = siblings[index];
    if (next !== undefined) return this.#position(next);
    const last = siblings.at(-1);
    if (last !== undefined) return this.#position(last) + 1;
    if (this.isInAdded) return this.children.length;
    const { slot } = child.definition;
    const after = this.children.findIndex((each) => each.definition.slot > slot);
    return after < 0 ? this.children.length : after;
  }

  /** Repeat instances stand together as a rule: the search starts where the child is likely to be. */
  #position(child: InstanceNode): number {
    const last = this.children.length - 1;
    return this.children[last] === child ? last : this.children.indexOf(child);
  }

  private setAttached(attached: boolean): void {
    this.attached = attached;
    for (const child of this.children) child.setAttached(attached);
    for (const attribute of this.attributes) attribute.attached = attached;
  }
}

/** What a node asks of the instance that it belongs to. */
export interface InstanceOwner {
  /** IANA name: what a plain date means depends on it. */
  readonly timeZone: string;
  readonly conversion: Conversion;
  violationOf(node: InstanceNode): Violation | undefined;
  /** The node's value, or what it says of itself, is about to be another. */
  aboutToChange(node: InstanceNode): void;
}

function renumber(siblings: readonly InstanceNode[], from: number): void {
  for (let index = from; index < siblings.length; index += 1) {
    (siblings[index] as InstanceNode).index = index;
  }
}
