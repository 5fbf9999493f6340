import type { SharingRules } from '../../case/ownership/sharing-rules.ts';
import type { AppDocument, CaseOwnerRule, FormDocument } from './app-document.ts';

/** As much of an app as says who owns new cases. */
export type OwnerSettings = Pick<
  AppDocument,
  'caseSharing' | 'ownerPolicy' | 'ownerReview' | 'caseOwners'
>;

/** Who owns new cases of a type: its own rule, or the app's. */
export function caseOwnerRule(app: OwnerSettings, caseType: string): CaseOwnerRule {
  const own = app.caseOwners.get(caseType);
  if (own !== undefined) return own;
  return app.caseSharing ? { kind: 'shared', policy: app.ownerPolicy } : { kind: 'user' };
}

/** The same for whoever finds the owners as forms are filled in; all others have theirs from the form. */
export function sharingRules(app: OwnerSettings): SharingRules {
  const policies = [...app.caseOwners].flatMap(([caseType, rule]) =>
    rule.kind === 'shared' ? [[caseType, rule.policy] as const] : [],
  );
  const computed = [...app.caseOwners].flatMap(([caseType, rule]) =>
    rule.kind === 'location' || rule.kind === 'expression' ? [[caseType, rule] as const] : [],
  );
  const { caseSharing, ownerPolicy: policy, ownerReview: review } = app;
  const byType = { policies: new Map(policies), computed: new Map(computed) };
  return { caseSharing, policy, review, ...byType };
}

/** The rules of the cases that a form makes and whose owner it does not map, the form's own case first. */
export function automaticRules(
  app: OwnerSettings,
  form: FormDocument,
  caseType: string,
): CaseOwnerRule[] {
  const opens = form.openCase === undefined ? [] : [{ caseType, properties: form.updateCase }];
  return [...opens, ...form.subcases]
    .filter(({ properties }) => !properties.has('owner_id'))
    .map((create) => caseOwnerRule(app, create.caseType));
}
