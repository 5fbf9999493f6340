import type { SubmissionAttachment } from '../openrosa/submission.ts';
import type { Draft, DraftOpening } from './draft.ts';

/** Forms that somebody has begun and not finished. */
export interface DraftStore {
  /** Newest first. */
  readDrafts(): Promise<readonly Draft[]>;
  readDraft(id: string): Promise<Draft | undefined>;
  /** Adds the draft or replaces the one of its id. Its attachments stay. */
  saveDraft(draft: Draft): Promise<void>;
  /** What the draft was begun with; unknown of drafts that are older than keeping it. */
  readDraftOpening(draftId: string): Promise<DraftOpening | undefined>;
  saveDraftOpening(draftId: string, opening: DraftOpening): Promise<void>;
  /** With its attachments and what it was begun with. */
  deleteDraft(id: string): Promise<void>;
  readDraftAttachments(draftId: string): Promise<readonly SubmissionAttachment[]>;
  /** Adds the attachment, or replaces the one of its name. */
  saveDraftAttachment(draftId: string, attachment: SubmissionAttachment): Promise<void>;
}
