import { randomUUID } from 'node:crypto';
import { CASE_NAMESPACE } from '../../case/case-transaction.ts';
import type { CaseId } from '../../case/case.ts';
import { serializeXml } from '../../xml/serialize-xml.ts';
import { xmlElement } from '../../xml/xml-element.ts';

const FORM_NAMESPACE = 'http://commcarehq.org/case';
const META_NAMESPACE = 'http://openrosa.org/jr/xforms';

/** Stands in a case for the project itself, where else the user does who changed it last. */
export const SYSTEM_USER = 'system';

/** A form of the project's own that closes these cases. `now` is ISO 8601. */
export function closingForm(caseIds: Iterable<CaseId>, now: string): string {
  const leaf = (name: string, text: string) => xmlElement(name, META_NAMESPACE, {}, [text]);
  const close = xmlElement('close', CASE_NAMESPACE, {}, []);
  const blocks = [...caseIds].map((caseId) => {
    const attributes = { case_id: caseId, date_modified: now, user_id: SYSTEM_USER };
    return xmlElement('case', CASE_NAMESPACE, attributes, [close]);
  });
  const meta = xmlElement('meta', META_NAMESPACE, {}, [
    leaf('instanceID', randomUUID()),
    leaf('userID', SYSTEM_USER),
    leaf('username', SYSTEM_USER),
    leaf('timeEnd', now),
  ]);
  const attributes = { name: 'Extensions closed with their host' };
  return serializeXml(xmlElement('system', FORM_NAMESPACE, attributes, [...blocks, meta]));
}
