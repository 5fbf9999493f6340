import type { XmlElement } from '../../xml/xml-element.ts';
import type { DataType } from '../datatype/data-type.ts';
import type { BindDefinition } from './bind-definition.ts';
import type { ControlDefinition, RepeatDefinition } from './control-definition.ts';

/**
 * What all nodes at one path of the main instance have in common: `/data/child/name`, however many children there
 * are. The document itself is the definition without a parent. Fixed once the form is parsed.
 */
export class NodeDefinition {
  /** Number of steps from the document: 0 for the document, 1 for the root element. */
  readonly depth: number;
  readonly ref: string;
  /** Names from the root element down; an attribute is `@name`. */
  readonly path: readonly string[];
  /** Element children in the order in which they first appear. */
  readonly children: NodeDefinition[] = [];
  readonly attributes: NodeDefinition[] = [];
  bind: BindDefinition | undefined = undefined;
  type: DataType = 'string';
  /** The repeat of the body whose items these nodes are. */
  repeat: RepeatDefinition | undefined = undefined;
  /** What a new repeat instance is made of: the `jr:template`, else the first element in the form. */
  pattern: XmlElement | undefined = undefined;
  /** The controls of the body that are bound here, in document order. */
  readonly controls: ControlDefinition[] = [];
  readonly #byName = new Map<string, NodeDefinition>();

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
    const step = kind === 'attribute' ? `@${name}` : name;
    this.path = parent === undefined ? [] : [...parent.path, step];
    this.ref = parent === undefined ? '' : `${parent.ref}/${step}`;
  }

  child(name: string): NodeDefinition | undefined {
    return this.#byName.get(name);
  }

  attribute(name: string): NodeDefinition | undefined {
    return this.#byName.get(`@${name}`);
  }

  /** The child or attribute of that step (`name` or `@name`), made when it is not there yet. */
  grow(
    kind: 'element' | 'attribute',
    name: string,
    namespace: string,
    prefix: string,
  ): NodeDefinition {
    const step = kind === 'attribute' ? `@${name}` : name;
    const existing = this.#byName.get(step);
    if (existing !== undefined) return existing;
    const siblings = kind === 'attribute' ? this.attributes : this.children;
    const made = new NodeDefinition(kind, name, namespace, prefix, this, siblings.length);
    siblings.push(made);
    this.#byName.set(step, made);
    return made;
  }

  /** The definition at a path of steps below this one, or `undefined`. */
  find(path: readonly string[]): NodeDefinition | undefined {
    const [step, ...rest] = path;
    if (step === undefined) return this;
    return this.#byName.get(step)?.find(rest);
  }

  /** This one and all below it, attributes included, in document order. */
  *descendants(): Generator<NodeDefinition> {
    yield this;
    for (const attribute of this.attributes) yield attribute;
    for (const child of this.children) yield* child.descendants();
  }
}
