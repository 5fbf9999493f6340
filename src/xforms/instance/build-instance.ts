import type { XmlElement } from '../../xml/xml-element.ts';
import { childElements, textOf } from '../../xml/xml-element.ts';
import type { NodeDefinition } from '../definition/node-definition.ts';
import { isInstanceAttribute, isTemplate } from '../definition/parse-instance.ts';
import type { InstanceOwner } from './instance-node.ts';
import { InstanceNode } from './instance-node.ts';

/** How the text of an element becomes a value. */
type ReadText = (element: XmlElement) => string;

/** Authors of forms indent; the white space around a value of theirs is no part of it. */
const trimmedText: ReadText = (element) => textOf(element).trim();

/** The live document for a root element as the form has it, or, with `textOf`, as it was saved. */
export function buildDocument(
  definition: NodeDefinition,
  root: XmlElement,
  owner: InstanceOwner,
  readText = trimmedText,
): InstanceNode {
  const document = new InstanceNode(definition, undefined, owner);
  appendElement(root, document, readText);
  return document;
}

/** A live element for `element`, not yet part of `parent`. Elements that the form does not define are left out. */
export function buildElement(
  element: XmlElement,
  parent: InstanceNode,
  readText = trimmedText,
): InstanceNode | undefined {
  const definition = parent.definition.child(element.name);
  if (definition === undefined) return undefined;
  const node = new InstanceNode(definition, parent, parent.owner);
  const elements = childElements(element);
  for (const child of elements) appendElement(child, node, readText);
  if (elements.length === 0) node.setLexical(readText(element));
  addAttributes(element, node);
  return node;
}

function appendElement(element: XmlElement, parent: InstanceNode, readText: ReadText): void {
  if (isTemplate(element)) return;
  const node = buildElement(element, parent, readText);
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
