/** What a form does to one case, as an app's builder describes it. */
export type CaseFormAction = PlainAction | AdvancedOpenAction;

interface ActionBase {
  readonly caseType: string;
  /** Reference of the `<case>` element in the form, such as `/data/case`. */
  readonly ref: string;
  /** True when `owner_id` is among the properties that the action saves; its value does not matter. */
  readonly ownerMapped: boolean;
}

/** `open`: the form's own case; `subcase`: a child case; `saveToCase`: a question that writes a case by itself. */
export interface PlainAction extends ActionBase {
  readonly kind: 'open' | 'subcase' | 'saveToCase' | 'update';
}

export interface AdvancedOpenAction extends ActionBase {
  readonly kind: 'advancedOpen';
  /** Relationship of each index; `question` when an answer decides it. */
  readonly indices: readonly ('child' | 'extension' | 'question')[];
}

/**
 * Where the owner of a case comes from. `given`: from the mapped property. `automatic`: the builder fills it in, the
 * user or, in an app that shares cases, the single candidate. `unowned`: `-`, the host carries the case.
 * `relationship`: an answer decides between `-` and an owner. `sender`: who submits the form. `unchanged`: as it was.
 */
export type OwnerRule = 'given' | 'automatic' | 'unowned' | 'relationship' | 'sender' | 'unchanged';

/** The rule that CommCare's builder follows for an action. */
export function ownerRule(action: CaseFormAction): OwnerRule {
  if (action.ownerMapped) return 'given';
  switch (action.kind) {
    case 'open':
    case 'subcase':
      return 'automatic';
    case 'advancedOpen':
      return ruleByIndices(action.indices);
    case 'saveToCase':
      return 'sender';
    case 'update':
      return 'unchanged';
  }
}

function ruleByIndices(indices: AdvancedOpenAction['indices']): OwnerRule {
  if (indices.includes('question')) return 'relationship';
  return indices.length === 0 || indices.includes('child') ? 'automatic' : 'unowned';
}

/**
 * Whether the builder writes the sharing assertion into the form's entry: the app shares cases and some create is
 * automatic. The conditions of the creates do not matter; the assertion is for the whole form.
 */
export function assertsSingleOwner(
  actions: readonly CaseFormAction[],
  options: { readonly caseSharing: boolean },
): boolean {
  return options.caseSharing && actions.some((action) => ownerRule(action) === 'automatic');
}
