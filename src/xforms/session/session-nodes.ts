import { ControlNode } from '../control-node.ts';
import type { NodeDefinition } from '../definition/node-definition.ts';
import type { FormInstance } from '../form-instance.ts';
import type { InstanceNode } from '../instance/instance-node.ts';
import type { SessionNodeKind } from './session-node.ts';
import { SessionNode } from './session-node.ts';

/** The nodes of a session, one for each node of its instance and each repeat, made when it is first asked for. */
export class SessionNodes {
  readonly #nodes = new WeakMap<InstanceNode, SessionNode>();
  readonly #repeats = new WeakMap<InstanceNode, Map<NodeDefinition, SessionNode>>();

  constructor(private readonly form: FormInstance) {}

  of(node: InstanceNode): SessionNode {
    const known = this.#nodes.get(node);
    if (known !== undefined) return known;
    const made = new SessionNode(this, kindOf(node), node.definition, node);
    this.#nodes.set(node, made);
    return made;
  }

  /** The repeat of that definition in `parent`, as a whole. */
  repeatOf(parent: InstanceNode, definition: NodeDefinition): SessionNode {
    const known = this.#repeats.get(parent) ?? new Map<NodeDefinition, SessionNode>();
    this.#repeats.set(parent, known);
    const node = known.get(definition) ?? new SessionNode(this, 'repeat', definition, parent);
    known.set(definition, node);
    return node;
  }

  /** The node at a reference; one that ends with a repeat's name alone means the repeat. */
  at(ref: string): SessionNode | undefined {
    const path = ref.replace(PREFIX, '$1');
    return this.#repeatAt(path) ?? this.#nodeAt(path);
  }

  childrenOf(node: InstanceNode): SessionNode[] {
    return node.definition.children.flatMap((child) =>
      child.repeat === undefined
        ? node.nodesIn(child.slot).map((each) => this.of(each))
        : this.repeatOf(node, child),
    );
  }

  itemsOf(parent: InstanceNode, repeat: NodeDefinition): SessionNode[] {
    return parent.nodesIn(repeat.slot).map((item) => this.of(item));
  }

  /** The repeats in a node, as far as anybody has seen them. */
  repeatsIn(node: InstanceNode): SessionNode[] {
    return [...(this.#repeats.get(node)?.values() ?? [])];
  }

  parentOf({ kind, instanceNode }: SessionNode): SessionNode | undefined {
    if (kind === 'repeat') return this.of(instanceNode);
    if (kind === 'root') return undefined;
    const parent = instanceNode.parent as InstanceNode;
    return kind === 'item' ? this.repeatOf(parent, instanceNode.definition) : this.of(parent);
  }

  controlOf({ kind, controlDefinition, instanceNode }: SessionNode): ControlNode | undefined {
    if (controlDefinition === undefined) return undefined;
    const shown = kind === 'item' ? 'item' : controlDefinition.kind;
    return new ControlNode(this.form, shown, controlDefinition, instanceNode);
  }

  #repeatAt(ref: string): SessionNode | undefined {
    const cut = ref.lastIndexOf('/');
    const parent = this.form.node(ref.slice(0, cut));
    const definition = parent?.definition.child(ref.slice(cut + 1));
    return parent === undefined || definition?.repeat === undefined
      ? undefined
      : this.repeatOf(parent, definition);
  }

  #nodeAt(ref: string): SessionNode | undefined {
    const node = this.form.node(ref);
    return node === undefined || node.kind === 'document' ? undefined : this.of(node);
  }
}

/** Nodes are found by their local names. */
const PREFIX = /([/@])[^/@[\]:]+:/g;

function kindOf({ kind, definition }: InstanceNode): SessionNodeKind {
  if (kind === 'attribute') return 'attribute';
  if (definition.depth === 1) return 'root';
  if (definition.repeat !== undefined) return 'item';
  if (definition.children.length > 0) return 'group';
  return definition.controls.length > 0 ? 'question' : 'value';
}
