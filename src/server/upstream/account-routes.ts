import { Hono } from 'hono';
import type { AppContext, AppEnvironment } from '../app-environment.ts';
import { AttemptLimiter } from '../auth/attempt-limiter.ts';
import { addressOf } from '../request-origin.ts';
import { limitBody } from '../routes/limit-body.ts';
import { badSignIn, readSignIn, refused, wait } from '../routes/sign-in.ts';
import { answerProblem } from './answer-problem.ts';
import type { FoundAccount } from './find-account.ts';
import { findAccount } from './find-account.ts';
import { reaching } from './reaching.ts';
import type { Upstream } from './upstream.ts';
import type { UpstreamAccount } from './upstream-account.ts';
import type { Credentials } from './upstream-client.ts';
import { fullName } from './upstream-client.ts';

/** So many wrong passwords, and this server asks the other one no more for a while: it must not be a way to guess them. */
const PER_ACCOUNT_AND_ADDRESS = { failures: 10, windowSeconds: 15 * 60 };
const PER_ADDRESS = { failures: 100, windowSeconds: 15 * 60 };

/** Signing in and out at the other server, and who is signed in. */
export function accountRoutes(upstream: Upstream): Hono<AppEnvironment> {
  const { services, sessions } = upstream;
  const routes = new Hono<AppEnvironment>();
  const guesses = {
    pairs: new AttemptLimiter(PER_ACCOUNT_AND_ADDRESS, services.now),
    addresses: new AttemptLimiter(PER_ADDRESS, services.now),
  };
  routes.post('/api/sign-in', limitBody(16 * 1024), async (context) => {
    const credentials = await readSignIn(context);
    if (credentials === undefined) return badSignIn(context);
    return reaching(context, () => signIn(upstream, guesses, context, credentials));
  });
  routes.post('/api/sign-out', async (context) => {
    await sessions.end(context);
    return context.body(null, 204);
  });
  routes.get('/api/session', (context) => answerAccount(upstream, context, upstream.accountOf(context))); // prettier-ignore
  // The owners behind ids are the other server's to know; what the restore says of them is on the device.
  routes.get('/api/people', (context) => context.json([]));
  return routes;
}

interface Guesses {
  readonly pairs: AttemptLimiter;
  readonly addresses: AttemptLimiter;
}

async function signIn(
  upstream: Upstream,
  { pairs, addresses }: Guesses,
  context: AppContext,
  credentials: Credentials,
): Promise<Response> {
  // HTTP Basic ends the name there: it would be another's.
  if (credentials.username.includes(':')) return refused(context);
  const address = addressOf(context, upstream.services.trustProxy);
  const name = fullName(credentials.username, upstream.options.domain);
  const pair = `${name.toLowerCase()} ${address}`;
  const seconds = Math.max(pairs.secondsToWait(pair), addresses.secondsToWait(address));
  if (seconds > 0) return wait(context, seconds);
  // Counted before the answer, so that guesses sent all at once do not slip under the limit together.
  pairs.fail(pair);
  addresses.fail(address);
  const forgive = () => {
    pairs.forgive(pair);
    addresses.forgive(address);
  };
  const found = await findOr(forgive, upstream, credentials);
  if (found.kind === 'problem' && found.answer.status === 401) return refused(context);
  forgive();
  if (found.kind === 'problem') return answerProblem(context, found.answer);
  pairs.succeed(pair);
  if (found.kind === 'wait') return notReady(context, found.seconds);
  await upstream.sessions.start(context, found.account);
  return answerAccount(upstream, context, found.account);
}

/** Where the other server did not answer, nobody knows whether the password was wrong. */
async function findOr(
  forgive: () => void,
  { client }: Upstream,
  credentials: Credentials,
): Promise<FoundAccount> {
  try {
    return await findAccount(client, credentials);
  } catch (error) {
    forgive();
    throw error;
  }
}

function notReady(context: AppContext, seconds: number): Response {
  const message = 'The project’s server is preparing your data. Try again in a moment.';
  return context.json({ message }, 503, { 'Retry-After': String(seconds) });
}

function answerAccount(
  { options }: Upstream,
  context: AppContext,
  { username, userId, displayName }: UpstreamAccount,
): Response {
  const { domain } = options;
  const project = { project: domain, domain, language: '', role: 'worker', actedBy: '' };
  return context.json({ username, userId, displayName, ...project, groups: [] });
}
