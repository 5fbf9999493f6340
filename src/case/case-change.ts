import type { Case } from './case.ts';

/** What a form did to one case, however many of its blocks touched it. */
export interface CaseChange {
  /** `undefined` when the form made the case. */
  readonly before: Case | undefined;
  readonly after: Case;
  /** True when an owner, a status or an index changed: who holds which cases has to be asked again. */
  readonly disrupted: boolean;
}
