import type { Workspace } from '../../machines/workspace.ts';
import type { OpenedForm } from '../../machines/workspace/opened-form.ts';

/** Something that is another now than when a form was begun. */
export type DraftChange = OpenedForm['changes'][number];

/** A draft as the workspace knows it. */
export type KeptDraft = Parameters<Workspace['forms']['changesOf']>[0];

/** A form that was left before it was sent, as a list of drafts shows it. */
export interface Draft {
  readonly id: string;
  /** Id of the app that the form belongs to; `undefined` for a form of whichever app is open. */
  readonly app?: string | undefined;
  readonly formName: string;
  /** The case that the form is about or makes, or `''` while it has no name. */
  readonly caseName: string;
  readonly lastModified: Date;
  /** Filled in, and waiting until it is clear who owns what it creates. */
  readonly ownerPending?: boolean | undefined;
  /** What has changed underneath it since it was begun. */
  readonly changes?: readonly DraftChange[] | undefined;
  /** As it lies in the store, where it does. */
  readonly kept?: KeptDraft | undefined;
  /** Share of the questions answered, 0 to 1, where it is known. */
  readonly answered: number | undefined;
}
