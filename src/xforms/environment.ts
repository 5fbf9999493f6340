import type { XPathEnvironment } from '../xpath/xpath-scope.ts';
import type { XPathNode } from '../xpath/xpath-node.ts';

/** Every source of chance or outside data of a form session. Tests and replays hand in a pinned one. */
export interface Environment extends XPathEnvironment {
  /**
   * The document node of a secondary instance that is not in the form itself, by its `src` (`jr://instance/casedb`,
   * `jr://fixture/user-groups` …) and id. `undefined` when there is none: reading it is then an error that names it.
   */
  instance(src: string, id: string): XPathNode | undefined;
  /**
   * What is known about the device and its user, for `jr:preload="property"`, `"context"`, `"user"` … and its parameter
   * (`deviceid`, `username` …). `undefined` leaves the node as the form has it.
   */
  preload?(kind: string, parameter: string): string | undefined;
}
