import { readOwnerPlan } from '../case/ownership/read-owner-plan.ts';
import type { AppDefinition } from './app-definition.ts';
import { sharingRulesOf } from './sharing-rules-of.ts';

/** Whether a form of the app creates a case to which the app has to find an owner among groups and locations. */
export function createsShared(app: AppDefinition): boolean {
  const rules = sharingRulesOf(app);
  return [...app.forms.values()].some(({ text }) =>
    readOwnerPlan(text, rules).some(({ source }) => source === 'shared'),
  );
}
