import type { CaseDatabase } from '../../case/case-database.ts';
import type { AppWorld } from '../../suite/app-world.ts';
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

/** The surroundings of an app session over `database`; nothing is answered for the app, assertions neither. */
export function appWorld(
  { locale, now, tz = 'UTC' }: AppPlace,
  world: RestoreWorld,
  database: CaseDatabase,
): AppWorld {
  const { username, userId, userData } = world.user;
  return {
    environment: pinnedEnvironment(now, tz, HERE),
    language: locale,
    context: { deviceid: 'oracle', appversion: '1', username, userid: userId },
    userData,
    instance: (src) => world.instance(src, database, tz),
  };
}
