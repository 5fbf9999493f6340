import { Hono } from 'hono';
import * as v from 'valibot';
import { DirectoryChangeError } from '../../case/ownership/directory-change.ts';
import type { AppContext, AppEnvironment } from '../app-environment.ts';
import { removeApp, saveApp, uploadApp } from '../apps/change-apps.ts';
import { describeApps } from '../apps/project-apps.ts';
import { AppUploadError } from '../apps/read-uploaded-app.ts';
import { idSchema } from '../directory/project-change-schema.ts';
import type { Services } from '../services.ts';
import { jsonOf } from './json-of.ts';
import { limitBody } from './limit-body.ts';

const MOST_BYTES = 64 * 2 ** 20;

const Settings = v.strictObject({
  name: v.pipe(v.string(), v.trim(), v.maxLength(255)),
  caseSharing: v.nullable(v.boolean()),
  groupIds: v.pipe(v.array(idSchema), v.maxLength(1000)),
  currentVersion: v.nullable(v.pipe(v.number(), v.integer(), v.minValue(1))),
});

const Upload = v.object({
  file: v.pipe(v.string(), v.minLength(1), v.maxLength(255)),
  app: v.optional(idSchema),
});

/**
 * For administrators: `GET /api/admin/apps` the apps of the project with their versions; `POST /api/admin/apps?file=NAME[&app=ID]` takes
 * a file in as the body, as a new app or a new version; `POST /api/admin/apps/:id` settles something about one, `DELETE` forgets it.
 */
export function adminAppRoutes(services: Services): Hono<AppEnvironment> {
  const routes = new Hono<AppEnvironment>();
  routes.get('/api/admin/apps', async (context) =>
    context.json(await describeApps(services, context.var.principal.project)),
  );
  routes.post('/api/admin/apps', limitBody(MOST_BYTES), (context) =>
    telling(context, () => takeUpload(services, context)),
  );
  routes.post('/api/admin/apps/:id', limitBody(64 * 1024), (context) =>
    telling(context, () => takeSettings(services, context, context.req.param('id'))),
  );
  routes.delete('/api/admin/apps/:id', (context) =>
    telling(context, async () => {
      await removeApp(services, context.var.principal, context.req.param('id'));
      return context.body(null, 204);
    }),
  );
  return routes;
}

async function takeUpload(services: Services, context: AppContext): Promise<Response> {
  const query = v.safeParse(Upload, context.req.query());
  if (!query.success) return context.json({ message: 'Name the file: file=clinic.ccz.' }, 400);
  const { file, app: appId } = query.output;
  const bytes = new Uint8Array(await context.req.arrayBuffer());
  const id = await uploadApp(services, context.var.principal, { bytes, file, appId });
  return context.json({ appId: id }, 201);
}

async function takeSettings(
  services: Services,
  context: AppContext,
  appId: string,
): Promise<Response> {
  const settings = v.safeParse(Settings, await jsonOf(context));
  if (!settings.success) return context.json({ message: 'These are no settings of an app.' }, 400);
  await saveApp(services, context.var.principal, appId, settings.output);
  return context.body(null, 204);
}

/** 422 with the sentence for what cannot be done. */
async function telling(context: AppContext, work: () => Promise<Response>): Promise<Response> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof AppUploadError || error instanceof DirectoryChangeError)) throw error;
    return context.json({ message: error.message }, 422);
  }
}
