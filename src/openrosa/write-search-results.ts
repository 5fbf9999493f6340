import type { Case } from '../case/case.ts';
import { serializeXml } from '../xml/serialize-xml.ts';
import { xmlElement } from '../xml/xml-element.ts';
import type { XmlElement } from '../xml/xml-element.ts';

/** What a case search answers: `results/case`, each case in the shape in which the case database is read. */
export function writeSearchResults(cases: readonly Case[]): string {
  return serializeXml(xmlElement('results', '', { id: 'case' }, cases.map(resultElement)));
}

function resultElement(of: Case): XmlElement {
  const attributes = {
    case_id: of.caseId,
    case_type: of.caseType,
    owner_id: of.ownerId,
    status: of.status,
  };
  return xmlElement('case', '', attributes, [
    ...Object.entries(fieldsOf(of)).map(([name, value]) => leaf(name, value)),
    ...indexElements(of),
  ]);
}

function fieldsOf(of: Case): Readonly<Record<string, string>> {
  const { caseName, dateOpened, lastModified, externalId, category, state, properties } = of;
  const own = { case_name: caseName, date_opened: dateOpened, last_modified: lastModified };
  const optional = { external_id: externalId, category, state };
  const given = Object.entries(optional).filter(([, value]) => value !== '');
  return { ...properties, ...own, ...Object.fromEntries(given) };
}

function indexElements({ indices }: Case): XmlElement[] {
  if (indices.length === 0) return [];
  const children = indices.map(({ name, caseType, relationship, target }) =>
    xmlElement(name, '', { case_type: caseType, relationship }, [target]),
  );
  return [xmlElement('index', '', {}, children)];
}

function leaf(name: string, text: string): XmlElement {
  return xmlElement(name, '', {}, text === '' ? [] : [text]);
}
