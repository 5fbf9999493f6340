import type { CaseDatabase } from '../../case/case-database.ts';
import type { AppWorld } from '../../suite/app-world.ts';
import type { XPathEnvironment } from '../../xpath/xpath-scope.ts';
import { pinnedEnvironment } from './pinned-environment.ts';
import type { RestoreWorld } from './restore-world.ts';

/** Where the position of the user is pinned. */
const HERE = '-23.56 -46.66';

/** What the lines about apps say of their surroundings. */
export interface AppPlace {
  readonly locale: string;
  readonly now: string;
  readonly tz?: string;
}

/** Time, chance and place of a line: one for all of it, so that no id is made twice. */
export function appEnvironment({ now, tz = 'UTC' }: AppPlace): XPathEnvironment {
  return pinnedEnvironment(now, tz, HERE);
}

/** The surroundings of an app session over `database`; nothing is answered for the app, assertions neither. */
export function appWorld(
  place: AppPlace,
  world: RestoreWorld,
  database: CaseDatabase,
  environment: XPathEnvironment = appEnvironment(place),
): AppWorld {
  const { locale, tz = 'UTC' } = place;
  const { username, userId, userData } = world.user;
  return {
    environment,
    language: locale,
    context: { deviceid: 'oracle', appversion: '1', username, userid: userId },
    userData,
    instance: (src) => world.instance(src, database, tz),
  };
}
