import { parseXml } from '../../xml/parse-xml.ts';
import { XmlParseError } from '../../xml/xml-parse-error.ts';
import { ownerPlan } from './owner-plan.ts';
import type { OwnerPlan } from './owner-resolution.ts';
import type { SharingRules } from './sharing-rules.ts';

/** {@link ownerPlan} of an XForm as text. One that is not well-formed has no plans: opening it tells why. */
export function readOwnerPlan(form: string, rules: SharingRules): OwnerPlan[] {
  try {
    return ownerPlan(parseXml(form, 'form', { onProblem: () => undefined }), rules);
  } catch (error) {
    if (error instanceof XmlParseError) return [];
    throw error;
  }
}
