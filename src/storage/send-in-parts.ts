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
    const kept = comparable(reply.attachments);
    const lost = kept && (await firstLost(part, kept));
    if (lost !== undefined) return notKept(lost);
    const missing = kept && (await withoutReceipt(submission.attachments, kept));
    left = rest.filter((file) => missing?.has(file) ?? true);
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

type Receipts = readonly AttachmentReceipt[];

/** `undefined` where nothing can be compared: a server of another make does not say, and pages without HTTPS have no hashes. */
function comparable(receipts: Receipts | undefined): Receipts | undefined {
  return 'subtle' in crypto ? receipts : undefined;
}

/** By its bytes alone: whatever the server calls them, and however often it keeps them, they have come. */
async function firstLost(
  part: readonly SubmissionAttachment[],
  kept: Receipts,
): Promise<SubmissionAttachment | undefined> {
  const hashes = new Set(kept.map(({ sha256 }) => sha256));
  for (const file of part) if (!hashes.has(await hashOf(file.bytes))) return file;
  return undefined;
}

/**
 * Each receipt is for one file: the same bytes may belong to the form twice. A file's own name goes first, then its bytes alone, because
 * names may come back in another spelling.
 */
async function withoutReceipt(
  files: readonly SubmissionAttachment[],
  kept: Receipts,
): Promise<ReadonlySet<SubmissionAttachment>> {
  const hashes = await Promise.all(files.map(({ bytes }) => hashOf(bytes)));
  const missing = new Map(files.map((file, at) => [file, hashes[at] ?? '']));
  const settle =
    (isFor: (file: SubmissionAttachment, receipt: AttachmentReceipt) => boolean) =>
    (receipt: AttachmentReceipt) => {
      const found = [...missing].find(([file, hash]) => hash === receipt.sha256 && isFor(file, receipt)); // prettier-ignore
      return found === undefined || !missing.delete(found[0]);
    };
  const others = kept.filter(settle((file, { name }) => file.name === name));
  for (const receipt of others) settle(() => true)(receipt);
  return new Set(missing.keys());
}

async function hashOf(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return [...digest].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

function notKept({ name }: SubmissionAttachment): SubmitReply {
  const message = `The server did not confirm the file ${name}`;
  return { kind: 'retry', message, afterSeconds: undefined };
}
