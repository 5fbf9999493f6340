import { isWaiting } from './outbox-item.ts';
import type { OutboxItem } from './outbox-item.ts';
import type { OutboxStore } from './outbox-store.ts';
import type { SubmitReply, Transport } from './transport.ts';

/** A form that the server will not have, and what it says. */
export interface RejectedForm {
  readonly instanceId: string;
  readonly formName: string;
  readonly message: string;
}

/** Why nothing more is sent for now. The items stay where they are. */
export type SendingStopped = Exclude<SubmitReply, { kind: 'accepted' } | { kind: 'rejected' }>;

export interface SentOutbox {
  /** instanceIDs that the server has confirmed. */
  readonly sent: readonly string[];
  readonly rejected: readonly RejectedForm[];
  /** `undefined` when every form was answered for. */
  readonly stopped: SendingStopped | undefined;
}

/**
 * Sends the forms that wait, oldest first, one after the other: a later one may need what an earlier one made. Stops at
 * the first that gets no final answer. Forms that are added meanwhile are sent too. Each form leaves the outbox only
 * when the server has confirmed it.
 */
export async function sendOutbox(
  store: OutboxStore,
  transport: Pick<Transport, 'submit'>,
): Promise<SentOutbox> {
  const sent: string[] = [];
  const rejected: RejectedForm[] = [];
  for (let item = await oldest(store); item !== undefined; item = await oldest(store)) {
    const reply = await send(item, store, transport);
    if (reply === undefined) continue;
    if (reply.kind === 'accepted') sent.push(item.instanceId);
    else if (reply.kind === 'rejected') rejected.push(rejection(item, reply.message));
    else return { sent, rejected, stopped: reply };
  }
  return { sent, rejected, stopped: undefined };
}

async function oldest(store: OutboxStore): Promise<OutboxItem | undefined> {
  return (await store.readOutbox()).find(isWaiting);
}

/** `undefined` when another tab has settled it meanwhile. */
async function send(
  item: OutboxItem,
  store: OutboxStore,
  transport: Pick<Transport, 'submit'>,
): Promise<SubmitReply | undefined> {
  const submission = await store.readSubmission(item.instanceId);
  if (submission === undefined) return expectSettled(item, store);
  // Written first: after a crash in the middle, nobody may believe that the server has not seen it.
  await store.markSending(item.instanceId);
  const reply = await transport.submit(submission);
  await settle(item.instanceId, reply, store);
  return reply;
}

async function expectSettled({ instanceId }: OutboxItem, store: OutboxStore): Promise<undefined> {
  if ((await store.readOutbox()).some((item) => item.instanceId === instanceId))
    throw new RangeError(`No submission ${instanceId} in the outbox`);
}

async function settle(instanceId: string, reply: SubmitReply, store: OutboxStore): Promise<void> {
  if (reply.kind === 'accepted') await store.settleAccepted(instanceId);
  else if (reply.kind === 'rejected') await store.settleRejected(instanceId, reply.message);
  else await store.markPending(instanceId, reply.message);
}

function rejection({ instanceId, formName }: OutboxItem, message: string): RejectedForm {
  return { instanceId, formName, message };
}
