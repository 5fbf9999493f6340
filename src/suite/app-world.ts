import type { XPathEnvironment } from '../xpath/xpath-scope.ts';
import type { XPathNode } from '../xpath/xpath-node.ts';
import type { Assertion } from './assertion.ts';
import type { KeptSearches } from './kept-searches.ts';
import type { SessionContext } from './session-instance.ts';

/** What an app session asks of its host. Values are read when they are needed, so a getter may change them. */
export interface AppWorld {
  readonly environment: XPathEnvironment;
  readonly language: string;
  /** Who is working, for `session/context`. */
  readonly context: SessionContext;
  /** For `session/user/data`. */
  readonly userData: Readonly<Record<string, string>>;
  /** The document node of `jr://instance/casedb`, `jr://fixture/…` and the like; `undefined` when there is none. */
  instance(src: string, id: string): XPathNode | undefined;
  /** Takes the only choice of a menu by itself, as the app's property `cc-auto-advance-menu` asks. */
  readonly advancesMenus?: boolean;
  /** Does what a list of the app starts by itself, such as a search, as the list opens. */
  readonly launchesActions?: boolean;
  /** What was searched for last at each place, so that it is asked again when one comes back there. */
  readonly searches?: KeptSearches;
  /** True for assertions that the host answers by itself, such as the one about case sharing. */
  handlesAssertion?(assertion: Assertion): boolean;
}
