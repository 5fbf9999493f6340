import type { Dialect } from './compiled-expression.ts';
import type { XPathNode } from './xpath-node.ts';
import type { XPathScope } from './xpath-scope.ts';

/** What a conversion between types depends on besides the value. A {@link Frame} is one. */
export interface Conversion {
  readonly dialect: Dialect;
  /** IANA name: the day that an instant falls on depends on it. */
  readonly timeZone: string;
}

/**
 * Where an evaluation stands: the context node and its place among its candidates. One is made for an evaluation and
 * one for each run through a predicate, which then moves it from candidate to candidate.
 */
export class Frame implements Conversion {
  /** 1-based place of the node among the candidates of a predicate; 0 outside predicates. */
  position = 0;
  /** Number of candidates. */
  size = 0;
  /** Without a form there is no node that holds the expression: `current()` is then the candidate of a predicate. */
  readonly isFloating: boolean;

  constructor(
    public node: XPathNode,
    public current: XPathNode,
    readonly scope: XPathScope,
    readonly dialect: Dialect,
    readonly timeZone: string,
  ) {
    this.isFloating = current.kind === 'document';
  }

  /** Goes on to another candidate of a predicate. */
  moveTo(node: XPathNode): void {
    this.node = node;
    if (this.isFloating) this.current = node;
  }

  /** A frame for the predicates of a step; `current()` stays. */
  inner(): Frame {
    return new Frame(this.node, this.current, this.scope, this.dialect, this.timeZone);
  }
}

/** The document that absolute paths start from: the scope's, or the one of `current()`. */
export function mainDocument(frame: Frame): XPathNode {
  return frame.scope.main ?? documentOf(frame.current);
}

/** The topmost node above `node`, itself included. */
export function documentOf(node: XPathNode): XPathNode {
  let top = node;
  for (let parent = top.parent; parent !== undefined; parent = parent.parent) top = parent;
  return top;
}
