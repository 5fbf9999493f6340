import type { SessionFrame } from '../suite/session-step.ts';
import type { Draft, DraftOpening } from '../sync/draft.ts';

/** What tells one piece of work from another: the form, and the cases that were chosen for it. */
export interface Work {
  readonly app: string;
  readonly formKey: string;
  readonly caseIds: readonly string[];
}

/**
 * The drafts of the same form for the same cases. Drafts that are older than knowing their app or their cases count by what they do
 * know.
 */
export function draftsOf(drafts: readonly Draft[], work: Work): readonly Draft[] {
  return drafts.filter(
    (draft) =>
      draft.formKey === work.formKey &&
      (draft.app ?? work.app) === work.app &&
      hasSameCases(draft, work.caseIds),
  );
}

function hasSameCases({ openedWith, datums }: Draft, caseIds: readonly string[]): boolean {
  if (openedWith === undefined) return caseIds.every((id) => Object.values(datums).includes(id));
  const own = new Set<string>(openedWith.map(({ caseId }) => caseId));
  return own.size === new Set(caseIds).size && caseIds.every((id) => own.has(id));
}

/** The way of the session as a draft keeps it: nothing where the session finds it again by itself. */
export function wayToKeep(frame: SessionFrame): Pick<DraftOpening, 'way'> {
  return frame.some(({ kind }) => kind === 'query') ? { way: frame } : {};
}

/** The way that {@link wayToKeep} has kept. */
export function keptWay(opening: DraftOpening | undefined): SessionFrame | undefined {
  return opening?.way as SessionFrame | undefined;
}
