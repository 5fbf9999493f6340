/** A file that an answer names. */
export interface SubmittedFile {
  /** What the answer calls it, and the part of a multipart submission. */
  readonly name: string;
  readonly file: File;
}

/** What a finished form consists of. */
export interface SubmittedInstance {
  /** The instance, as a server takes it (OpenRosa: the part `xml_submission_file`). */
  readonly xml: string;
  /** `meta/instanceID`: by it a repeated submission is known. `''` when the form has none. */
  readonly instanceId: string;
  /** The form's own namespace, or the `id` of its root element. */
  readonly formId: string;
  readonly attachments: readonly SubmittedFile[];
}

/**
 * A form that `<xf-form>` runs by itself is complete and valid, and goes to the page. Cancelling means that the page does not
 * take it: the person goes on filling in.
 */
export class XfSubmitEvent extends Event {
  readonly xml: string;
  readonly instanceId: string;
  readonly formId: string;
  readonly attachments: readonly SubmittedFile[];
  readonly #pending: Promise<unknown>[] = [];

  constructor({ xml, instanceId, formId, attachments }: SubmittedInstance) {
    super('xf-submit', { bubbles: true, composed: true, cancelable: true });
    this.xml = xml;
    this.instanceId = instanceId;
    this.formId = formId;
    this.attachments = attachments;
  }

  /**
   * Holds the form until the promise is settled. When it rejects, the form is still there with all its answers, and shows the
   * error's message.
   */
  waitUntil(taken: Promise<unknown>): void {
    this.#pending.push(taken);
  }

  /** Resolves when everything that was waited for is done; rejects as the first of it does. */
  async settled(): Promise<void> {
    await Promise.all(this.#pending);
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'xf-submit': XfSubmitEvent;
  }
}
