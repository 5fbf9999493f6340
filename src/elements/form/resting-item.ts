import { render } from 'lit';
import { icon } from '../shared/icon.ts';
import type { ControlElementProperties } from './control-elements.ts';
import { headingTag } from './heading.ts';
import type { QuestionList } from './question-list.ts';
import { itemTitle, type ItemPlace } from './repeat-item-name.ts';
import type { Resting } from './rest.ts';
import type { Words } from './resting-picture.ts';

/** An item of a repeat at rest; `questions` is an empty list for what it asks. */
export function restingItem(
  properties: ControlElementProperties,
  words: Words,
  questions: QuestionList,
): Resting {
  return new RestingItem(properties, words, questions);
}

/** One item of a repeat while nobody is at it: its card with its name, the button that removes it, and its questions at rest. */
class RestingItem implements Resting {
  readonly element = document.createElement('section');
  readonly #heading: HTMLElement;
  readonly #removal = document.createElement('button');
  readonly #removalWords = document.createElement('span');
  #properties: ControlElementProperties & Partial<ItemPlace>;
  /** What its questions were last shown in. */
  #spoken: Words;

  constructor(
    properties: ControlElementProperties,
    private readonly words: Words,
    private readonly questions: QuestionList,
  ) {
    const { node, context, depth } = properties;
    this.#properties = properties;
    this.#spoken = { ...words };
    this.questions.show({ controls: node.children, context, depth: depth + 1 });
    this.#heading = document.createElement(headingTag(depth));
    this.#draw();
  }

  update(): boolean {
    this.#speak();
    this.#showName();
    return true;
  }

  /** Its questions hear of answers themselves, but not that the interface speaks another language. */
  #speak(): void {
    const { lang, strings } = this.words;
    if (lang === this.#spoken.lang && strings === this.#spoken.strings) return;
    this.#spoken = { lang, strings };
    this.questions.refresh();
  }

  #showName(): void {
    const { node } = this.#properties;
    const place = this.#place;
    // Until it is told where it stands among the others it has no name.
    if (place === undefined) return;
    write(this.#heading, itemTitle(node, place, this.words));
    this.#removal.hidden = !node.canRemove;
    const { removeRepeat } = this.words.strings.form;
    write(this.#removalWords, removeRepeat(place.label, place.position));
  }

  give(properties: Readonly<Record<string, unknown>>): void {
    this.#properties = { ...this.#properties, ...properties };
    this.update();
  }

  pause(): void {
    this.questions.pause();
  }

  resume(): void {
    this.questions.resume();
  }

  leave(): void {
    this.questions.clear();
  }

  get #place(): ItemPlace | undefined {
    const { label, position, total } = this.#properties;
    if (label === undefined || position === undefined) return undefined;
    return { label, position, total };
  }

  #draw(): void {
    const { key } = this.#properties.node;
    this.element.className = 'question resting card';
    this.element.dataset['key'] = key;
    this.element.role = 'group';
    this.#heading.id = key;
    this.element.setAttribute('aria-labelledby', key);
    this.element.append(this.#drawHead(), this.questions.element);
  }

  #drawHead(): HTMLElement {
    const head = document.createElement('div');
    head.className = 'head';
    this.#removal.type = 'button';
    this.#removal.className = 'button quiet compact';
    this.#removal.dataset['remove'] = '';
    this.#removal.append(trash(), this.#removalWords);
    head.append(this.#heading, this.#removal);
    return head;
  }
}

/** What is written anew is laid out anew, be it the same. */
function write(element: HTMLElement, words: string): void {
  if (element.textContent !== words) element.textContent = words;
}

let drawn: Node | undefined;

/** Rendered once: a copy is much quicker. */
function trash(): Node {
  if (drawn === undefined) {
    const holder = document.createElement('span');
    render(icon('trash'), holder);
    drawn = holder.querySelector('svg') as Node;
  }
  return drawn.cloneNode(true);
}
