import { compileXPath } from '../../xpath/compile-xpath.ts';
import type { OwnerId } from '../case.ts';
import type { OwnerPlan } from './owner-resolution.ts';
import type { ComputedOwnerRule } from './sharing-rules.ts';

/** How a form works an owner out by a rule of the app. */
export interface ComputedOwner {
  readonly rule: ComputedOwnerRule;
  /** As it stands in the form; several ids have spaces between them. */
  readonly expression: string;
  /** What `instance()` in the expression means. */
  readonly instances: readonly InstanceSource[];
  /** What it yields: one id, none or several. `undefined` where only the form itself can tell. */
  readonly found?: readonly OwnerId[];
}

export interface InstanceSource {
  readonly id: string;
  readonly src: string;
}

/**
 * The plans with what their rules yield, as far as that can be told before the form is open: an expression that reads
 * answers, or the case that is still to be chosen, has to wait. `evaluate` may throw: then the form will tell, too.
 */
export function lookUpOwners(
  plans: readonly OwnerPlan[],
  evaluate: (expression: string, instances: readonly InstanceSource[]) => string,
): OwnerPlan[] {
  return plans.map((plan) => {
    if (plan.computed === undefined || waitsForForm(plan.computed.expression)) return plan;
    try {
      return withFoundOwners(plan, evaluate(plan.computed.expression, plan.computed.instances));
    } catch {
      return plan;
    }
  });
}

/** The plan with the ids that its rule has written, as one text. */
export function withFoundOwners(plan: OwnerPlan, owners: string): OwnerPlan {
  if (plan.computed === undefined) return plan;
  const found = owners.split(/\s+/).filter((id) => id !== '');
  return { ...plan, computed: { ...plan.computed, found } };
}

/** True for what is no owner: a blank, or several ids in one text. */
export function isNoOwner(owners: string): boolean {
  return owners === '' || /\s/.test(owners);
}

function waitsForForm(expression: string): boolean {
  return compileXPath(expression, 'commcare')
    .references([])
    .some(({ instance, path }) => instance === undefined || path.slice(0, 2).join('/') === CHOSEN);
}

/** Where the session keeps what was chosen before the form. */
const CHOSEN = 'session/data';
