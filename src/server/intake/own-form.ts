import { randomUUID } from 'node:crypto';
import { CASE_NAMESPACE } from '../../case/case-transaction.ts';
import type { CaseId } from '../../case/case.ts';
import { serializeXml } from '../../xml/serialize-xml.ts';
import { xmlElement } from '../../xml/xml-element.ts';
import type { XmlElement } from '../../xml/xml-element.ts';

const FORM_NAMESPACE = 'http://commcarehq.org/case';
const META_NAMESPACE = 'http://openrosa.org/jr/xforms';

/** A form that the server fills in itself, because changes of cases always come by forms. */
export interface OwnForm {
  /** What the history of its cases calls it. */
  readonly name: string;
  readonly userId: string;
  readonly username: string;
  /** ISO 8601. */
  readonly now: string;
}

/** The form that does the same to each of these cases: `action` stands in every block. */
export function ownForm(
  { name, userId, username, now }: OwnForm,
  caseIds: Iterable<CaseId>,
  action: XmlElement,
): string {
  const leaf = (tag: string, text: string) => xmlElement(tag, META_NAMESPACE, {}, [text]);
  const blocks = [...caseIds].map((caseId) => {
    const attributes = { case_id: caseId, date_modified: now, user_id: userId };
    return xmlElement('case', CASE_NAMESPACE, attributes, [action]);
  });
  const meta = xmlElement('meta', META_NAMESPACE, {}, [
    leaf('instanceID', randomUUID()),
    leaf('userID', userId),
    leaf('username', username),
    leaf('timeEnd', now),
  ]);
  return serializeXml(xmlElement('system', FORM_NAMESPACE, { name }, [...blocks, meta]));
}
