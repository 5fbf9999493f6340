import { setTimeout as pause } from 'node:timers/promises';
import { readRegistration } from '../../openrosa/read-registration.ts';
import { readRestorePending } from '../../openrosa/restore-pending.ts';
import type { Registration } from '../../openrosa/restore.ts';
import { parseXml } from '../../xml/parse-xml.ts';
import type { UpstreamAccount } from './upstream-account.ts';
import type { Credentials, UpstreamClient } from './upstream-client.ts';
import { chunksOf, textOf } from './upstream-client.ts';
import { askForRestore } from './ask-for-restore.ts';

/** `problem` is an answer of the other server's that says why not. */
export type FoundAccount =
  | { readonly kind: 'found'; readonly account: UpstreamAccount }
  /** Name and password are right, and who that is cannot be told before the restore is ready. */
  | { readonly kind: 'wait'; readonly seconds: number }
  | { readonly kind: 'problem'; readonly answer: Response };

/** Somebody waits at the screen; after this the browser asks again. */
const LONGEST_WAIT = 20_000;
const MOST_BYTES = 64 * 1024;

/**
 * Who signs in with this name and password: the user whom the restore is for. Only its beginning is read. The protocol has nothing
 * smaller to ask for.
 */
export async function findAccount(
  client: UpstreamClient,
  credentials: Credentials,
  longestWait = LONGEST_WAIT,
): Promise<FoundAccount> {
  const end = performance.now() + longestWait;
  for (;;) {
    const answer = await askForRestore(client, credentials, undefined);
    if (answer.status === 200) return readAccountIn(answer, credentials);
    if (answer.status !== 202) return { kind: 'problem', answer };
    const body = await textOf(answer, MOST_BYTES);
    const { retryAfter } = readRestorePending(body, answer.headers.get('Retry-After'));
    if (performance.now() + retryAfter * 1000 > end) return { kind: 'wait', seconds: retryAfter };
    await pause(retryAfter * 1000);
  }
}

async function readAccountIn(answer: Response, credentials: Credentials): Promise<FoundAccount> {
  const registration = await registrationIn(answer);
  if (registration === undefined) return { kind: 'problem', answer: NO_RESTORE.clone() };
  const { userId, username, userData } = registration;
  const names = [userData['commcare_first_name'], userData['commcare_last_name']];
  const displayName = names.filter(Boolean).join(' ') || username || credentials.username;
  return { kind: 'found', account: { ...credentials, userId, displayName } };
}

/** A page of a proxy, or of a server that speaks another protocol. */
const NO_RESTORE = new Response('', { status: 502 });

const BLOCK = /<Registration\b[\s\S]*?<\/Registration>/i;
/** The block stands near the beginning, before all fixtures and cases. */
const MOST_CHARACTERS = 2 ** 20;

async function registrationIn(answer: Response): Promise<Registration | undefined> {
  const decoder = new TextDecoder();
  let text = '';
  for await (const chunk of chunksOf(answer)) {
    text += decoder.decode(chunk, { stream: true });
    const [block] = BLOCK.exec(text) ?? [];
    if (block !== undefined) return known(readRegistration(parseXml(block, 'restore')));
    if (text.length > MOST_CHARACTERS) return undefined;
  }
  return undefined;
}

function known(registration: Registration | string): Registration | undefined {
  return typeof registration === 'string' ? undefined : registration;
}
