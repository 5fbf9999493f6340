import type { SubmissionDefinition } from '../definition/submission-definition.ts';
import type { FormInstance } from '../form-instance.ts';
import { instanceIdNode } from '../instance/instance-id.ts';
import type { Attachment } from './attachment.ts';
import type { SessionNode } from './session-node.ts';
import type { SentFile, SubmissionPart } from './submission-part.ts';
import { packSubmission } from './submission-part.ts';

/** A form that was made ready to be sent, as it was then. */
export interface PreparedSubmission {
  /**
   * `ready` to be sent; `pending` when answers are missing or not allowed ({@link violations}); `tooLarge` when files do not
   * go under the limit ({@link tooLarge}).
   */
  readonly status: 'ready' | 'pending' | 'tooLarge';
  /** The questions that are to be mended first, in the order of the form; each has its `violation`. */
  readonly violations: readonly SessionNode[];
  /** The files that are larger, together with the instance, than one part may be. They are in no part. */
  readonly tooLarge: readonly Attachment[];
  /** The files that the instance names and nobody has given. They are in no part. */
  readonly missing: readonly Attachment[];
  /** What is to be sent, a request each; made whatever the status is. */
  readonly parts: readonly SubmissionPart[];
}

export interface SubmissionLimits {
  /** How large a part may be, in bytes: the instance and its files together. No limit when it is left out. */
  readonly maxSize?: number;
}

/** What a submission asks of its session. */
interface SubmittedSession {
  readonly instance: FormInstance;
  attachments(): readonly Attachment[];
  validate(): readonly SessionNode[];
}

/** Where the form of a session goes, and what is sent. */
export class Submission implements SubmissionDefinition {
  constructor(private readonly session: SubmittedSession) {}

  get action(): string | undefined {
    return this.#definition.action;
  }

  get method(): 'post' {
    return this.#definition.method;
  }

  get encryptionKey(): string | undefined {
    return this.#definition.encryptionKey;
  }

  get autoSend(): boolean | undefined {
    return this.#definition.autoSend;
  }

  get autoDelete(): boolean | undefined {
    return this.#definition.autoDelete;
  }

  /** `meta/instanceID`; `''` when the form has none. */
  get instanceId(): string {
    return instanceIdNode(this.session.instance.root)?.lexical ?? '';
  }

  /** The instance without what is not relevant, as it is now. */
  get xml(): string {
    return this.session.instance.submissionXml();
  }

  /**
   * Makes the form ready to be sent: fills in the time of its end, runs the actions of `xforms-revalidate`, validates, and
   * packs instance and files into parts. It may be done as often as one likes.
   */
  prepare({ maxSize = Infinity }: SubmissionLimits = {}): PreparedSubmission {
    this.session.instance.revalidate();
    const violations = this.session.validate();
    const unsent = this.session.attachments().filter(({ submitted }) => !submitted);
    const files = unsent.filter(isThere).map((file) => this.#asInXml(file));
    const { parts, tooLarge } = packSubmission(this.xml, files, maxSize);
    const missing = unsent.filter((attachment) => !isThere(attachment));
    return { status: statusOf(violations, tooLarge), violations, tooLarge, missing, parts };
  }

  /** A part has the name that the XML has for it: see `FormInstance.submissionXml`. */
  #asInXml(file: SentFile): SentFile {
    const { dialect } = this.session.instance.definition;
    return dialect === 'odk' ? { ...file, name: file.name.normalize('NFC') } : file;
  }

  get #definition(): SubmissionDefinition {
    return this.session.instance.definition.submission;
  }
}

function statusOf(
  violations: readonly SessionNode[],
  tooLarge: readonly Attachment[],
): PreparedSubmission['status'] {
  if (violations.length > 0) return 'pending';
  return tooLarge.length > 0 ? 'tooLarge' : 'ready';
}

function isThere(attachment: Attachment): attachment is SentFile {
  return attachment.data !== undefined;
}
