import type { SharingRules } from '../case/ownership/sharing-rules.ts';
import type { AppDefinition } from './app-definition.ts';

/** Which cases of an app are shared; a compiled app that does not say shares none. */
export function sharingRulesOf({ sharing, caseSharing }: AppDefinition): SharingRules {
  return sharing ?? { caseSharing: caseSharing ?? false };
}
