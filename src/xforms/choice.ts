import type { XPathNode } from '../xpath/xpath-node.ts';
import type { FormText } from './definition/text-definition.ts';

/** One choice of a select. The label is the value itself where the form gives none. */
export interface Choice {
  readonly value: string;
  readonly label: FormText;
  /**
   * What else is known of it: the texts of all children of its node, by name, such as `geometry` for a map. Empty for a
   * choice that stands in the form's body.
   */
  readonly properties: ReadonlyMap<string, string>;
}

/** A choice of which nothing is known but value and label. */
export function plainChoice(value: string, label: FormText): Choice {
  return { value, label, properties: NO_PROPERTIES };
}

const NO_PROPERTIES: ReadonlyMap<string, string> = new Map();

/** A choice out of an itemset; its properties are read when they are first asked for. */
export class ItemsetChoice implements Choice {
  readonly #node: XPathNode;
  #properties: ReadonlyMap<string, string> | undefined;

  constructor(
    readonly value: string,
    readonly label: FormText,
    node: XPathNode,
  ) {
    this.#node = node;
  }

  get properties(): ReadonlyMap<string, string> {
    return (this.#properties ??= new Map(
      this.#node.children.map((child) => [child.name, child.text]),
    ));
  }
}
