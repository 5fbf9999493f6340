import type { CaseManagementActor } from '../../machines/case-management.ts';
import type { FormEntryActor } from '../../machines/form-entry.ts';
import type { LineOf } from '../format/line-shapes.ts';
import { reasonOf } from '../play/describe-screen.ts';

/** What a line says of a form that was not taken at once; nothing for one that was. */
export function submitOutcome(
  entry: FormEntryActor,
): Partial<Pick<LineOf<'submit'>, 'outcome' | 'reason' | 'invalid'>> {
  const { value, context, children, status } = entry.getSnapshot();
  if (status === 'done' || value === 'submitting') return {};
  if (value === 'managingCases') {
    const step = children.caseManagement as CaseManagementActor | undefined;
    const isReviewing = step?.getSnapshot().value === 'reviewing';
    return { outcome: isReviewing ? 'reviews' : 'asksOwner' };
  }
  const { ownerProblem, wasNotTaken, invalid } = context;
  if (value === 'blocked' && ownerProblem !== undefined)
    return { outcome: 'blocked', reason: reasonOf(ownerProblem) };
  return wasNotTaken ? { outcome: 'notTaken' } : { outcome: 'invalid', invalid };
}
