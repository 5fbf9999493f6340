import { UNOWNED } from '../../case/case.ts';
import type { CaseId, OwnerId } from '../../case/case.ts';
import { ChangedCases } from '../../case/changed-cases.ts';
import { holdingOwners } from '../../case/holding-owners.ts';
import type { FutureCase } from '../../machines/case-management.ts';
import type { FinishedWork } from '../../machines/workspace/opened-form.ts';
import { workspaceOf, type PageSource } from './page-source.ts';
import type { ShownFuture } from './shown-future.ts';
import type { ShownHolder, ShownOwner } from './shown-owner.ts';
import type { Subject } from './subject.ts';

/** The case chosen last is the one worked on; those before it led there. */
export function subjectOf(source: PageSource): Subject | undefined {
  const { workspace, opened } = source.snapshot.context;
  const datums = source.formEntry === undefined ? workspace?.session.datums : opened?.datums;
  const cases = Object.values(datums ?? {}).map((id) => workspace?.sandbox.database.get(id));
  const subject = cases.findLast((each) => each !== undefined);
  return subject && { caseName: subject.caseName, owner: ownerOf(source, subject.ownerId) };
}

/** The owner by name. Nothing for an owner that this person cannot know by name: an id would tell them nothing. */
export function ownerOf(source: PageSource, ownerId: string): ShownOwner | undefined {
  const known = source.owners(ownerId);
  const name = known?.name ?? workspaceOf(source)?.ownerName(ownerId);
  return name === undefined ? undefined : { name, people: known?.people ?? [] };
}

/** Who has the case now because of another one. */
export function holdersNow(source: PageSource, caseId: CaseId): ShownHolder[] {
  const database = workspaceOf(source)?.sandbox.database;
  if (database === undefined) return [];
  return holdersOf(source, caseId, holdingOwners(caseId, new ChangedCases(database)));
}

/** Who has the case because of another one: those that this person knows by name. `future`: the cases that a form is about to make. */
function holdersOf(
  source: PageSource,
  caseId: CaseId,
  heldBy: ReadonlyMap<OwnerId, CaseId>,
  future: readonly FutureCase[] = [],
): ShownHolder[] {
  return [...heldBy].flatMap(([ownerId, by]) => {
    const owner = by === caseId || ownerId === UNOWNED ? undefined : ownerOf(source, ownerId);
    const coming = future.find((each) => each.case.caseId === by)?.case;
    const through = coming ?? workspaceOf(source)?.sandbox.database.get(by);
    return owner && through ? [{ ...owner, through: through.caseName }] : [];
  });
}

/** The owner of what the form registered; nothing when it registered nothing. */
export function newOwner(source: PageSource, { outcome }: FinishedWork): ShownOwner | undefined {
  if (outcome.kind !== 'saved') return undefined;
  const made = outcome.changes.find((change) => change.before === undefined);
  return made && ownerOf(source, made.after.ownerId);
}

/** What becomes of one case of a form, in names that this person knows. */
export function shownFuture(
  source: PageSource,
  future: FutureCase,
  others: readonly FutureCase[],
): ShownFuture {
  const { case: of, isNew, heldBy, isHeldHere } = future;
  return {
    caseName: of.caseName,
    typeLabel: source.caseTypeLabel(of.caseType),
    isNew,
    isClosed: of.status === 'closed',
    owner: ownerOf(source, of.ownerId),
    holders: holdersOf(source, of.caseId, heldBy, others),
    isHeldByNobody: ![...heldBy.keys()].some((id) => id !== UNOWNED),
    isHeldHere,
  };
}
