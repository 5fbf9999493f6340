import type { Case } from '../../case/case.ts';
import type { OwnerPlan } from '../../case/ownership/owner-resolution.ts';
import type { SubmissionAttachment } from '../../openrosa/submission.ts';
import type { SessionAddress } from '../../suite/session-address.ts';
import type { Draft, DraftOpening } from '../../sync/draft.ts';
import type { DraftChange } from '../../sync/draft-changes.ts';
import type { SubmittedForm } from '../../sync/submit-form.ts';
import type { FormInstance } from '../../xforms/form-instance.ts';
import type { ScreenAddress } from '../../xforms/screens.ts';

/** A form that is being filled in, with what it was opened with. */
export interface OpenedForm {
  readonly form: FormInstance;
  readonly title: string;
  readonly plans: readonly OwnerPlan[];
  readonly datums: Readonly<Record<string, string>>;
  readonly draftId: string;
  /** How the session came to it. */
  readonly address: SessionAddress;
  /** The cases that were chosen for it, as they were then. */
  readonly openedWith: readonly Case[];
  /** How form and cases were when it was begun: earlier than now for a draft. */
  readonly begun: Pick<Draft, 'formVersion' | 'openedWith'>;
  /** What is another since then. */
  readonly changes: readonly DraftChange[];
  /** True for a draft whose app has another form of that name by now, or none: its questions are those of then. */
  readonly isOldForm: boolean;
  /** True for a draft of which the questions of then are not kept: it has those of today. */
  readonly hasNewQuestions: boolean;
  /** What a draft of it has to keep besides the answers. */
  readonly opening: DraftOpening;
  /** The page at which it was left, where it was filled in page by page. */
  readonly leftAt: ScreenAddress | undefined;
}

export type AttachedFile = Omit<SubmissionAttachment, 'name'>;

/** A form that was sent off, and the cases that it made or changed. */
export interface FinishedWork {
  readonly formName: string;
  readonly xml: string;
  readonly instanceId: string;
  readonly outcome: Exclude<SubmittedForm, { kind: 'refused' }>;
}
