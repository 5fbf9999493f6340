import type { Case } from '../case/case.ts';

/**
 * A form that somebody has begun and not finished: one for a form and the cases it was opened with. Text only, because
 * it is written after every answer; attachments are kept beside it.
 */
export interface Draft {
  readonly id: string;
  /** The app of the form, as the project calls it; unknown of drafts that are older than projects with several apps. */
  readonly app?: string;
  /** Which form of the app, as the app names it. */
  readonly formKey: string;
  readonly instanceXml: string;
  readonly title: string;
  /** The case that the form was opened with, or the one that it makes, as far as that has a name; `''` without one. */
  readonly caseName: string;
  /** Milliseconds since 1970-01-01T00:00Z. */
  readonly savedAt: number;
  /** What the session had chosen when the form was opened: datum id to value. */
  readonly datums: Readonly<Record<string, string>>;
  /** How the session had come to the form: its address, as JSON. */
  readonly address?: string;
  /** The page at which the person was, where the form was filled in page by page (see `xforms/screens.ts`). */
  readonly position?: string;
  /** The form is complete but for an owner, which a supervisor has to settle. */
  readonly ownerPending?: boolean;
  /** Version of the form when the draft was begun; unknown of older drafts, as is what follows. */
  readonly formVersion?: string;
  /** The cases that were chosen for it, as they were when it was begun. */
  readonly openedWith?: readonly Case[];
  /** Share of the questions that were asked and answered, 0 to 1. */
  readonly answered?: number;
}

/**
 * What a draft was begun with and nothing changes afterwards. It is kept beside the draft, so that an update of the app does not take
 * the questions away from under the answers.
 */
export interface DraftOpening {
  /** The XForm, and its path in the app for messages. */
  readonly form: { readonly text: string; readonly path: string };
  /** How the session had come there, where it cannot find the way again by itself: what a search had brought. Plain data. */
  readonly way?: unknown;
}
