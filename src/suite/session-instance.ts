import type { XmlElement } from '../xml/xml-element.ts';
import { xmlElement } from '../xml/xml-element.ts';
import { staticDocument } from '../xpath/static-node.ts';
import type { XPathNode } from '../xpath/xpath-node.ts';

/** `session/context`: who is working, on which device, with which version. Absent values are left out. */
export interface SessionContext {
  readonly deviceid: string;
  readonly appversion: string;
  readonly username: string;
  readonly userid: string;
  /** Minutes by which the device's clock is wrong, as text; CommCare writes `0`. */
  readonly drift?: string;
  /** `lat lon alt accuracy`. */
  readonly location?: string;
  readonly applanguage?: string;
}

/** What the session instance is made of. */
export interface SessionData {
  /** `session/data`: the chosen cases and computed ids by datum id. */
  readonly datums: Readonly<Record<string, string>>;
  readonly context: SessionContext;
  /** `session/user/data`: the user's own properties. */
  readonly userData: Readonly<Record<string, string>>;
}

/** The root element of `jr://instance/session`, in the shape that CommCare forms read. */
export function sessionInstance({ datums, context, userData }: SessionData): XmlElement {
  return xmlElement('session', '', {}, [
    xmlElement('user', '', {}, [xmlElement('data', '', {}, leaves(userData))]),
    xmlElement('data', '', {}, leaves(datums)),
    xmlElement('context', '', {}, leaves({ drift: '0', ...context })),
  ]);
}

/** The document of `jr://instance/session` for a form that is opened apart from any session, such as a draft. */
export function sessionDocument(data: SessionData): XPathNode {
  return staticDocument(sessionInstance(data));
}

function leaves(values: Readonly<Record<string, string | undefined>>): XmlElement[] {
  const elements: XmlElement[] = [];
  for (const [name, value] of Object.entries(values)) {
    if (value !== undefined) elements.push(xmlElement(name, '', {}, value === '' ? [] : [value]));
  }
  return elements;
}
