import { caseChanges } from './apply-case-transactions.ts';
import type { Case, CaseId } from './case.ts';
import type { TimedForm } from './order-of-forms.ts';
import { orderOfForms } from './order-of-forms.ts';
import type { CaseForm } from './rebuild-case.ts';

/** What one form did to a case. */
export interface CaseStep<Form> {
  readonly form: Form;
  readonly isCreation: boolean;
  readonly isClosing: boolean;
  /** The case was closed before: what the form says is kept, and the case stays closed. */
  readonly isAfterClosing: boolean;
  readonly changes: readonly PropertyStep<Form>[];
}

export interface PropertyStep<Form> {
  /** As forms call it: `owner_id`, `case_name`, `index/parent`, or a property. */
  readonly property: string;
  readonly before: string;
  readonly after: string;
  /**
   * The form of somebody else whose value is lost by this one, and which had not arrived yet when this one was filled in: so nobody
   * decided that.
   */
  readonly unseen: Form | undefined;
}

/** Every form that changed a case, in the order in which they count, with each property's past. */
export function caseHistory<Form extends CaseForm & TimedForm>(
  caseId: CaseId,
  received: readonly Form[],
): CaseStep<Form>[] {
  const steps: CaseStep<Form>[] = [];
  const lastChange = new Map<string, Form>();
  let current: Case | undefined;
  for (const form of orderOfForms(received)) {
    const after = caseAfter(caseId, form, current) ?? current;
    if (after === undefined) continue;
    const changes = differences(current, after).map((change) => ({
      ...change,
      unseen: unseenBy(form, lastChange.get(change.property)),
    }));
    for (const { property } of changes) lastChange.set(property, form);
    steps.push({ form, changes, ...milestones(current, after) });
    current = after;
  }
  return steps;
}

function caseAfter(caseId: CaseId, form: CaseForm, current: Case | undefined): Case | undefined {
  const own = form.transactions.filter((transaction) => transaction.caseId === caseId);
  const { userId, now } = form;
  const [change] = caseChanges(() => current, own, { mode: 'server', userId, now });
  return change?.after;
}

function unseenBy<Form extends TimedForm>(form: Form, last: Form | undefined): Form | undefined {
  if (last === undefined || last.userId === form.userId || form.changedAt === undefined)
    return undefined;
  return form.changedAt < last.receivedAt ? last : undefined;
}

function milestones(before: Case | undefined, after: Case) {
  return {
    isCreation: before === undefined,
    isClosing: before?.status !== 'closed' && after.status === 'closed',
    isAfterClosing: before?.status === 'closed',
  };
}

function differences(before: Case | undefined, after: Case) {
  const had = before === undefined ? {} : valuesOf(before);
  const has = valuesOf(after);
  return [...new Set([...Object.keys(had), ...Object.keys(has)])]
    .map((property) => ({ property, before: had[property] ?? '', after: has[property] ?? '' }))
    .filter((change) => change.before !== change.after);
}

function valuesOf(of: Case): Readonly<Record<string, string>> {
  const { properties, indices, caseName, caseType, ownerId, externalId, category, state } = of;
  const links = indices.map(({ name, target }) => [`index/${name}`, target]);
  const fixed = { case_name: caseName, case_type: caseType, owner_id: ownerId };
  return {
    ...{ ...fixed, external_id: externalId, category, state },
    ...properties,
    ...Object.fromEntries(links),
  };
}
