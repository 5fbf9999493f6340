import type { XPathNode, XPathValue } from './xpath-node.ts';
import type { XPathScope } from './xpath-scope.ts';

/**
 * Whose rules an expression follows. `commcare`: commcare-core's (a node-set of two as a scalar is an error, dates are
 * typed, `position()` of a repeat is 0-based …). `odk`: XPath 1.0 with the ODK XForms functions, lenient.
 */
export type Dialect = 'commcare' | 'odk';

/** An expression compiled to closures: parsed once, evaluated many times, never with `eval`. */
export interface CompiledExpression {
  readonly source: string;
  /** True when two evaluations on the same data may differ: now, today, random, uuid, here … */
  readonly volatile: boolean;
  /** Names of all functions that it calls. */
  readonly functions: ReadonlySet<string>;
  /**
   * The one child or attribute (`@name`) of the context node that decides, with variables and today's date, what the expression gives;
   * `undefined` where several do, none, or anything else.
   */
  readonly soleKey: string | undefined;
  /** The expression as a key of {@link XPathNode.lookup}, where it is nothing but that: `@case_id` for `./@case_id`. */
  readonly key: string | undefined;
  /** Whether it is a path to which another predicate can be written. */
  readonly takesPredicate: boolean;

  /** `node` is the context node and `current()`. Throws {@link XPathEvaluationError}. */
  evaluate(node: XPathNode, scope: XPathScope): XPathValue;
  evaluateString(node: XPathNode, scope: XPathScope): string;
  evaluateNumber(node: XPathNode, scope: XPathScope): number;
  evaluateBoolean(node: XPathNode, scope: XPathScope): boolean;
  /** Throws when the expression is not a node-set. */
  evaluateNodes(node: XPathNode, scope: XPathScope): readonly XPathNode[];

  /**
   * The paths that it may read when it stands on a node at `contextPath` (names from the root element down, the
   * attribute as `@name`): what a dependency graph is made of. Predicates are included.
   */
  references(contextPath: readonly string[]): readonly PathReference[];
}

/** A path that an expression may read, free of positions. */
export interface PathReference {
  /** The id in `instance('id')`; `undefined` for the instance of the context node. */
  readonly instance: string | undefined;
  /** Names from the root element down; `*` any name; a last `**` anything below; an attribute is `@name`. */
  readonly path: readonly string[];
  /**
   * How many leading steps are certain to be ancestors-or-self of the context node itself. `../x` on `/data/rep/y`
   * gives path `data rep x` and 2 (the same repeat instance); `sum(/data/rep/x)` on `/data/total` gives 1.
   */
  readonly shared: number;
  /** True when only the number or order of the nodes is read (`count`, `position`), their relevance included. */
  readonly structural: boolean;
  /**
   * True when a node that reads itself by this path comes to rest all the same: its value is handed on as it is
   * (`coalesce(., 1)`) or only decides (`if(. = '', 1, 2)`), or a predicate chooses a node beside it. A structural path does
   * not, because it leaves out what is not relevant; `position()` alone does.
   */
  readonly settles: boolean;
}
