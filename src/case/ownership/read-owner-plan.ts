import { parseXml } from '../../xml/parse-xml.ts';
import { XmlParseError } from '../../xml/xml-parse-error.ts';
import { ownerPlan } from './owner-plan.ts';
import type { OwnerPlan } from './owner-resolution.ts';

/** {@link ownerPlan} of an XForm as text. One that is not well-formed has no plans: opening it tells why. */
export function readOwnerPlan(
  form: string,
  options: { readonly caseSharing: boolean },
): OwnerPlan[] {
  try {
    return ownerPlan(parseXml(form, 'form', { onProblem: () => undefined }), options);
  } catch (error) {
    if (error instanceof XmlParseError) return [];
    throw error;
  }
}
