import { xmlElement } from '../xml/xml-element.ts';
import type { XmlChild, XmlElement } from '../xml/xml-element.ts';
import { CASE_NAMESPACE } from './case-transaction.ts';
import type { Case } from './case.ts';

/**
 * The whole case as one `<case>` block, as a restore carries it: base values in `create`, `external_id`,
 * `date_opened` and all properties in `update`, then index, attachment, close.
 */
export function writeCaseBlock(of: Case): XmlElement {
  const attributes = {
    case_id: of.caseId,
    date_modified: of.lastModified,
    user_id: of.userId === '' ? undefined : of.userId,
  };
  const parts = [createPart(of), updatePart(of), indexPart(of), attachmentPart(of), closePart(of)];
  return element(
    'case',
    attributes,
    parts.filter((part) => part !== undefined),
  );
}

function createPart(of: Case): XmlElement {
  return element('create', {}, [
    leaf('case_type', of.caseType),
    leaf('case_name', of.caseName),
    leaf('owner_id', of.ownerId),
  ]);
}

function updatePart(of: Case): XmlElement {
  const { externalId, category, state, dateOpened } = of;
  const fields = { external_id: externalId, category, state, date_opened: dateOpened };
  const given = Object.entries(fields).filter(([, value]) => value !== '');
  const all = [...given, ...Object.entries(of.properties)];
  return element(
    'update',
    {},
    all.map(([name, value]) => leaf(name, value)),
  );
}

function indexPart(of: Case): XmlElement | undefined {
  if (of.indices.length === 0) return undefined;
  const indices = of.indices.map(({ name, caseType, relationship, target }) =>
    // `child` is the default, and receivers older than extensions do not know the attribute.
    element(
      name,
      { case_type: caseType, relationship: relationship === 'child' ? undefined : relationship },
      [target],
    ),
  );
  return element('index', {}, indices);
}

function attachmentPart(of: Case): XmlElement | undefined {
  if (of.attachments.length === 0) return undefined;
  const attachments = of.attachments.map(({ name, src, from }) => element(name, { src, from }));
  return element('attachment', {}, attachments);
}

function closePart(of: Case): XmlElement | undefined {
  return of.status === 'closed' ? element('close') : undefined;
}

function leaf(name: string, text: string): XmlElement {
  return element(name, {}, text === '' ? [] : [text]);
}

function element(
  name: string,
  attributes: Readonly<Record<string, string | undefined>> = {},
  children: readonly XmlChild[] = [],
): XmlElement {
  return xmlElement(name, CASE_NAMESPACE, attributes, children);
}
