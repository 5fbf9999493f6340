import type {
  AttachmentReceipt,
  Submission,
  SubmissionAttachment,
} from '../openrosa/submission.ts';
import type { SubmitReply } from '../sync/transport.ts';

/** So many bytes of files go with one request: servers take little more. */
const PART_BYTES = 48 * 2 ** 20;

/** Posts the form with some of its files; `isLast` when no more come after them. */
export type PostPart = (submission: Submission, isLast: boolean) => Promise<SubmitReply>;

/**
 * Sends a form in as many requests as its files need. The form itself goes with each, and the server knows it by its instanceID; files
 * that the server says it keeps already are left out. Accepted only when every file is.
 */
export async function sendInParts(submission: Submission, post: PostPart): Promise<SubmitReply> {
  let left = submission.attachments;
  for (;;) {
    const part = nextPart(left);
    const rest = left.slice(part.length);
    const reply = await post({ ...submission, attachments: part }, rest.length === 0);
    if (reply.kind !== 'accepted') return reply;
    const kept = hashesIn(reply.attachments);
    const [lost] = await missing(part, kept);
    if (lost !== undefined) return notKept(lost);
    left = kept === undefined ? rest : await missing(rest, kept);
    if (left.length === 0) return reply;
  }
}

/** At least one, while there are any. */
function nextPart(attachments: readonly SubmissionAttachment[]): readonly SubmissionAttachment[] {
  let bytes = 0;
  const end = attachments.findIndex((attachment, at) => {
    bytes += attachment.bytes.length;
    return at > 0 && bytes > PART_BYTES;
  });
  return end < 0 ? attachments : attachments.slice(0, end);
}

/** `undefined` where nothing can be compared: a server of another make does not say, and pages without HTTPS have no hashes. */
function hashesIn(receipts: readonly AttachmentReceipt[] | undefined): Hashes | undefined {
  return receipts && isSecureContext ? new Set(receipts.map(({ sha256 }) => sha256)) : undefined;
}

type Hashes = ReadonlySet<string>;

/** By their bytes alone: names may come back in another spelling. */
async function missing(
  attachments: readonly SubmissionAttachment[],
  kept: Hashes | undefined,
): Promise<SubmissionAttachment[]> {
  if (kept === undefined) return [];
  const hashes = await Promise.all(attachments.map(({ bytes }) => hashOf(bytes)));
  return attachments.filter((_, at) => !kept.has(hashes[at] ?? ''));
}

async function hashOf(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return [...digest].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

function notKept({ name }: SubmissionAttachment): SubmitReply {
  const message = `The server did not confirm the file ${name}`;
  return { kind: 'retry', message, afterSeconds: undefined };
}
