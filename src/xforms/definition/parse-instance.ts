import type { XmlAttribute, XmlElement } from '../../xml/xml-element.ts';
import { attributeOf } from '../../xml/xml-element.ts';
import { allowDeprecatedId } from './meta-definition.ts';
import { NodeDefinition } from './node-definition.ts';

export const JAVAROSA = 'http://openrosa.org/javarosa';
export const XFORMS = 'http://www.w3.org/2002/xforms';
const VELLUM = 'http://commcarehq.org/xforms/vellum';

/** Definitions of every path that occurs in the main instance, templates included. */
export function defineNodes(root: XmlElement): NodeDefinition {
  const document = new NodeDefinition('document', '', '', '', undefined, 0);
  defineElement(root, document);
  allowDeprecatedId(document.children[0] as NodeDefinition);
  return document;
}

function defineElement(element: XmlElement, parent: NodeDefinition): void {
  const namespace = instanceNamespace(element);
  const definition = parent.grow('element', element.name, namespace, element.prefix);
  if (isTemplate(element)) definition.pattern = element;
  definition.pattern ??= element;
  for (const attribute of element.attributes) {
    if (isInstanceAttribute(attribute)) {
      definition.grow('attribute', attribute.name, attribute.namespace, attribute.prefix);
    }
  }
  for (const child of element.children) {
    if (typeof child !== 'string') defineElement(child, definition);
  }
}

/** `''` for one that only stands in the scope of XForms' default namespace: it has none of its own. */
export function instanceNamespace({ namespace }: XmlElement): string {
  return namespace === XFORMS ? '' : namespace;
}

/** A `jr:template` element is the pattern of new repeat instances and no instance itself. */
export function isTemplate(element: XmlElement): boolean {
  return attributeOf(element, 'template', JAVAROSA) !== undefined;
}

/** False for what only the form designer or the engine reads. */
export function isInstanceAttribute(attribute: XmlAttribute): boolean {
  return (
    attribute.namespace !== VELLUM &&
    !(attribute.namespace === JAVAROSA && attribute.name === 'template')
  );
}
