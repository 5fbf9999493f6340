import type { Choice } from '../choice.ts';
import type { ControlNode } from '../control-node.ts';
import type { ControlProblem } from '../control-problem.ts';
import type { DataType } from '../datatype/data-type.ts';
import type { ControlDefinition } from '../definition/control-definition.ts';
import type { NodeDefinition } from '../definition/node-definition.ts';
import type { FormText } from '../definition/text-definition.ts';
import type { InstanceNode } from '../instance/instance-node.ts';
import type { Violation } from '../violation.ts';
import type { SessionNodes } from './session-nodes.ts';

/**
 * What a {@link SessionNode} is: `root` the whole instance; `group` an element with children; `repeat` a repeat as a whole,
 * whose children are its items; `item` one repeat instance; `question` a leaf that a person answers; `value` a leaf without a
 * control; `attribute` an attribute of an element.
 */
export type SessionNodeKind =
  'root' | 'group' | 'repeat' | 'item' | 'question' | 'value' | 'attribute';

const NO_CHOICES: readonly Choice[] = [];

/**
 * A node of the instance as it is now: a live view, never a copy. Its identity is stable; read it again after a change
 * (`FormSession.onChange` says when). It is changed through the session alone.
 */
export class SessionNode {
  readonly #nodes: SessionNodes;
  #control: ControlNode | undefined = undefined;

  constructor(
    nodes: SessionNodes,
    readonly kind: SessionNodeKind,
    /** The paths that are this node's; for a repeat those of its items. */
    private readonly definition: NodeDefinition,
    /** The engine's own node; for a repeat the one that it stands in. */
    readonly instanceNode: InstanceNode,
  ) {
    this.#nodes = nodes;
  }

  /** Absolute, with 1-based positions: `/data/child[2]/name`; of a repeat without the last one: `/data/child`. */
  get ref(): string {
    const { ref } = this.instanceNode;
    return this.kind === 'repeat' ? `${ref}/${this.name}` : ref;
  }

  /** The local name of its element or attribute. */
  get name(): string {
    return this.definition.name;
  }

  /** The control that it is bound to, as XForms names the element; `undefined` when nothing in the body shows it. */
  get control(): ControlDefinition['kind'] | undefined {
    return this.controlDefinition?.kind;
  }

  /** The datatype of a leaf, `string` when its bind names none; `undefined` for what has no value of its own. */
  get type(): DataType | undefined {
    return this.isLeaf ? this.definition.type : undefined;
  }

  /** The value in the lexical space of its type, `''` when empty. It is kept while the node is not relevant. */
  get value(): string {
    return this.isLeaf ? this.instanceNode.lexical : '';
  }

  /** Whether it is part of the form just now, itself and all that it stands in. */
  get relevant(): boolean {
    return this.instanceNode.relevant;
  }

  get required(): boolean {
    return this.kind !== 'repeat' && this.instanceNode.required;
  }

  /** True also for what stands in something that is read-only. */
  get readonly(): boolean {
    return this.instanceNode.readonly;
  }

  /** Why it may not be submitted as it is, with the form's own message; `undefined` when it is fine or not relevant. */
  get violation(): Violation | undefined {
    return this.kind === 'repeat' ? undefined : this.instanceNode.violation;
  }

  /** Label, hint and help in the current language, with outputs, markdown and media; `undefined` where there is none. */
  get label(): FormText | undefined {
    return this.#controlNode?.label;
  }

  get hint(): FormText | undefined {
    return this.#controlNode?.hint;
  }

  get help(): FormText | undefined {
    return this.#controlNode?.help;
  }

  /** What a select offers now, in its order; empty for anything else. */
  get choices(): readonly Choice[] {
    return this.#controlNode?.choices ?? NO_CHOICES;
  }

  /** The choices that are its answer, in the answer's order; those that are not offered now are left out. */
  get chosen(): readonly Choice[] {
    return this.#controlNode?.chosen ?? NO_CHOICES;
  }

  /** What keeps its control from being shown as the form means it; `undefined` when all is well. */
  get problem(): ControlProblem | undefined {
    return this.#controlNode?.problem;
  }

  /** The words of the control's `appearance`. */
  get appearance(): readonly string[] {
    return this.controlDefinition?.appearance ?? [];
  }

  /** The other attributes of its bind and of its control in the body, by local name: `max-pixels`, `mediatype`, `rows` … */
  get attributes(): Readonly<Record<string, string>> {
    return { ...this.definition.bind?.attributes, ...this.controlDefinition?.attributes };
  }

  /** The attributes of its element in the instance. */
  get instanceAttributes(): readonly SessionNode[] {
    if (this.kind === 'repeat') return [];
    return this.instanceNode.attributes.map((attribute) => this.#nodes.of(attribute));
  }

  /** In the order of the form; a repeat stands there once, with its items below it. */
  get children(): readonly SessionNode[] {
    return this.kind === 'repeat'
      ? this.#nodes.itemsOf(this.instanceNode, this.definition)
      : this.#nodes.childrenOf(this.instanceNode);
  }

  /** What it stands in; `undefined` for the root. */
  get parent(): SessionNode | undefined {
    return this.#nodes.parentOf(this);
  }

  /** False once it, or what it stands in, was taken out of the form. */
  get attached(): boolean {
    return this.instanceNode.attached;
  }

  /** True for a repeat that a person may add to. */
  get canAdd(): boolean {
    return this.#controlNode?.canAdd ?? false;
  }

  /** True for an item that a person may take out. */
  get canRemove(): boolean {
    return this.#controlNode?.canRemove ?? false;
  }

  /** The control as the form defines it: start, end and step of a range, the media type of an upload … */
  get controlDefinition(): ControlDefinition | undefined {
    const { repeat, controls } = this.definition;
    return this.kind === 'repeat' || this.kind === 'item' ? repeat : controls[0];
  }

  private get isLeaf(): boolean {
    return this.kind === 'question' || this.kind === 'value' || this.kind === 'attribute';
  }

  get #controlNode(): ControlNode | undefined {
    return (this.#control ??= this.#nodes.controlOf(this));
  }
}
