import { sessionInstance } from '../../suite/session-instance.ts';
import type { SessionContext } from '../../suite/session-instance.ts';
import { staticDocument } from '../../xpath/static-node.ts';
import type { XPathNode } from '../../xpath/xpath-node.ts';
import type { RestoreWorld } from './restore-world.ts';

/** A session as lines of expressions and forms state it; what is neither datum nor user data is context. */
export interface SessionJson {
  readonly datums?: Readonly<Record<string, string>>;
  readonly userData?: Readonly<Record<string, string>>;
  readonly [context: string]: unknown;
}

/** The document of `jr://instance/session`. */
export function sessionDocument(session: SessionJson, world: RestoreWorld | undefined): XPathNode {
  const { datums = {}, userData = {}, ...rest } = session;
  const stated = Object.entries(rest).map(([name, value]) => [name, String(value)]);
  const context = { ...userContext(world), ...Object.fromEntries(stated) } as SessionContext;
  return staticDocument(
    sessionInstance({ datums, context, userData: { ...world?.user.userData, ...userData } }),
  );
}

function userContext(world: RestoreWorld | undefined): { username: string; userid: string } {
  return {
    username: world?.user.username ?? 'oracle',
    userid: world?.user.userId ?? 'oracle-user-id',
  };
}
