import { CASE_NAMESPACE } from '../../case/case-transaction.ts';
import type { Case, CaseId, OwnerId } from '../../case/case.ts';
import { displayName } from '../../project/project-person.ts';
import { readSubmission } from '../../openrosa/read-submission.ts';
import { xmlElement } from '../../xml/xml-element.ts';
import type { Principal } from '../auth/credential-check.ts';
import type { ProjectDirectory } from '../directory/project-directory.ts';
import { acceptSubmission } from '../intake/accept-submission.ts';
import { ownForm } from '../intake/own-form.ts';
import type { Services } from '../services.ts';
import { insertAuditEntry } from '../sql/audit.ts';
import { selectCases } from '../sql/cases.ts';

/** Somebody whose list of cases changes. */
export interface ReassignmentImpact {
  readonly userId: string;
  readonly username: string;
  readonly displayName: string;
  readonly appear: number;
  readonly disappear: number;
}

/** Who comes to own these cases, and who does no longer, by how many. */
export function reassignmentImpact(
  directory: ProjectDirectory,
  cases: readonly Case[],
  ownerId: OwnerId,
): ReassignmentImpact[] {
  const moving = cases.filter((each) => each.ownerId !== ownerId);
  return directory.users.flatMap((user) => {
    const own = directory.ownerIds(user.userId);
    const before = moving.filter((each) => own.has(each.ownerId)).length;
    const after = own.has(ownerId) ? moving.length : 0;
    // Who holds a case before and after sees no difference.
    const appear = Math.max(0, after - before);
    const disappear = Math.max(0, before - after);
    if (appear + disappear === 0) return [];
    const { userId, username } = user;
    return [{ userId, username, displayName: displayName(user), appear, disappear }];
  });
}

/**
 * Gives cases to another owner by a form of the administrator's: so it stands in the history of each, and devices hear of it. All
 * or none. Returns how many were given away.
 */
export async function reassignCases(
  services: Services,
  principal: Principal,
  caseIds: readonly CaseId[],
  ownerId: OwnerId,
): Promise<number> {
  const { projectId } = principal.project;
  const cases = await selectCases(services.database, projectId, caseIds);
  const moving = cases.filter((each) => each.ownerId !== ownerId);
  if (moving.length === 0) return 0;
  const at = new Date(services.now());
  const xml = reassigningForm(principal, moving, ownerId, at.toISOString());
  await acceptSubmission(services, principal, { form: readSubmission(xml), xml, attachments: [] });
  await insertAuditEntry(services.database, projectId, {
    at,
    userId: principal.user.userId,
    change: { kind: 'cases.reassign', ownerId, caseIds: moving.map(({ caseId }) => caseId) },
    before: { owners: moving.map(({ caseId, ownerId: before }) => ({ caseId, ownerId: before })) },
    after: { ownerId },
  });
  return moving.length;
}

function reassigningForm(
  { user: { userId, username } }: Principal,
  cases: readonly Case[],
  ownerId: OwnerId,
  now: string,
): string {
  const owner = xmlElement('owner_id', CASE_NAMESPACE, {}, [ownerId]);
  const update = xmlElement('update', CASE_NAMESPACE, {}, [owner]);
  const form = { name: 'Given to another owner', userId, username, now };
  return ownForm(
    form,
    cases.map(({ caseId }) => caseId),
    update,
  );
}
