import { CASE_NAMESPACE } from '../../case/case-transaction.ts';
import type { CaseId } from '../../case/case.ts';
import { xmlElement } from '../../xml/xml-element.ts';
import { ownForm } from './own-form.ts';

/** Stands in a case for the project itself, where else the user does who changed it last. */
export const SYSTEM_USER = 'system';

/** A form of the project's own that closes these cases. `now` is ISO 8601. */
export function closingForm(caseIds: Iterable<CaseId>, now: string): string {
  const name = 'Extensions closed with their host';
  const close = xmlElement('close', CASE_NAMESPACE, {}, []);
  return ownForm({ name, userId: SYSTEM_USER, username: SYSTEM_USER, now }, caseIds, close);
}
