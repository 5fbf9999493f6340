import type { Records } from './records.ts';
import type { XPathDate } from './xpath-date.ts';

/** A single value of an expression. */
export type XPathScalar = string | number | boolean | XPathDate;

/** What an expression evaluates to: a scalar, or nodes in document order without duplicates. */
export type XPathValue = XPathScalar | readonly XPathNode[];

/**
 * The tree that expressions walk. The live form instance, parsed secondary instances and the case database all
 * implement it, so that none of them is copied for XPath's sake. Names are local names: XForms expressions of the
 * field ignore namespaces in paths, but `namespace` is there for those that do not.
 */
export interface XPathNode {
  readonly kind: 'document' | 'element' | 'attribute';
  readonly name: string;
  readonly namespace: string;
  /** The document for a root element, `undefined` for a document. */
  readonly parent: XPathNode | undefined;
  /** Element children in document order. The array is not to be changed, nor kept across edits. */
  readonly children: readonly XPathNode[];
  readonly attributes: readonly XPathNode[];
  /** Irrelevant nodes never come out of a location path. True outside form instances. */
  readonly relevant: boolean;
  /** The string-value: own text for a leaf, all descendant text otherwise. `''` when empty or irrelevant. */
  readonly text: string;
  /** The value by datatype (a number for an int, …); the text where there is no type or it does not fit. */
  readonly value: XPathScalar;
  /** 0-based position among the siblings of the same name: a repeat instance's number less one. */
  readonly index: number;

  /** Element children of that local name, in document order. */
  childrenNamed(name: string): readonly XPathNode[];
  /** The attribute of that local name. */
  attribute(name: string): XPathNode | undefined;
  /**
   * The value of the one child of that name, or of the attribute that `@name` names, without making a node of it; `''`
   * where there may be one and is none. `undefined` when the nodes have to be asked. For trees that have no nodes yet.
   */
  scalarNamed?(name: string): XPathScalar | undefined;
  /**
   * Whether the tree may have `path` (names, an attribute as `@name`) below this node although it has none now: the
   * template of a repeat without instances, any property of a case. Asked of the deepest nodes that exist, in CommCare's
   * dialect only, where a path that can never exist is an error. Absent means no.
   */
  canHave?(path: readonly string[]): boolean;
  /**
   * The children called `name` whose `key` has the string value `value`, answered from an index, in document order.
   * `key` is a relative path of names: `'@case_type'`, `'status'`, `'index/parent'`. Returns `undefined` when this node
   * has no index for that key (the caller then walks). Only equality that is plain string equality may ask.
   */
  lookup?(name: string, key: string, value: string): readonly XPathNode[] | undefined;
  /**
   * The same for several keys, `[key, value]` each: the children for which all hold, without a look at those for which only some
   * do. `undefined` when one of the keys has no index.
   */
  lookupAll?(
    name: string,
    conditions: readonly (readonly [key: string, value: string])[],
  ): readonly XPathNode[] | undefined;
  /** The children called `name` as records, where this node can be asked about them without making nodes. */
  records?(name: string): Records | undefined;
  /** Whether the data declare an index of children by `key`, as case databases and indexed fixtures do. Absent means no. */
  hasIndex?(key: string): boolean;
}
