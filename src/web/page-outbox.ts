import { CaseSubmitEvent } from '../elements/events/case-submit-event.ts';
import { platformEnvironment } from '../platform/platform-environment.ts';
import { readSubmission } from '../openrosa/read-submission.ts';
import type { Submission } from '../openrosa/submission.ts';
import { retryDelay } from '../sync/retry-delay.ts';
import type { SyncReport } from '../sync/synchronize.ts';
import { sendOutbox } from '../sync/send-outbox.ts';
import type { SubmitReply } from '../sync/transport.ts';
import type { UserStore } from '../sync/user-store.ts';

const NOBODY = 'This page does not take forms yet. They are kept on this computer.';

/**
 * Gives the page of an embedded app the forms that wait, oldest first, each by a `case-submit`. A form leaves this computer's outbox
 * when the page has it. Ends with a report like a synchronization; nothing is fetched.
 */
export async function sendToPage(
  store: UserStore,
  element: HTMLElement,
  failures: number,
): Promise<SyncReport> {
  const submit = (submission: Submission) => offer(submission, store, element);
  const { sent, rejected, stopped } = await sendOutbox(store, { submit });
  const nothing = { restored: 'none', changed: [], departed: [], problems: [] } as const;
  if (stopped === undefined) return { ...nothing, sent, rejected, end: { kind: 'done' } };
  const afterSeconds = retryDelay(failures + 1, platformEnvironment.random(), undefined);
  const end = { kind: 'later', reason: 'offline', message: stopped.message, afterSeconds } as const;
  return { ...nothing, sent, rejected, end };
}

async function offer(
  { instanceId, xml, attachments }: Submission,
  store: UserStore,
  element: HTMLElement,
): Promise<SubmitReply> {
  const files = attachments.map(({ name, mediaType, bytes }) => ({
    name,
    file: new File([bytes], name, { type: mediaType }),
  }));
  const item = (await store.readOutbox()).find((each) => each.instanceId === instanceId);
  const { xmlns: formId } = readSubmission(xml);
  const work = { formId, instanceId, sessionId: '', caseIds: item?.caseIds ?? [] };
  const event = new CaseSubmitEvent({ xml, attachments: files }, work);
  element.dispatchEvent(event);
  return answerTo(event);
}

async function answerTo(event: CaseSubmitEvent): Promise<SubmitReply> {
  if (event.rejection !== undefined) return { kind: 'rejected', message: event.rejection };
  if (!event.isTaken) return { kind: 'offline', message: NOBODY };
  try {
    await event.settled();
  } catch (error) {
    if (event.rejection !== undefined) return { kind: 'rejected', message: event.rejection };
    return { kind: 'offline', message: error instanceof Error ? error.message : String(error) };
  }
  return { kind: 'accepted', message: '' };
}
