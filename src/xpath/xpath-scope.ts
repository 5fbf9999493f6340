import type { XPathNode, XPathValue } from './xpath-node.ts';

/** Every source of time, chance and place that an expression can ask. Nothing else reaches the outside. */
export interface XPathEnvironment {
  /** Milliseconds since 1970-01-01T00:00Z. */
  now(): number;
  /** IANA name, such as `Africa/Nairobi`. */
  readonly timeZone: string;
  /** In [0, 1). */
  random(): number;
  /** A random UUID in its usual text form. */
  uuid(): string;
  /** The user's position as `lat lon alt accuracy`, or `''` when unknown. */
  here(): string;
}

/** A function that the host adds, such as `jr:itext`; arguments come evaluated. */
export type XPathFunction = (
  args: readonly XPathValue[],
  node: XPathNode,
  scope: XPathScope,
) => XPathValue;

/** What stays the same while many expressions are evaluated: one form session, one case list. */
export interface XPathScope {
  readonly environment: XPathEnvironment;
  /**
   * The document that absolute paths start from. It can be left out where every context node belongs to it; a host
   * that evaluates on nodes of secondary instances (itemset labels, case lists) gives the form's own instance.
   */
  readonly main?: XPathNode | undefined;
  /** What `version()` answers. */
  readonly formVersion?: string | undefined;
  /** The document node of `instance('id')`, or `undefined` when no such instance is declared. */
  instance(id: string): XPathNode | undefined;
  /** `$name`, or `undefined` when there is no such variable. */
  variable(name: string): XPathValue | undefined;
  /** Functions of the host, asked before "unknown function" is raised. */
  function(name: string): XPathFunction | undefined;
}
