import { randomUUID } from 'node:crypto';
import type { Case } from '../../case/case.ts';
import type { ProjectPerson } from '../../project/project-person.ts';
import { displayName } from '../../project/project-person.ts';

/** The type of the case that a project keeps about each of its workers. */
export const USER_CASE_TYPE = 'commcare-user';

/**
 * The case about a new worker, with a property for each of their user data that can be one. It is the worker's own, so it comes
 * with every restore; forms find it by `hq_user_id`.
 */
export function userCase(user: ProjectPerson, at: Date): Case {
  const created = at.toISOString();
  return {
    caseId: randomUUID().replaceAll('-', ''),
    caseType: USER_CASE_TYPE,
    caseName: displayName(user),
    ownerId: user.userId,
    status: user.active ? 'open' : 'closed',
    dateOpened: created,
    lastModified: created,
    userId: user.userId,
    externalId: user.userId,
    category: '',
    state: '',
    properties: propertiesOf(user),
    indices: [],
    attachments: [],
  };
}

/** The case after the user has been changed: what forms have saved to it stays, except for what the project says of the user. */
export function userCaseAfter(before: Case, user: ProjectPerson, at: Date): Case {
  const { caseName, status, lastModified, properties } = userCase(user, at);
  const kept = { ...before.properties, ...properties };
  return { ...before, caseName, status, lastModified, properties: kept };
}

function propertiesOf(user: ProjectPerson): Record<string, string> {
  const { userData, username, firstName, lastName, language, userId } = user;
  const own = Object.entries(userData).filter(([name]) => /^[a-zA-Z][\w-]*$/.test(name));
  const known = { username, first_name: firstName, last_name: lastName, language };
  return { ...Object.fromEntries(own), ...known, hq_user_id: userId };
}
