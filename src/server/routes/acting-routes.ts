import { Hono } from 'hono';
import * as v from 'valibot';
import type { AppContext, AppEnvironment } from '../app-environment.ts';
import type { Principal } from '../auth/credential-check.ts';
import { setActing } from '../auth/session.ts';
import { describeSession } from '../directory/describe-session.ts';
import type { DirectoryCache } from '../directory/directory-cache.ts';
import { peopleToActAs } from '../directory/people-to-act-as.ts';
import type { Services } from '../services.ts';
import { insertAuditEntry } from '../sql/audit.ts';
import { findUserByName } from '../sql/users.ts';
import type { UserRow } from '../sql/users.ts';
import { jsonOf } from './json-of.ts';
import { limitBody } from './limit-body.ts';

const ActAs = v.object({ username: v.pipe(v.string(), v.maxLength(200)) });

/**
 * `POST /api/session/acting`: an administrator's session becomes that of another user of the project, who is then the one who works
 * and may do what that user may. `DELETE`: it is the administrator's own again. Both answer as `GET /api/session`. `GET` with a
 * `search` answers with the people who may be worked as.
 */
export function actingRoutes(
  services: Services,
  directories: DirectoryCache,
): Hono<AppEnvironment> {
  const routes = new Hono<AppEnvironment>();
  const answer = async (context: AppContext, user: UserRow, actor: UserRow | undefined) => {
    const principal: Principal = { user, project: context.var.principal.project, actor };
    return context.json(await describeSession(directories, principal));
  };
  routes.get('/api/session/acting', async (context) => {
    const { project, user, actor = user } = context.var.principal;
    const directory = await directories.of(project);
    return context.json(peopleToActAs(directory, actor.userId, context.req.query('search') ?? ''));
  });
  routes.post('/api/session/acting', limitBody(16 * 1024), async (context) => {
    const { project, user, actor = user } = context.var.principal;
    const request = v.safeParse(ActAs, await jsonOf(context));
    if (!request.success) return unknownUser(context, '');
    const { username } = request.output;
    const other = await findUserByName(services.database, project.projectId, username);
    if (other === undefined) return unknownUser(context, username);
    await setActing(services, context, other.userId);
    await insertAuditEntry(services.database, project.projectId, {
      at: new Date(services.now()),
      userId: actor.userId,
      change: { kind: 'logInAs', userId: other.userId },
      before: null,
      after: null,
    });
    return answer(context, other, actor);
  });
  routes.delete('/api/session/acting', async (context) => {
    const { user, actor = user } = context.var.principal;
    await setActing(services, context, undefined);
    return answer(context, actor, undefined);
  });
  return routes;
}

function unknownUser(context: AppContext, username: string): Response {
  return context.json({ message: `This project has no active user “${username}”.` }, 404);
}
