import type { Conversion } from '../xpath/frame.ts';
import type { XPathScope } from '../xpath/xpath-scope.ts';
import type { OwnAction } from './action-table.ts';
import { ActionTable } from './action-table.ts';
import { attempt } from './attempt.ts';
import type { ChangeJournal, ItemChange, JournalStep } from './change-journal.ts';
import type { ActionEvent } from './definition/action-definition.ts';
import type { FormDefinition } from './definition/form-definition.ts';
import type { NodeDefinition } from './definition/node-definition.ts';
import type { Environment } from './environment.ts';
import { buildItem } from './instance/build-instance.ts';
import type { InstanceNode } from './instance/instance-node.ts';
import type { PreloadMoment } from './preload.ts';
import { preloadNodes } from './preload.ts';
import type { EvaluationProblem, RecalculationHost } from './recalculation/recalculation.ts';
import { Recalculation } from './recalculation/recalculation.ts';
import type { ActionHost } from './run-actions.ts';
import { runActions } from './run-actions.ts';

/** Actions that set off each other for ever are stopped at this depth. */
const DEEPEST_ACTION = 100;

/** The form instance whose nodes change. */
interface ChangedForm {
  readonly definition: FormDefinition;
  readonly document: InstanceNode;
  readonly environment: Environment;
  readonly scope: XPathScope;
  readonly conversion: Conversion;
  readonly journal: ChangeJournal;
  /** What a node keeps of its answer when its choices have changed. */
  stillOffered(node: InstanceNode): string;
  report(problem: EvaluationProblem): void;
}

/**
 * Makes the changes of a form instance and all that follows from them: computed values, preloads, actions, and the
 * items of counted repeats. Whether a change may be made is asked before.
 */
export class FormChanges implements RecalculationHost, ActionHost {
  readonly document: InstanceNode;
  readonly scope: XPathScope;
  readonly conversion: Conversion;
  readonly #recalculation: Recalculation;
  readonly #actions: ActionTable;
  #actionDepth = 0;

  constructor(private readonly form: ChangedForm) {
    const { definition, document, scope, conversion } = form;
    this.document = document;
    this.scope = scope;
    this.conversion = conversion;
    this.#recalculation = new Recalculation(definition.graph, document, this);
    this.#actions = new ActionTable(definition.actions);
  }

  /** Fills in what `jr:preload` asks for at that moment, at `top` and below. */
  preload(top: InstanceNode, moment: PreloadMoment): void {
    const nodes = preloadNodes(this.form, top, moment);
    for (const node of nodes) this.#recalculation.valueChanged(node);
    this.#recalculation.settle();
  }

  /** Runs the actions of an event of the whole form. */
  dispatch(event: ActionEvent): void {
    this.#runActions(this.#actions.for(event), this.document);
  }

  /** Computes everything, for an instance that has just been opened. */
  computeAll(): void {
    this.#recalculation.runAll();
  }

  /** Computes what still waits. */
  compute(): void {
    this.#recalculation.run();
  }

  /** Stores an answer, in its kept form. */
  answer(node: InstanceNode, lexical: string): void {
    const changed = node.setLexical(lexical);
    if (changed) this.#recalculation.valueChanged(node);
    this.#recalculation.written(node);
    this.#recalculation.run();
    // CommCare tells the actions of a question that it was answered; JavaRosa, that its value is another one.
    if (changed || this.conversion.dialect === 'commcare') this.#runValueChanged(node);
  }

  /** The node has got its own answer once more. */
  answerAgain(node: InstanceNode): void {
    this.#recalculation.answeredAgain(node);
    this.#recalculation.run();
  }

  /** True when a calculated node holds something else than was calculated. */
  get hasOverwritten(): boolean {
    return this.#recalculation.hasOverwritten;
  }

  setByAction(node: InstanceNode, lexical: string): void {
    const changed = node.setLexical(lexical);
    if (changed) this.#recalculation.valueChanged(node);
    this.#recalculation.written(node);
    this.#recalculation.settle();
    if (changed && this.conversion.dialect === 'odk') this.#runValueChanged(node);
  }

  /** Most forms have none. */
  #runActions(actions: readonly OwnAction[], top: InstanceNode): void {
    if (actions.length > 0) runActions(actions, top, this);
  }

  #runValueChanged(node: InstanceNode): void {
    const actions = this.#actions.forChangedValue(node.definition);
    if (actions.length === 0) return;
    if (this.#actionDepth === DEEPEST_ACTION) {
      throw new RangeError(`the actions of ${node.ref} set off each other for ever`);
    }
    this.#actionDepth += 1;
    try {
      this.#runActions(actions, node);
      this.#recalculation.run();
    } finally {
      this.#actionDepth -= 1;
    }
  }

  /** Puts a new item at `index` (from 0), or behind the others. */
  addItem(parent: InstanceNode, repeat: NodeDefinition, index?: number): InstanceNode {
    const count = parent.nodesIn(repeat.slot).length;
    const at = Math.min(Math.max(index ?? count, 0), count);
    const item = buildItem(repeat, parent);
    this.#insertItem(item, at);
    this.#recalculation.run();
    return item;
  }

  addCountedItem(parent: InstanceNode, repeat: NodeDefinition): boolean {
    return this.#insertItem(buildItem(repeat, parent), parent.nodesIn(repeat.slot).length);
  }

  /** True when actions have run on the new item. */
  #insertItem(node: InstanceNode, index: number): boolean {
    node.added = true;
    (node.parent as InstanceNode).insert(node, index);
    this.form.journal.noteItem({ item: node, came: true, place: 0 });
    this.#recalculation.entered(node);
    this.preload(node, 'start');
    const actions = this.#actions.forNewItem(node.definition);
    // What the actions read does not know of the new item yet: a count of the items is the position to come, from 0.
    this.#runActions(actions, node);
    this.#recalculation.inserted(node);
    return actions.length > 0;
  }

  takeOut(item: InstanceNode): void {
    const place = (item.parent as InstanceNode).remove(item);
    this.form.journal.noteItem({ item, came: false, place });
    this.#recalculation.removed(item);
    this.#recalculation.run();
  }

  /** True when an item that came next would be relevant. */
  wouldBeRelevant(parent: InstanceNode, repeat: NodeDefinition): boolean {
    return attempt(
      () => this.#recalculation.wouldBeRelevant(parent, repeat),
      false,
      (message) => this.report({ ref: repeat.ref, kind: 'relevant', message }),
    );
  }

  stillOffered(node: InstanceNode): string {
    return this.form.stillOffered(node);
  }

  report(problem: EvaluationProblem): void {
    this.form.report(problem);
  }

  /** Notes how a node is, before it changes. */
  note(node: InstanceNode): void {
    this.form.journal.noteNode(node, this.#isOverwritten);
  }

  readonly #isOverwritten = (node: InstanceNode) => this.#recalculation.isOverwritten(node);

  /** Takes a step back. Nothing is computed anew: what followed from it goes back with it. */
  takeBack(step: JournalStep): void {
    for (const change of step.items.toReversed()) exchangeItem(change, !change.came);
    this.#exchangeNodes(step);
  }

  /** Does a step again that was taken back. */
  takeForth(step: JournalStep): void {
    for (const change of step.items) exchangeItem(change, change.came);
    this.#exchangeNodes(step);
  }

  #exchangeNodes({ nodes, shown }: JournalStep): void {
    for (const [node, noted] of nodes) {
      nodes.set(node, { state: node.state, overwritten: this.#isOverwritten(node) });
      this.#recalculation.restore(node, noted);
    }
    for (const node of shown) {
      node.displayVersion += 1;
      if (node.attached) this.mark(node);
    }
  }

  /** Something about the node that nobody computes with has changed. */
  mark(node: InstanceNode): void {
    this.#recalculation.mark(node);
  }

  /** The nodes of which something has changed since this was last asked. */
  takeChanged(): Set<InstanceNode> {
    return this.#recalculation.takeChanged();
  }
}

function exchangeItem(change: ItemChange, comes: boolean): void {
  const parent = change.item.parent as InstanceNode;
  if (comes) parent.putBack(change.item, change.place);
  else change.place = parent.remove(change.item);
}
