import { XPathEvaluationError } from '../xpath/xpath-error.ts';
import type { XPathNode } from '../xpath/xpath-node.ts';

/** Where expressions of menus and entries stand: there is no form yet, so a path without `instance()` is an error. */
export const NO_INSTANCE: XPathNode = {
  kind: 'document',
  name: '',
  namespace: '',
  parent: undefined,
  relevant: true,
  index: 0,
  get children() {
    return refuse();
  },
  get attributes() {
    return refuse();
  },
  get text() {
    return refuse();
  },
  get value() {
    return refuse();
  },
  childrenNamed: () => refuse(),
  attribute: () => refuse(),
};

function refuse(): never {
  throw new XPathEvaluationError(
    "there is no form here that the path could lead into; begin it with instance('…')",
  );
}
