import { randomUUID } from 'node:crypto';
import type { Case, CaseId, OwnerId } from '../../case/case.ts';
import { liveCases } from '../../case/closure.ts';
import { writeCaseBlock } from '../../case/write-case-block.ts';
import { readSubmission } from '../../openrosa/read-submission.ts';
import { serializeXml } from '../../xml/serialize-xml.ts';
import { xmlElement } from '../../xml/xml-element.ts';
import type { Principal } from '../auth/credential-check.ts';
import type { DirectoryCache } from '../directory/directory-cache.ts';
import { acceptSubmission } from '../intake/accept-submission.ts';
import type { Services } from '../services.ts';
import { selectCases, selectReachableCases } from '../sql/cases.ts';

/** `held`: the user has them all already. `unknown`: one of them is not there, is closed, or may not be claimed. */
export type ClaimResult = 'claimed' | 'held' | 'unknown';

const CLAIM_TYPE = 'commcare-case-claim';
const CLAIM_NAMESPACE = 'urn:caseload:claim';
const META_NAMESPACE = 'http://openrosa.org/jr/xforms';

/**
 * Lets a user hold cases of others: for each the user gets an extension case, whose host it is (CommCare's case claim). The claim is a
 * form like any other, so that it has its place in the history of the project.
 */
export async function claimCases(
  services: Services,
  directories: DirectoryCache,
  principal: Principal,
  caseIds: readonly CaseId[],
): Promise<ClaimResult> {
  const { project } = principal;
  const wanted = await selectCases(services.database, project.projectId, caseIds);
  const claimable = wanted.filter((of) => isClaimable(of, project.searchableCaseTypes));
  if (claimable.length < new Set(caseIds).size) return 'unknown';
  const held = await heldCases(services, directories, principal);
  const missing = claimable.filter(({ caseId }) => !held.has(caseId));
  if (missing.length === 0) return 'held';
  const xml = claimForm(principal, missing, new Date(services.now()).toISOString());
  await acceptSubmission(services, principal, { form: readSubmission(xml), xml, attachments: [] });
  return 'claimed';
}

function isClaimable({ status, caseType }: Case, searchable: readonly string[]): boolean {
  return status === 'open' && searchable.includes(caseType);
}

async function heldCases(
  { database }: Services,
  directories: DirectoryCache,
  { project, user }: Principal,
): Promise<ReadonlySet<CaseId>> {
  const ownerIds: ReadonlySet<OwnerId> = (await directories.of(project)).ownerIds(user.userId);
  const nodes = await selectReachableCases(database, project.projectId, [...ownerIds]);
  return liveCases(nodes, ownerIds);
}

function claimForm({ user }: Principal, cases: readonly Case[], now: string): string {
  const leaf = (name: string, text: string) => xmlElement(name, META_NAMESPACE, {}, [text]);
  const meta = xmlElement('meta', META_NAMESPACE, {}, [
    leaf('instanceID', `uuid:${randomUUID()}`),
    leaf('userID', user.userId),
    leaf('username', user.username),
    leaf('timeEnd', now),
  ]);
  const claims = cases.map((host) => writeCaseBlock(claimOf(host, user.userId, now)));
  return serializeXml(
    xmlElement('data', CLAIM_NAMESPACE, { name: 'Case claim' }, [...claims, meta]),
  );
}

function claimOf(host: Case, userId: string, now: string): Case {
  const index = { name: 'host', caseType: host.caseType, target: host.caseId };
  return {
    caseId: randomUUID(),
    caseType: CLAIM_TYPE,
    caseName: host.caseName,
    ownerId: userId,
    status: 'open',
    dateOpened: now,
    lastModified: now,
    userId,
    externalId: '',
    category: '',
    state: '',
    properties: {},
    indices: [{ ...index, relationship: 'extension' }],
    attachments: [],
  };
}
