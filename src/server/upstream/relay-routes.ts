import { Hono } from 'hono';
import type { AppContext, AppEnvironment } from '../app-environment.ts';
import { answerMessage } from '../routes/answer-message.ts';
import { limitBody } from '../routes/limit-body.ts';
import { openRosaBody } from '../routes/openrosa-message.ts';
import { restorePending } from '../routes/restore-pending.ts';
import { readParameters } from '../routes/read-parameters.ts';
import { withApp } from '../routes/openrosa-routes.ts';
import { readRestorePending } from '../../openrosa/restore-pending.ts';
import { askForRestore } from './ask-for-restore.ts';
import { reaching } from './reaching.ts';
import { relayForm } from './relay-form.ts';
import { relayProblem } from './relay-problem.ts';
import type { Upstream } from './upstream.ts';
import { bytesOf, limited, textOf } from './upstream-client.ts';

const MEBIBYTE = 2 ** 20;
const MOST_OF_RESTORE = 1024 * MEBIBYTE;
const MOST_OF_ARCHIVE = 256 * MEBIBYTE;
const MOST_OF_SEARCH = 64 * MEBIBYTE;
const MOST_OF_MESSAGE = 64 * 1024;
const MOST_OF_QUESTION = 100_000;

/** Restores, forms, apps, searches and claims, each handed on in the name of whoever asks. */
export function relayRoutes(upstream: Upstream): Hono<AppEnvironment> {
  const routes = new Hono<AppEnvironment>();
  const relay =
    (handle: (upstream: Upstream, context: AppContext) => Promise<Response>) =>
    (context: AppContext) =>
      reaching(context, () => handle(upstream, context));
  const limit = limitBody(MOST_OF_QUESTION);
  routes.get('/api/restore', relay(relayRestore));
  routes.post('/api/receiver', relay(relayForm));
  routes.on('POST', withApp('/api/search'), limit, relay(relaySearch));
  routes.on('POST', withApp('/api/claim-case'), limit, relay(relayClaim));
  routes.get('/api/apps', (context) => context.json(describeApps(upstream)));
  routes.get('/api/apps/:id/:file', relay(relayApp));
  return routes;
}

async function relayRestore(upstream: Upstream, context: AppContext): Promise<Response> {
  const since = context.req.query('since') || undefined;
  const answer = await askForRestore(upstream.client, upstream.accountOf(context), since);
  if (answer.status === 202) return relayPending(context, answer);
  if (answer.status !== 200 || !isXml(answer)) return relayProblem(upstream, context, answer);
  return openRosaBody(context, 200, limited(answer, MOST_OF_RESTORE) ?? '');
}

async function relayPending(context: AppContext, answer: Response): Promise<Response> {
  const body = await textOf(answer, MOST_OF_MESSAGE);
  return restorePending(context, readRestorePending(body, answer.headers.get('Retry-After')));
}

async function relaySearch(upstream: Upstream, context: AppContext): Promise<Response> {
  const body = await readParameters(context);
  const path = `phone/search/${appIn(context)}`;
  const answer = await upstream.client.ask(upstream.accountOf(context), path, {
    method: 'POST',
    body,
  });
  if (answer.status !== 200 || !isXml(answer)) return relayProblem(upstream, context, answer);
  return openRosaBody(context, 200, limited(answer, MOST_OF_SEARCH) ?? '');
}

async function relayClaim(upstream: Upstream, context: AppContext): Promise<Response> {
  const body = await readParameters(context);
  const answer = await upstream.client.ask(upstream.accountOf(context), 'phone/claim-case/', {
    method: 'POST',
    body,
  });
  if (answer.status === 204) return context.body(null, 204);
  if (!answer.ok) return relayProblem(upstream, context, answer);
  return openRosaBody(context, 201, '');
}

/** The address of a search at CommCare's servers ends with the app. */
function appIn(context: AppContext): string {
  const app = context.req.param('app');
  return app === undefined ? '' : `${encodeURIComponent(app)}/`;
}

function describeApps({ apps }: Upstream): unknown {
  return apps.list.map(({ id, name }) => {
    const file = `${id}.ccz`;
    const url = `/api/apps/${encodeURIComponent(id)}/${encodeURIComponent(file)}`;
    return { id, name, kind: 'ccz', url, files: [file] };
  });
}

async function relayApp(upstream: Upstream, context: AppContext): Promise<Response> {
  const { id } = context.req.param();
  const app = upstream.apps.list.find((each) => each.id === id);
  if (app === undefined) return answerMessage(context, 404, `There is no app ${id}.`);
  const answer = await upstream.apps.download(upstream.accountOf(context), app);
  if (answer.status !== 200) return relayProblem(upstream, context, answer);
  const headers = { 'Content-Type': 'application/zip', 'Cache-Control': 'private, no-cache' };
  if (upstream.apps.isOne)
    return context.body(limited(answer, MOST_OF_ARCHIVE) ?? '', 200, headers);
  const archive = await bytesOf(answer, MOST_OF_ARCHIVE);
  upstream.apps.remember(app, archive);
  return context.body(archive, 200, headers);
}

/** A page for people, from a proxy or a sign-in, is no answer. */
function isXml(answer: Response): boolean {
  return /^(text|application)\/xml\b/.test(answer.headers.get('Content-Type') ?? '');
}
