import type { XmlChild, XmlElement } from './xml-element.ts';

/** An element whose children are still to come. */
export interface OpenElement extends XmlElement {
  children: readonly XmlChild[];
}

/** Deeper documents are hostile or broken; every tree walk of ours may then recurse. */
export const MAX_DEPTH = 250;

/** Grows a tree of elements from what a reader meets, in the order of the text. */
export class XmlTreeBuilder {
  readonly #open: OpenElement[] = [];
  /** Children of all open elements, one family behind the other, so that each array is made once, in its full size. */
  readonly #children: XmlChild[] = [];
  /** Where in these the family of each open element begins. */
  readonly #firstChild: number[] = [];

  /** How many elements are open. */
  get depth(): number {
    return this.#open.length;
  }

  /** The innermost open element; its children are not there yet. */
  get innermost(): XmlElement | undefined {
    return this.#open.at(-1);
  }

  /** Begins an element, which is the builder's until it ends. */
  begin(element: OpenElement): void {
    this.#firstChild.push(this.#children.length);
    this.#open.push(element);
  }

  /** Ends the innermost element and returns it; it is no part of the tree before it is added. */
  end(): XmlElement {
    const element = this.#open.pop() as OpenElement;
    element.children = this.#takeChildren(this.#firstChild.pop() as number);
    return element;
  }

  addElement(element: XmlElement): void {
    this.#children.push(element);
  }

  /** Adds text to the innermost element, to the text before it if there is one. */
  addText(text: string): void {
    const last = this.#children.length - 1;
    const before = last < (this.#firstChild.at(-1) as number) ? undefined : this.#children[last];
    if (typeof before === 'string') this.#children[last] = before + text;
    else this.#children.push(text);
  }

  #takeChildren(first: number): readonly XmlChild[] {
    const count = this.#children.length - first;
    if (count === 0) return NONE;
    return count === 1 ? [this.#children.pop() as XmlChild] : this.#children.splice(first);
  }
}

/** One for all that have no attributes or no children, which most elements have not. */
export const NONE: readonly never[] = [];
