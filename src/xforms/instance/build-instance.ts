import type { XmlElement } from '../../xml/xml-element.ts';
import { childElements, textOf } from '../../xml/xml-element.ts';
import type { NodeDefinition } from '../definition/node-definition.ts';
import { isInstanceAttribute, isTemplate } from '../definition/parse-instance.ts';
import type { InstanceOwner } from './instance-node.ts';
import { InstanceNode } from './instance-node.ts';

/** The live document for a root element, as the form or a saved instance has it. */
export function buildDocument(
  definition: NodeDefinition,
  root: XmlElement,
  owner: InstanceOwner,
): InstanceNode {
  const document = new InstanceNode(definition, undefined, owner);
  appendElement(root, document);
  return document;
}

/** A live element for `element`, not yet part of `parent`. Elements that the form does not define are left out. */
export function buildElement(element: XmlElement, parent: InstanceNode): InstanceNode | undefined {
  const definition = parent.definition.child(element.name);
  if (definition === undefined) return undefined;
  const node = new InstanceNode(definition, parent, parent.owner);
  const elements = childElements(element);
  for (const child of elements) appendElement(child, node);
  if (elements.length === 0) node.setLexical(textOf(element).trim());
  addAttributes(element, node);
  return node;
}

function appendElement(element: XmlElement, parent: InstanceNode): void {
  if (isTemplate(element)) return;
  const node = buildElement(element, parent);
  if (node !== undefined) parent.append(node);
}

function addAttributes(element: XmlElement, node: InstanceNode): void {
  for (const attribute of element.attributes) {
    const definition = node.definition.attribute(attribute.name);
    if (definition === undefined || !isInstanceAttribute(attribute)) continue;
    const made = new InstanceNode(definition, node, node.owner);
    made.setLexical(attribute.value);
    node.addAttribute(made);
  }
}
