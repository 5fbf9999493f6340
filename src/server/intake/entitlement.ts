import { CaseTransactionError } from '../../case/case-error.ts';
import type { CaseChange } from '../../case/case-change.ts';
import type { CaseId, OwnerId } from '../../case/case.ts';
import { liveCases } from '../../case/closure.ts';
import { casesUsed, formConcerns } from '../../case/form-concerns.ts';
import type { FormConcern } from '../../case/form-concerns.ts';
import type { ProjectDirectory } from '../directory/project-directory.ts';
import { selectBringers, selectLatelyHeld, selectReachableCases } from '../sql/cases.ts';
import type { Queries } from '../sql/database.ts';
import type { ProjectRow } from '../sql/projects.ts';

/** Whose form it is, and what the project does about forms that go beyond what their sender may touch. */
export interface Entitlement {
  readonly project: ProjectRow;
  readonly userId: string;
  readonly directory: ProjectDirectory;
}

/**
 * What a form does beyond what its sender may touch: cases that the user neither holds now nor held when a device of theirs synced
 * last, and owners that do not exist. Throws CaseTransactionError where the project refuses such forms.
 */
export async function concernsOf(
  queries: Queries,
  { project, userId, directory }: Entitlement,
  changes: readonly CaseChange[],
): Promise<FormConcern[]> {
  if (project.submissionPolicy === 'allow') return [];
  const held = await heldBySender(queries, project.projectId, userId, directory, changes);
  const isOwner = (id: OwnerId) => directory.isOwner(id);
  const concerns = formConcerns(changes, held, isOwner);
  const [first] = concerns;
  if (first !== undefined && project.submissionPolicy === 'reject') throw refusal(first);
  return concerns;
}

/** A case of others may have any number of cases that hang on it, and the project waits while they are read. */
const MOST_BRINGERS = 500;

/** Most forms need no question: their cases are open and belong to the sender. */
async function heldBySender(
  queries: Queries,
  projectId: number,
  userId: string,
  directory: ProjectDirectory,
  changes: readonly CaseChange[],
): Promise<ReadonlySet<CaseId>> {
  const ownerIds = directory.ownerIds(userId);
  const held = new Set(changes.flatMap(({ before }) => (before && isOwn(before, ownerIds) ? [before.caseId] : []))); // prettier-ignore
  const rest = casesUsed(changes).filter((id) => !held.has(id));
  if (rest.length === 0) return held;
  for (const id of await selectLatelyHeld(queries, projectId, userId, rest)) held.add(id);
  const asked = rest.filter((id) => !held.has(id));
  if (asked.length === 0) return held;
  // Last, for it reads all that hangs on these cases; where that is much, what the user holds is less.
  const around =
    (await selectBringers(queries, projectId, asked, MOST_BRINGERS)) ??
    (await selectReachableCases(queries, projectId, [...ownerIds]));
  return new Set([...held, ...liveCases(around, ownerIds)]);
}

function isOwn(before: NonNullable<CaseChange['before']>, ownerIds: ReadonlySet<OwnerId>): boolean {
  const hangs = before.indices.some(({ relationship }) => relationship === 'extension');
  return before.status === 'open' && !hangs && ownerIds.has(before.ownerId);
}

function refusal(concern: FormConcern): CaseTransactionError {
  return new CaseTransactionError(sentenceFor(concern), concern.caseId);
}

function sentenceFor(concern: FormConcern): string {
  const remedy = 'Sync and try again, or ask whoever runs the project.';
  switch (concern.kind) {
    case 'foreignCase':
      return `The form changes the case '${concern.caseId}', which you do not hold. ${remedy}`;
    case 'foreignTarget':
      return `The form links the case '${concern.caseId}' to '${concern.target}', which you do not hold. ${remedy}`;
    case 'unknownOwner':
      return `The form gives the case '${concern.caseId}' to '${concern.ownerId}', which this project does not know. ${remedy}`;
  }
}
