import { WaitingEvent } from './waiting-event.ts';
import type { WorkIds } from './work-event.ts';

/** A file that an answer names. */
export interface SubmittedFile {
  /** What the answer calls it, and the part of a multipart submission. */
  readonly name: string;
  readonly file: File;
}

/** What a finished form consists of. */
export interface FinishedForm {
  /** The instance, as a server takes it (OpenRosa: the part `xml_submission_file`). */
  readonly xml: string;
  readonly attachments: readonly SubmittedFile[];
}

/** A finished form, and by which ids a server knows it. */
export interface SubmittedInstance extends FinishedForm, WorkIds {}

/**
 * A form that `<xf-form>` runs by itself is complete and valid, and goes to the page, which holds it with `waitUntil` until it has it.
 * Cancelling means that the page does not take it: the person goes on filling in.
 */
export class XfSubmitEvent extends WaitingEvent implements SubmittedInstance {
  readonly xml: string;
  readonly attachments: readonly SubmittedFile[];

  constructor({ xml, attachments }: FinishedForm) {
    super('xf-submit', { cancelable: true });
    this.xml = xml;
    this.attachments = attachments;
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'xf-submit': XfSubmitEvent;
  }
}
