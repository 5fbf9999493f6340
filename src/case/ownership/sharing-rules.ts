/**
 * What becomes of a shared case when its owner is not plain. `strict`: the form does not open, as in CommCare. `ask`: the
 * person chooses among the candidates. `primary`: the person's primary location, and where that is no candidate, as `ask`.
 */
export type OwnerPolicy = 'strict' | 'ask' | 'primary';

/** Whether the person looks at who will see the cases before a form goes: never, when a case would leave their own view, always. */
export type OwnerReview = 'never' | 'unseen' | 'always';

/** Where an app takes an owner from, instead of what the user belongs to: a level of the organization above the user, an XPath. */
export type ComputedOwnerRule =
  | { readonly kind: 'location'; readonly level: string }
  | { readonly kind: 'expression'; readonly xpath: string };

/** Which cases of an app are shared, and how their owner is found. */
export interface SharingRules {
  /** The app's switch: cases go to the user's group or location instead of the user. */
  readonly caseSharing: boolean;
  /** For shared cases; `strict` where an app does not say. */
  readonly policy?: OwnerPolicy;
  /** For case types that are shared whatever the switch says. */
  readonly policies?: ReadonlyMap<string, OwnerPolicy>;
  /** For case types whose owner the form works out. */
  readonly computed?: ReadonlyMap<string, ComputedOwnerRule>;
  /** `never` where an app does not say, as in CommCare. */
  readonly review?: OwnerReview;
}

/** How a case of that type is shared; `undefined` when it belongs to the user. */
export function sharingPolicy(rules: SharingRules, caseType: string): OwnerPolicy | undefined {
  const own = rules.policies?.get(caseType);
  if (own !== undefined) return own;
  return rules.caseSharing ? (rules.policy ?? 'strict') : undefined;
}
