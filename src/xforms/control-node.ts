import { attempt } from './attempt.ts';
import type { Choice } from './choice.ts';
import type { ControlProblem } from './control-problem.ts';
import { chosenValues, strangeValue } from './control-problem.ts';
import type { ControlDefinition } from './definition/control-definition.ts';
import type { NodeDefinition } from './definition/node-definition.ts';
import type { FormText } from './definition/text-definition.ts';
import { plainText } from './form-text.ts';
import { absentItem } from './instance/build-instance.ts';
import { nodesUnder, relatedNode } from './instance/find-nodes.ts';
import type { InstanceNode } from './instance/instance-node.ts';
import type { EvaluationProblem } from './recalculation/recalculation.ts';
import { isOpenRepeat } from './open-repeat.ts';

/**
 * What a control asks of its form: texts and choices at a node, and how often the language has changed. Texts and choices
 * throw `XPathEvaluationError` where they cannot be computed.
 */
export interface ControlOwner {
  readonly languageVersion: number;
  nextControlKey(): string;
  /** True when another item of that repeat below `parent` would be relevant. */
  wouldBeRelevant(parent: InstanceNode, repeat: NodeDefinition): boolean;
  textAt(
    definition: ControlDefinition,
    part: ControlText,
    node: InstanceNode,
  ): FormText | undefined;
  choicesAt(definition: ControlDefinition, node: InstanceNode): readonly Choice[];
  report(problem: EvaluationProblem): void;
}

export type ControlText = 'label' | 'hint' | 'help' | 'alert';

const SHOWN_AT_ONCE: readonly ControlText[] = ['label', 'hint', 'help'];

/** What was shown last, good for one state of the node and one language. */
interface Shown {
  readonly displayVersion: number;
  readonly languageVersion: number;
  readonly texts: Map<ControlText, FormText | undefined>;
  choices: readonly Choice[] | undefined;
  /** The first fault that was met. */
  problem: ControlProblem | undefined;
}

/**
 * A control of the body, live, in one repeat instance: its texts in the current language, its choices and the node
 * that holds its value. Made when it is first asked for; its identity is stable after that.
 */
export class ControlNode {
  /** Unique in the form instance. */
  readonly key: string;
  #controls: readonly ControlNode[] | undefined = undefined;
  #shown: Shown | undefined = undefined;

  constructor(
    private readonly owner: ControlOwner,
    /** `item` is one instance of a repeat; its definition is the repeat's. */
    readonly kind: ControlDefinition['kind'] | 'item',
    readonly definition: ControlDefinition,
    /** The node it is bound to; for a repeat, and for a group without a node, the one that it stands in. */
    readonly node: InstanceNode,
  ) {
    this.key = owner.nextControlKey();
  }

  get relevant(): boolean {
    return this.node.relevant;
  }

  get label(): FormText | undefined {
    return this.#text('label');
  }

  get hint(): FormText | undefined {
    return this.#text('hint');
  }

  get help(): FormText | undefined {
    return this.#text('help');
  }

  /** Choices of a select in the order in which they are offered; empty for any other control. */
  get choices(): readonly Choice[] {
    return (this.#current().choices ??= this.#attempt('choices', [], () =>
      this.owner.choicesAt(this.definition, this.node),
    ));
  }

  /**
   * The choices that are the answer of a select, in the answer's order, without those that are not offered now; empty for any
   * other control.
   */
  get chosen(): readonly Choice[] {
    const { choices } = this;
    return chosenValues(this.definition, this.node.lexical).flatMap(
      (value) => choices.find((choice) => choice.value === value) ?? [],
    );
  }

  /** What keeps it from being shown as the form means it; `undefined` when all is well or it is not relevant. */
  get problem(): ControlProblem | undefined {
    if (!this.relevant) return undefined;
    for (const part of SHOWN_AT_ONCE) this.#text(part);
    const { choices } = this;
    return this.#current().problem ?? strangeValue(this.definition, this.node, choices);
  }

  /** Controls of a group or item, items of a repeat; also those that are not relevant. */
  get children(): readonly ControlNode[] {
    const { definition } = this;
    if (definition.kind !== 'group' && definition.kind !== 'repeat') return [];
    if (this.kind === 'repeat') return this.#repeatItems();
    return (this.#controls ??= controlsIn(this.node, definition.children, this.owner));
  }

  /** True for a repeat that the user may add to: where another item would be relevant. */
  get canAdd(): boolean {
    if (this.kind !== 'repeat' || !this.#isOpenRepeat()) return false;
    return this.owner.wouldBeRelevant(this.node, this.definition.target);
  }

  /** True for an item that the user may take out. */
  get canRemove(): boolean {
    return this.kind === 'item' && this.#isOpenRepeat();
  }

  #isOpenRepeat(): boolean {
    const { definition } = this;
    return definition.kind === 'repeat' && isOpenRepeat(definition.target, this.node);
  }

  /** Asked for again and again: the same list until an item comes or goes. */
  #repeatItems(): readonly ControlNode[] {
    const before = this.#controls ?? [];
    const nodes = nodesUnder(this.node, this.definition.target);
    if (this.#controls === undefined || !areOf(nodes, before)) {
      const known = new Map(before.map((item) => [item.node, item]));
      this.#controls = nodes.map((node) => known.get(node) ?? this.#item(node));
    }
    return this.#controls;
  }

  #item(node: InstanceNode): ControlNode {
    return new ControlNode(this.owner, 'item', this.definition, node);
  }

  #text(part: ControlText): FormText | undefined {
    const { texts } = this.#current();
    if (!texts.has(part)) texts.set(part, this.#computedText(part));
    return texts.get(part);
  }

  #computedText(part: ControlText): FormText | undefined {
    return this.#attempt('text', plainText(''), () =>
      this.owner.textAt(this.definition, part, this.#spokenOf()),
    );
  }

  /** The texts of a repeat are those of the item that may come next. */
  #spokenOf(): InstanceNode {
    return this.kind === 'repeat' ? absentItem(this.node, this.definition.target) : this.node;
  }

  #attempt<T>(kind: ControlProblem['kind'], otherwise: T, show: () => T): T {
    return attempt(show, otherwise, (message) => {
      this.#current().problem ??= { kind, message };
      this.owner.report({ ref: this.node.ref, kind: 'display', message });
    });
  }

  #current(): Shown {
    const { displayVersion } = this.node;
    const { languageVersion } = this.owner;
    if (
      this.#shown?.displayVersion !== displayVersion ||
      this.#shown.languageVersion !== languageVersion
    ) {
      const nothing = { texts: new Map(), choices: undefined, problem: undefined };
      this.#shown = { displayVersion, languageVersion, ...nothing };
    }
    return this.#shown;
  }
}

/** True when these are the controls of these nodes, in this order. */
function areOf(nodes: readonly InstanceNode[], controls: readonly ControlNode[]): boolean {
  return nodes.length === controls.length && nodes.every((node, at) => controls[at]?.node === node);
}

/** Live controls for definitions that stand in `context`. One whose node is not there is left out. */
export function controlsIn(
  context: InstanceNode,
  definitions: readonly ControlDefinition[],
  owner: ControlOwner,
): ControlNode[] {
  const controls: ControlNode[] = [];
  for (const definition of definitions) {
    const node = nodeFor(definition, context);
    if (node !== undefined)
      controls.push(new ControlNode(owner, definition.kind, definition, node));
  }
  return controls;
}

function nodeFor(definition: ControlDefinition, context: InstanceNode): InstanceNode | undefined {
  if (definition.kind === 'group' && !definition.bound) return context;
  const { target } = definition;
  const place = definition.kind === 'repeat' ? target.parent : target;
  return place === undefined ? undefined : relatedNode(context, place);
}
