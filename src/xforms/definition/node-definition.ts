import type { XmlElement } from '../../xml/xml-element.ts';
import type { DataType } from '../datatype/data-type.ts';
import type { BindDefinition } from './bind-definition.ts';
import { NONE, withOneMore } from '../growing-list.ts';
import type { ControlDefinition, RepeatDefinition } from './control-definition.ts';

/**
 * What all nodes at one path of the main instance have in common: `/data/child/name`, however many children there
 * are. The document itself is the definition without a parent. Fixed once the form is parsed.
 */
export class NodeDefinition {
  /** Number of steps from the document: 0 for the document, 1 for the root element. */
  readonly depth: number;
  readonly ref: string;
  /** Element children in the order in which they first appear. */
  children: readonly NodeDefinition[] = NONE;
  attributes: readonly NodeDefinition[] = NONE;
  bind: BindDefinition | undefined = undefined;
  type: DataType = 'string';
  /** The repeat of the body whose items these nodes are. */
  repeat: RepeatDefinition | undefined = undefined;
  /** What a new repeat instance is made of: the `jr:template`, else the first element in the form. */
  pattern: XmlElement | undefined = undefined;
  /** The controls of the body that are bound here, in document order. */
  controls: readonly ControlDefinition[] = NONE;
  // Most definitions are leaves: what they seldom or never need is made when it is asked for.
  #path: readonly string[] | undefined = undefined;
  #byName: Map<string, NodeDefinition> | undefined = undefined;

  constructor(
    readonly kind: 'document' | 'element' | 'attribute',
    readonly name: string,
    readonly namespace: string,
    readonly prefix: string,
    readonly parent: NodeDefinition | undefined,
    /** Position among the parent's element children (or attributes). */
    readonly slot: number,
  ) {
    this.depth = parent === undefined ? 0 : parent.depth + 1;
    this.ref = parent === undefined ? '' : `${parent.ref}/${this.step}`;
  }

  /** Names from the root element down; an attribute is `@name`. */
  get path(): readonly string[] {
    return (this.#path ??= this.parent === undefined ? NONE : [...this.parent.path, this.step]);
  }

  private get step(): string {
    return this.kind === 'attribute' ? `@${this.name}` : this.name;
  }

  child(name: string): NodeDefinition | undefined {
    return this.#byName?.get(name);
  }

  attribute(name: string): NodeDefinition | undefined {
    return this.#byName?.get(`@${name}`);
  }

  /** The child or attribute of that step (`name` or `@name`), made when it is not there yet. */
  grow(
    kind: 'element' | 'attribute',
    name: string,
    namespace: string,
    prefix: string,
  ): NodeDefinition {
    const family = kind === 'attribute' ? 'attributes' : 'children';
    const known = kind === 'attribute' ? this.attribute(name) : this.child(name);
    if (known !== undefined) return known;
    const slot = this[family].length;
    const made = new NodeDefinition(kind, name, namespace, prefix, this, slot);
    this[family] = withOneMore(this[family], made);
    (this.#byName ??= new Map()).set(made.step, made);
    return made;
  }

  addControl(control: ControlDefinition): void {
    this.controls = withOneMore(this.controls, control);
  }

  /** The definition at a path of steps below this one, or `undefined`; `from` is the first step that counts. */
  find(path: readonly string[], from = 0): NodeDefinition | undefined {
    const step = path[from];
    return step === undefined ? this : this.#byName?.get(step)?.find(path, from + 1);
  }

  /** This one and all below it, attributes included, in document order. */
  descendants(): NodeDefinition[] {
    const found: NodeDefinition[] = [];
    this.#collect(found);
    return found;
  }

  #collect(found: NodeDefinition[]): void {
    found.push(this, ...this.attributes);
    for (const child of this.children) child.#collect(found);
  }
}
