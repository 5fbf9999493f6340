import type { CaseChange } from './case-change.ts';
import type { CaseId, OwnerId } from './case.ts';

/** Something that a form does and that its sender may not be entitled to. */
export type FormConcern =
  /** It changes a case that the sender does not hold. */
  | { readonly kind: 'foreignCase'; readonly caseId: CaseId }
  /** It makes a case hang on one that the sender does not hold, by which the sender would come to hold it. */
  | { readonly kind: 'foreignTarget'; readonly caseId: CaseId; readonly target: CaseId }
  /** It gives a case to somebody who does not exist, so that nobody will hold it. */
  | { readonly kind: 'unknownOwner'; readonly caseId: CaseId; readonly ownerId: OwnerId };

/** Owners that are nobody on purpose: of extensions, and of cases that are parked. CommCare. */
const NOBODY: ReadonlySet<OwnerId> = new Set(['-', '_archive_']);

/** The cases that were there before a form and that it changes or newly points to: those that its sender should hold. */
export function casesUsed(changes: readonly CaseChange[]): CaseId[] {
  const own = changes.flatMap(({ before }) => (before === undefined ? [] : [before.caseId]));
  const made = new Set(
    changes.flatMap(({ before, after }) => (before === undefined ? [after.caseId] : [])),
  );
  const targets = changes.flatMap(newTargets).filter((id) => !made.has(id));
  return [...new Set([...own, ...targets])];
}

/** What there is to be said against a form; `held` are those of {@link casesUsed} that its sender holds. */
export function formConcerns(
  changes: readonly CaseChange[],
  held: ReadonlySet<CaseId>,
  isOwner: (ownerId: OwnerId) => boolean,
): FormConcern[] {
  const used = new Set(casesUsed(changes));
  const isForeign = (id: CaseId) => used.has(id) && !held.has(id);
  return changes.flatMap((change): FormConcern[] => {
    const { caseId } = change.after;
    const targets = newTargets(change).filter(isForeign);
    return [
      ...(isForeign(caseId) ? [{ kind: 'foreignCase', caseId } as const] : []),
      ...targets.map((target) => ({ kind: 'foreignTarget', caseId, target }) as const),
      ...unknownOwner(change, isOwner),
    ];
  });
}

function newTargets({ before, after }: CaseChange): CaseId[] {
  const known = new Set(before?.indices.map(({ target }) => target));
  return after.indices.map(({ target }) => target).filter((target) => !known.has(target));
}

function unknownOwner(
  { before, after }: CaseChange,
  isOwner: (ownerId: OwnerId) => boolean,
): FormConcern[] {
  const { caseId, ownerId } = after;
  if (before?.ownerId === ownerId || NOBODY.has(ownerId) || isOwner(ownerId)) return [];
  return [{ kind: 'unknownOwner', caseId, ownerId }];
}
