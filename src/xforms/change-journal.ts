import type { InstanceNode, NodeState } from './instance/instance-node.ts';
import type { RefusedAnswer } from './refused-answers.ts';

/** Steps that can be taken back, and nodes that they may name together: a long day of answers stays small. */
const MOST_STEPS = 200;
const MOST_NODES = 50_000;

/** How a node was, or is to be again. */
export interface NotedNode {
  readonly state: NodeState;
  /** Somebody has written over what is calculated there. */
  readonly overwritten: boolean;
}

/** An item of a repeat that came or went. */
export interface ItemChange {
  readonly item: InstanceNode;
  readonly came: boolean;
  /** Where it stands among all children of its parent, while it is out. */
  place: number;
}

/**
 * What a person did at once, with all that followed from it and what the form did on its own until they did the next thing.
 * Of each node it holds the state on the other side: exchanged once, it goes back; once more, it comes again.
 */
export class JournalStep {
  readonly nodes = new Map<InstanceNode, NotedNode>();
  readonly items: ItemChange[] = [];
  readonly refused = new Map<InstanceNode, RefusedAnswer | undefined>();
  /** All of which anything that can be seen has changed. */
  readonly shown = new Set<InstanceNode>();
  /** The questions that were answered, and the items that were added or removed. */
  readonly subjects = new Set<InstanceNode>();
  #removed = 0;

  noteItem(change: ItemChange): void {
    this.items.push(change);
    if (!change.came) this.#removed += countNodes(change.item);
  }

  /** How many nodes it keeps something of, with all that lie in the items that it alone keeps. */
  get size(): number {
    return this.nodes.size + this.shown.size + this.#removed;
  }
}

/**
 * The changes of one filling-in, newest last, each as large as what it changed. While a step is open, whoever changes something
 * notes here how it was.
 */
export class ChangeJournal {
  readonly #past: JournalStep[] = [];
  readonly #future: JournalStep[] = [];
  #open: JournalStep | undefined = undefined;
  #isOwnStep = false;
  /** Something has changed since the step was opened. */
  #hasChanged = false;
  #canFollow = false;

  /**
   * From now on changes are noted: as a step of their own, or as what follows from the last one. What the form does before
   * there is a step is not taken back.
   */
  begin(isOwnStep: boolean): void {
    if (this.#open !== undefined) this.end([]);
    this.#isOwnStep = isOwnStep;
    this.#hasChanged = false;
    this.#open = (isOwnStep ? undefined : this.#past.at(-1)) ?? new JournalStep();
  }

  /** The step is over; `shown` is all that changed in it to the eye. */
  end(shown: Iterable<InstanceNode>): void {
    const step = this.#open;
    this.#open = undefined;
    if (this.#isOwnStep) this.#canFollow = this.#hasChanged;
    if (step === undefined || !this.#hasChanged) return;
    for (const node of shown) step.shown.add(node);
    if (this.#isOwnStep) this.#past.push(step);
    this.#future.length = 0;
    this.#forgetOldest();
  }

  /** False while nothing is noted, as while a form is opened. */
  get isOpen(): boolean {
    return this.#open !== undefined;
  }

  /** A node is about to change. The first time in a step counts. */
  noteNode(node: InstanceNode, isOverwritten: (node: InstanceNode) => boolean): void {
    if (this.#open === undefined) return;
    this.#hasChanged = true;
    if (this.#open.nodes.has(node)) return;
    this.#open.nodes.set(node, { state: node.state, overwritten: isOverwritten(node) });
  }

  noteItem(change: ItemChange): void {
    this.#hasChanged = true;
    this.#open?.noteItem(change);
  }

  /** What stood refused in a question is about to be another, or nothing. */
  noteRefused(node: InstanceNode, before: RefusedAnswer | undefined): void {
    if (this.#open === undefined) return;
    this.#hasChanged = true;
    if (!this.#open.refused.has(node)) this.#open.refused.set(node, before);
  }

  noteSubject(node: InstanceNode): void {
    this.#open?.subjects.add(node);
  }

  /** True where what comes next may belong to what a person did last: that has changed something, and was not taken back since. */
  get canFollow(): boolean {
    return this.#canFollow;
  }

  /** What would be taken back. */
  get last(): JournalStep | undefined {
    return this.#past.at(-1);
  }

  get canUndo(): boolean {
    return this.#past.length > 0;
  }

  get canRedo(): boolean {
    return this.#future.length > 0;
  }

  /** The step to take back, which can then be done again; `undefined` when there is none. */
  takeBack(): JournalStep | undefined {
    this.#canFollow = false;
    return move(this.#past, this.#future);
  }

  /** The step to do again. */
  takeForth(): JournalStep | undefined {
    this.#canFollow = false;
    return move(this.#future, this.#past);
  }

  /** All steps that may still be taken back or done again. */
  get steps(): readonly JournalStep[] {
    return [...this.#past, ...this.#future];
  }

  /** What was done so far stands: none of it is taken back. */
  forget(): void {
    this.#past.length = 0;
    this.#future.length = 0;
    this.#canFollow = false;
  }

  #forgetOldest(): void {
    let nodes = 0;
    for (const step of this.#past) nodes += step.size;
    while (this.#past.length > 1 && (this.#past.length > MOST_STEPS || nodes > MOST_NODES))
      nodes -= this.#past.shift()?.size ?? 0;
  }
}

function countNodes({ attributes, children }: InstanceNode): number {
  let count = 1 + attributes.length;
  for (const child of children) count += countNodes(child);
  return count;
}

function move(from: JournalStep[], to: JournalStep[]): JournalStep | undefined {
  const step = from.pop();
  if (step !== undefined) to.push(step);
  return step;
}
