import type { SubmissionAttachment } from '../openrosa/submission.ts';
import type { Draft } from './draft.ts';

/** Forms that somebody has begun and not finished. */
export interface DraftStore {
  /** Newest first. */
  readDrafts(): Promise<readonly Draft[]>;
  readDraft(id: string): Promise<Draft | undefined>;
  /** Adds the draft or replaces the one of its id. Its attachments stay. */
  saveDraft(draft: Draft): Promise<void>;
  /** With its attachments. */
  deleteDraft(id: string): Promise<void>;
  readDraftAttachments(draftId: string): Promise<readonly SubmissionAttachment[]>;
  /** Adds the attachment, or replaces the one of its name. */
  saveDraftAttachment(draftId: string, attachment: SubmissionAttachment): Promise<void>;
  deleteDraftAttachment(draftId: string, name: string): Promise<void>;
}
