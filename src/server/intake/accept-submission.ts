import { createHash } from 'node:crypto';
import type { CaseLookup } from '../../case/apply-case-transactions.ts';
import { caseChanges } from '../../case/apply-case-transactions.ts';
import type { CaseChange } from '../../case/case-change.ts';
import type { CaseTransaction } from '../../case/case-transaction.ts';
import type { CaseId } from '../../case/case.ts';
import { openExtensions } from '../../case/open-extensions.ts';
import { readCaseTransactions } from '../../case/read-case-transactions.ts';
import { validateIndices } from '../../case/validate-indices.ts';
import { readSubmission } from '../../openrosa/read-submission.ts';
import type { ReceivedForm } from '../../openrosa/read-submission.ts';
import type { AttachmentReceipt, SubmissionAttachment } from '../../openrosa/submission.ts';
import type { Principal } from '../auth/credential-check.ts';
import type { ProjectDirectory } from '../directory/project-directory.ts';
import type { Services } from '../services.ts';
import { selectCasesWithAncestors, selectExtensionChains, writeCases } from '../sql/cases.ts';
import type { Queries } from '../sql/database.ts';
import { insertFormConcerns } from '../sql/form-concerns.ts';
import { findForm, insertForm, insertFormAttachment, selectFormAttachments } from '../sql/forms.ts';
import { nextSequence } from '../sql/projects.ts';
import type { Entitlement } from './entitlement.ts';
import { concernsOf } from './entitlement.ts';
import { closingForm, SYSTEM_USER } from './closing-form.ts';
import { INTAKE_LIMITS } from './intake-limits.ts';
import { changeTimes, putInOrder } from './put-in-order.ts';
import { tooManyAttachments } from './read-submission-request.ts';

/** A form that was read but not stored yet. */
export interface IncomingForm {
  readonly form: ReceivedForm;
  readonly xml: string;
  readonly attachments: readonly SubmissionAttachment[];
  /** The token of the last restore of the device that sends it. */
  readonly syncToken?: string | undefined;
}

export type IntakeResult =
  | {
      readonly kind: 'accepted';
      readonly changes: readonly CaseChange[];
      /** All files that are kept of the form now. */
      readonly attachments: readonly AttachmentReceipt[];
    }
  /** The project has this very form already; nothing of it but files that were missing was processed again. */
  | { readonly kind: 'repeated'; readonly attachments: readonly AttachmentReceipt[] }
  /** Another form came under the same instanceID before. */
  | { readonly kind: 'conflict' };

/**
 * Stores a form and what it does to cases in one database transaction: all of it or nothing. Forms of a project are
 * applied one after the other, in the order of receipt, but for those of one user that come late. Throws
 * CaseTransactionError when a case block must not be applied, SubmissionRequestError for too many files. What the user may touch is asked by the directory; a form that the
 * server makes for a user needs none.
 */
export async function acceptSubmission(
  services: Services,
  { project, user }: Principal,
  incoming: IncomingForm,
  directory?: ProjectDirectory,
): Promise<IntakeResult> {
  const transactions = readCaseTransactions(incoming.form.root);
  const { projectId } = project;
  const receivedAt = new Date(services.now());
  return services.database.transaction(async (queries) => {
    const sequence = await nextSequence(queries, projectId);
    const known = await findKnownForm(queries, projectId, incoming);
    if (known !== undefined) return known;
    const receipt = { projectId, sequence, receivedAt, userId: user.userId };
    const entitlement = directory && { project, userId: user.userId, directory };
    const changes = await takeIn(queries, receipt, incoming, transactions, entitlement);
    const closed = project.closesExtensions ? hostsClosedBy(changes) : [];
    const further = await closeExtensions(queries, projectId, receivedAt, closed);
    const attachments = await selectFormAttachments(queries, projectId, sequence);
    return { kind: 'accepted', changes: [...changes, ...further], attachments };
  });
}

async function findKnownForm(
  queries: Queries,
  projectId: number,
  { form, xml, attachments }: IncomingForm,
): Promise<IntakeResult | undefined> {
  const known = await findForm(queries, projectId, form.instanceId);
  if (known === undefined) return undefined;
  if (known.xmlHash !== hashOf(xml)) return { kind: 'conflict' };
  await storeAttachments(queries, projectId, known.sequence, attachments);
  const kept = await selectFormAttachments(queries, projectId, known.sequence);
  // A form may come in several requests; together they are held to the same limit.
  if (kept.length > INTAKE_LIMITS.attachments) throw tooManyAttachments(INTAKE_LIMITS);
  return { kind: 'repeated', attachments: kept };
}

interface Receipt {
  readonly projectId: number;
  readonly sequence: number;
  readonly receivedAt: Date;
  /** Who sent it; `null` for the project itself. */
  readonly userId: string | null;
}

/** Stores a form that is new, and what it does to cases. */
async function takeIn(
  queries: Queries,
  receipt: Receipt,
  incoming: IncomingForm,
  transactions: readonly CaseTransaction[],
  entitlement?: Entitlement,
): Promise<CaseChange[]> {
  await storeForm(queries, receipt, incoming);
  const changes = await changesOf(queries, receipt, transactions);
  const cases = changes.map((change) => change.after);
  const { projectId, sequence, receivedAt } = receipt;
  if (entitlement !== undefined) {
    const concerns = await concernsOf(queries, entitlement, changes);
    await insertFormConcerns(queries, projectId, sequence, concerns);
  }
  const times = changeTimes({ transactions, receivedAt });
  await writeCases(queries, projectId, sequence, cases, times);
  return changes;
}

async function storeForm(
  queries: Queries,
  receipt: Receipt,
  { form, xml, attachments, syncToken }: IncomingForm,
): Promise<void> {
  await insertForm(queries, {
    ...receipt,
    syncToken: syncToken ?? null,
    instanceId: form.instanceId,
    xmlns: form.xmlns,
    formName: form.formName,
    xml,
    xmlHash: hashOf(xml),
  });
  await storeAttachments(queries, receipt.projectId, receipt.sequence, attachments);
}

async function storeAttachments(
  queries: Queries,
  projectId: number,
  sequence: number,
  attachments: readonly SubmissionAttachment[],
): Promise<void> {
  for (const attachment of attachments) {
    await insertFormAttachment(queries, { projectId, sequence }, attachment);
  }
}

async function changesOf(
  queries: Queries,
  { projectId, receivedAt, userId }: Receipt,
  transactions: readonly CaseTransaction[],
): Promise<CaseChange[]> {
  if (transactions.length === 0) return [];
  const cases = await selectCasesWithAncestors(queries, projectId, idsIn(transactions));
  const byId = new Map(cases.map((stored) => [stored.caseId, stored]));
  const lookup: CaseLookup = (id) => byId.get(id);
  const sender = userId ?? SYSTEM_USER;
  const now = receivedAt.toISOString();
  const applied = caseChanges(lookup, transactions, { mode: 'server', userId: sender, now });
  const form = { projectId, userId: sender, receivedAt, transactions };
  const changes = await putInOrder(queries, form, applied);
  validateIndices(changes, lookup);
  return changes;
}

/** The cases that a form touches and those that its indices point to. */
function idsIn(transactions: readonly CaseTransaction[]): CaseId[] {
  const ids = new Set<CaseId>();
  for (const transaction of transactions) {
    ids.add(transaction.caseId);
    for (const action of transaction.actions) {
      if (action.kind !== 'index') continue;
      for (const index of action.indices) ids.add(index.target);
    }
  }
  return [...ids];
}

function hostsClosedBy(changes: readonly CaseChange[]): CaseId[] {
  return changes.flatMap(({ before, after }) =>
    after.status === 'closed' && before?.status !== 'closed' ? [after.caseId] : [],
  );
}

/** Closes what hangs open on these hosts, by a form of the project's own: so the history says why, and devices hear of it. */
async function closeExtensions(
  queries: Queries,
  projectId: number,
  receivedAt: Date,
  hostIds: readonly CaseId[],
): Promise<CaseChange[]> {
  if (hostIds.length === 0) return [];
  const chains = await selectExtensionChains(queries, projectId, hostIds);
  const extensions = openExtensions(chains, new Set(hostIds));
  if (extensions.size === 0) return [];
  const xml = closingForm(extensions, receivedAt.toISOString());
  const form = readSubmission(xml);
  const sequence = await nextSequence(queries, projectId);
  const receipt = { projectId, sequence, receivedAt, userId: null };
  const transactions = readCaseTransactions(form.root);
  return takeIn(queries, receipt, { form, xml, attachments: [] }, transactions);
}

function hashOf(xml: string): string {
  return createHash('sha256').update(xml.trim()).digest('base64url');
}
