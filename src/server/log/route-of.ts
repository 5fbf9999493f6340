import { matchedRoutes } from 'hono/route';
import type { AppContext } from '../app-environment.ts';

/** Every address: a page or a file of the web app. */
export const EVERYTHING = '/*';

/** The address of a request as the program writes it, `/api/apps/:id/*`: no ids, and few enough to count by. */
export function routeOf(context: AppContext): string {
  const route = matchedRoutes(context).find(({ path }) => path !== EVERYTHING);
  return route?.path ?? EVERYTHING;
}
