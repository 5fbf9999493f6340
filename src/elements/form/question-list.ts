import type { ControlNode } from '../../xforms/control-node.ts';
import { isSection, type ControlElementProperties } from './control-elements.ts';
import { spanOf } from './columns.ts';
import type { FormContext } from './form-context.ts';
import { handOver, partOf, type AwakeElement } from './hand-over.ts';
import { QuestionPlace } from './question-place.ts';
import { namingQuestion } from './repeat-item-name.ts';
import { rest, type Resting } from './rest.ts';
import type { Words } from './resting-picture.ts';

/** So many questions are laid out together: a change in one of them does not lay out the thousands in other blocks. */
const BLOCK = 50;

/** What a list shows. */
export interface ListedControls {
  /** In order, asked or not. */
  readonly controls: readonly ControlNode[];
  readonly context: FormContext;
  /** How many headings stand above them. */
  readonly depth: number;
}

interface Block {
  readonly element: HTMLElement;
  readonly entries: Entry[];
}

interface Entry {
  readonly place: QuestionPlace;
  readonly block: Block;
  /** Ends what tells it of changes. */
  stops: readonly (() => void)[];
}

/**
 * The controls of a form, group, item or screen on the page, each as its element or at rest, those that are not asked left out. An
 * answer touches what it changes, and nothing else.
 */
export class QuestionList {
  readonly element = document.createElement('div');
  readonly #words: Words;
  readonly #changed: (isAboutNone: boolean) => void;
  readonly #blocks: Block[] = [];
  readonly #entries = new Map<string, Entry>();
  readonly #stale = new Set<Entry>();
  #context: FormContext | undefined;
  #depth = 0;
  #shownCount = 0;

  /** `changed` is called when the number of those that are asked is another; with true where it was or is none. */
  constructor(words: Words, changed: (isAboutNone: boolean) => void = () => undefined) {
    this.#words = words;
    this.#changed = changed;
    this.element.className = 'questions';
  }

  /** From now on what rests wakes when somebody comes to it. Without this, whoever holds the list sees to it. */
  wakeOnApproach(): this {
    for (const type of ['focusin', 'pointerover', 'dragenter', 'click'])
      this.element.addEventListener(type, this.#handleApproach);
    return this;
  }

  /** True while nothing is asked. */
  get isEmpty(): boolean {
    return this.#shownCount === 0;
  }

  /** Shows these controls from now on; those that were shown before stay as they are. */
  show({ controls, context, depth }: ListedControls): void {
    if (context !== this.#context || depth !== this.#depth) this.clear();
    this.#context = context;
    this.#depth = depth;
    const gone = new Set(this.#entries.keys());
    let before: Entry | undefined;
    for (const control of controls) {
      gone.delete(control.key);
      before = this.#entries.get(control.key) ?? this.#enter(control, before);
    }
    for (const key of gone) this.#leave(key);
  }

  /** Brings all of it up to date, as when the interface speaks another language. */
  refresh(): void {
    for (const entry of this.#entries.values()) this.#refresh(entry);
  }

  /** Hears of no changes until it resumes, as while it is not on the page. */
  pause(): void {
    for (const entry of this.#entries.values()) {
      stopHearing(entry);
      entry.place.pause();
    }
  }

  /** Hears of changes again, and of those that it has missed. */
  resume(): void {
    for (const entry of this.#entries.values()) {
      this.#hear(entry);
      entry.place.resume();
    }
    this.refresh();
  }

  /** Takes everything away. */
  clear(): void {
    for (const key of [...this.#entries.keys()]) this.#leave(key);
    this.#context = undefined;
  }

  /** The element of the control with that key, woken where it was at rest; `undefined` for what is not asked or not of this list. */
  wake(key: string): HTMLElement | undefined {
    const entry = this.#entries.get(key);
    return entry?.place.shown === undefined ? undefined : this.#wake(entry);
  }

  /** Gives properties to the element of a control, or to what rests in its place. */
  give(key: string, properties: Readonly<Record<string, unknown>>): void {
    this.#entries.get(key)?.place.give(properties);
  }

  /** The element of the first control that is asked. */
  get first(): HTMLElement | undefined {
    const entry = this.#blocks.flatMap(({ entries }) => entries).find(isShown);
    return entry && this.#wake(entry);
  }

  #enter(control: ControlNode, before: Entry | undefined): Entry {
    const block = this.#blockFor(control, before);
    const place = new QuestionPlace(this.#propertiesOf(control), this.#rest);
    const entry: Entry = { place, block, stops: [] };
    this.#hear(entry);
    const at = before?.block === block ? block.entries.lastIndexOf(before) + 1 : 0;
    block.entries.splice(at, 0, entry);
    this.#entries.set(control.key, entry);
    this.#refresh(entry);
    return entry;
  }

  #propertiesOf(node: ControlNode): ControlElementProperties {
    return { node, context: this.#context as FormContext, depth: this.#depth };
  }

  /** What rests may be an item, with a list of its own. */
  readonly #rest = (properties: ControlElementProperties): Resting | undefined =>
    rest(properties, this.#words, () => new QuestionList(this.#words));

  /** A group without anything to ask is not shown, so what lies in a group matters as well; an item has its name from an answer. */
  #hear(entry: Entry): void {
    stopHearing(entry);
    const { control } = entry.place;
    const nodes = new Set([...withDeciding(control)].map(({ node }) => node));
    const mark = () => this.#mark(entry);
    entry.stops = [...nodes].map((node) => (this.#context as FormContext).observe(node, mark));
  }

  #leave(key: string): void {
    const entry = this.#entries.get(key) as Entry;
    const { place, block } = entry;
    stopHearing(entry);
    this.#entries.delete(key);
    block.entries.splice(block.entries.indexOf(entry), 1);
    this.#swap(entry, place.leave());
    if (block.entries.length === 0) this.#drop(block);
  }

  #drop(block: Block): void {
    block.element.remove();
    this.#blocks.splice(this.#blocks.indexOf(block), 1);
  }

  #blockFor(control: ControlNode, before: Entry | undefined): Block {
    const last = before?.block ?? this.#blocks[0];
    if (last === undefined) return this.#addBlock();
    const isAtEnd = last === this.#blocks.at(-1) && last.entries.at(-1) === before;
    return isAtEnd && mayPart(last, control) ? this.#addBlock() : last;
  }

  #addBlock(): Block {
    const block = { element: document.createElement('div'), entries: [] };
    block.element.className = 'block';
    this.#blocks.push(block);
    this.element.append(block.element);
    return block;
  }

  /** All that an answer has changed is brought up to date at once. */
  #mark(entry: Entry): void {
    if (this.#stale.size === 0) queueMicrotask(() => this.#refreshStale());
    this.#stale.add(entry);
  }

  #refreshStale(): void {
    for (const entry of this.#stale)
      if (this.#entries.get(entry.place.control.key) === entry) this.#refresh(entry);
    this.#stale.clear();
  }

  #refresh(entry: Entry): void {
    const before = entry.place.shown;
    entry.place.refresh();
    this.#swap(entry, before);
  }

  /** Puts what an entry shows in the place of what it showed before. */
  #swap(entry: Entry, before: HTMLElement | undefined): void {
    const { shown } = entry.place;
    if (shown === before) return;
    if (shown === undefined) before?.remove();
    else if (before === undefined) entry.block.element.insertBefore(shown, nextShown(entry));
    else before.replaceWith(shown);
    this.#count(Number(shown !== undefined) - Number(before !== undefined));
  }

  #count(change: number): void {
    if (change === 0) return;
    const wasEmpty = this.isEmpty;
    this.#shownCount += change;
    this.#changed(wasEmpty || this.isEmpty);
  }

  #wake(entry: Entry): HTMLElement {
    const before = entry.place.shown;
    const element = entry.place.wake();
    this.#swap(entry, before);
    return element;
  }

  /** Whoever points at a question, goes to it by the keyboard or presses something in it finds it awake. */
  readonly #handleApproach = (event: Event): void => {
    const target = event.target as Element;
    const [key, ...below] = keysAround(target, this.element);
    const entry = key === undefined ? undefined : this.#entries.get(key);
    if (entry === undefined || !entry.place.isResting || isSelecting(event)) return;
    const resting = entry.place.shown as HTMLElement;
    const element = entry.place.wake();
    resting.before(element);
    const approach = { type: event.type, below, part: partOf(target) };
    void handOver(element as AwakeElement, approach).then(() => resting.remove());
  };
}

function stopHearing(entry: Entry): void {
  for (const stop of entry.stops) stop();
  entry.stops = [];
}

function isShown({ place }: Entry): boolean {
  return place.shown !== undefined;
}

/** The question that the next of the same block is put before. */
function nextShown(entry: Entry): Node | null {
  const { entries } = entry.block;
  const next = entries.slice(entries.indexOf(entry) + 1).find(isShown);
  return next?.place.shown ?? null;
}

/** Questions that share a row stay together, and so do a section and what stands below it. */
function mayPart({ entries }: Block, control: ControlNode): boolean {
  const last = entries.at(-1)?.place.control;
  if (last === undefined || entries.length < BLOCK) return false;
  return !isSection(last) && !sharesRow(last) && !sharesRow(control);
}

function sharesRow({ definition }: ControlNode): boolean {
  return spanOf(definition.appearance) !== '';
}

function* withDeciding(control: ControlNode): Generator<ControlNode> {
  yield control;
  const naming = control.kind === 'item' ? namingQuestion(control) : undefined;
  if (naming !== undefined) yield naming;
  if (control.kind !== 'group') return;
  for (const child of control.children) yield* withDeciding(child);
}

/** The keys of the controls that something on the page belongs to, outermost first. */
function keysAround(from: Element, list: Element): string[] {
  const keys: string[] = [];
  for (let at: Element | null = from; at !== null && at !== list; at = at.parentElement) {
    const key = (at as HTMLElement).dataset['key'];
    if (key !== undefined) keys.unshift(key);
  }
  return keys;
}

// A text that somebody marks with the pointer must stay what it is.
function isSelecting(event: Event): boolean {
  return event.type === 'pointerover' && (event as PointerEvent).buttons !== 0;
}
