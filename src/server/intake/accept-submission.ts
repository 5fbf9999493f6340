import { createHash } from 'node:crypto';
import { applyCaseTransactions } from '../../case/apply-case-transactions.ts';
import type { CaseChange } from '../../case/case-change.ts';
import type { CaseTransaction } from '../../case/case-transaction.ts';
import type { CaseId } from '../../case/case.ts';
import { readCaseTransactions } from '../../case/read-case-transactions.ts';
import type { ReceivedForm } from '../../openrosa/read-submission.ts';
import type { SubmissionAttachment } from '../../openrosa/submission.ts';
import type { Principal } from '../auth/credential-check.ts';
import type { Services } from '../services.ts';
import { selectCasesWithAncestors, writeCases } from '../sql/cases.ts';
import type { Queries } from '../sql/database.ts';
import { findForm, insertForm, insertFormAttachment } from '../sql/forms.ts';
import { nextSequence } from '../sql/projects.ts';

/** A form that was read but not stored yet. */
export interface IncomingForm {
  readonly form: ReceivedForm;
  readonly xml: string;
  readonly attachments: readonly SubmissionAttachment[];
}

export type IntakeResult =
  | { readonly kind: 'accepted'; readonly changes: readonly CaseChange[] }
  /** The project has this very form already; nothing was processed again. */
  | { readonly kind: 'repeated' }
  /** Another form came under the same instanceID before. */
  | { readonly kind: 'conflict' };

/**
 * Stores a form and what it does to cases in one database transaction: all of it or nothing. Forms of a project are
 * applied one after the other, in the order of receipt. Throws CaseTransactionError when a case block must not be applied.
 */
export async function acceptSubmission(
  services: Services,
  principal: Principal,
  incoming: IncomingForm,
): Promise<IntakeResult> {
  const transactions = readCaseTransactions(incoming.form.root);
  const receivedAt = new Date(services.now());
  return services.database.transaction(async (queries) => {
    const sequence = await nextSequence(queries, principal.project.projectId);
    const known = await findKnownForm(queries, principal, incoming);
    if (known !== undefined) return known;
    await storeForm(queries, principal, incoming, { sequence, receivedAt });
    const changes = await changesOf(queries, principal, transactions, receivedAt);
    const cases = changes.map((change) => change.after);
    await writeCases(queries, principal.project.projectId, sequence, cases);
    return { kind: 'accepted', changes };
  });
}

async function findKnownForm(
  queries: Queries,
  { project }: Principal,
  { form, xml, attachments }: IncomingForm,
): Promise<IntakeResult | undefined> {
  const known = await findForm(queries, project.projectId, form.instanceId);
  if (known === undefined) return undefined;
  if (known.xmlHash !== hashOf(xml)) return { kind: 'conflict' };
  await storeAttachments(queries, project.projectId, known.sequence, attachments);
  return { kind: 'repeated' };
}

async function storeForm(
  queries: Queries,
  { project, user }: Principal,
  { form, xml, attachments }: IncomingForm,
  receipt: { sequence: number; receivedAt: Date },
): Promise<void> {
  await insertForm(queries, {
    ...receipt,
    projectId: project.projectId,
    instanceId: form.instanceId,
    userId: user.userId,
    xmlns: form.xmlns,
    formName: form.formName,
    xml,
    xmlHash: hashOf(xml),
  });
  await storeAttachments(queries, project.projectId, receipt.sequence, attachments);
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
  { project, user }: Principal,
  transactions: readonly CaseTransaction[],
  receivedAt: Date,
): Promise<CaseChange[]> {
  if (transactions.length === 0) return [];
  const cases = await selectCasesWithAncestors(queries, project.projectId, idsIn(transactions));
  const byId = new Map(cases.map((stored) => [stored.caseId, stored]));
  return applyCaseTransactions((id) => byId.get(id), transactions, {
    mode: 'server',
    userId: user.userId,
    now: receivedAt.toISOString(),
  });
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

function hashOf(xml: string): string {
  return createHash('sha256').update(xml.trim()).digest('base64url');
}
