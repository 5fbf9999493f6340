import type { XmlElement } from '../../xml/xml-element.ts';
import { textOf } from '../../xml/xml-element.ts';
import type { NodeDefinition } from '../definition/node-definition.ts';
import { isInstanceAttribute, isTemplate } from '../definition/parse-instance.ts';
import { initialLexical } from './initial-lexical.ts';
import type { InstanceOwner } from './instance-node.ts';
import { InstanceNode } from './instance-node.ts';

/** How the text of an element becomes a value. */
type ReadText = (element: XmlElement, node: InstanceNode) => string;

/** Authors of forms indent; the white space around a value of theirs is no part of it. */
const ownValue: ReadText = (element, { definition, owner }) =>
  initialLexical(textOf(element).trim(), definition, owner.conversion);

const noText: ReadText = () => '';

/** The live document for a root element as the form has it, or, with `textOf`, as it was saved. */
export function buildDocument(
  definition: NodeDefinition,
  root: XmlElement,
  owner: InstanceOwner,
  readText = ownValue,
): InstanceNode {
  const document = new InstanceNode(definition, undefined, owner);
  appendElement(root, document, readText);
  return document;
}

/**
 * A new item of a repeat, not yet part of `parent`: a copy of the template. Where the form has none, the first item stands
 * for it, without what was filled in there and without the items inside it. ODK XForms, "Repeats".
 */
export function buildItem(repeat: NodeDefinition, parent: InstanceNode): InstanceNode {
  const pattern = repeat.pattern as XmlElement;
  return build(repeat, pattern, parent, isTemplate(pattern) ? ownValue : noText);
}

/** An item that is not there yet: on it `jr:count` is asked, and whether it would be relevant. */
export function futureItem(parent: InstanceNode, repeat: NodeDefinition): InstanceNode {
  const item = new InstanceNode(repeat, parent, parent.owner);
  item.index = parent.nodesIn(repeat.slot).length;
  return item;
}

/** The same as the place of a text about it: expressions climb from it, but find nothing where it would be. */
export function absentItem(parent: InstanceNode, repeat: NodeDefinition): InstanceNode {
  const item = futureItem(parent, repeat);
  item.relevant = false;
  return item;
}

function build(
  definition: NodeDefinition,
  element: XmlElement,
  parent: InstanceNode,
  readText: ReadText,
): InstanceNode {
  const node = new InstanceNode(definition, parent, parent.owner);
  let isLeaf = true;
  for (const child of element.children) {
    if (typeof child === 'string') continue;
    isLeaf = false;
    appendElement(child, node, readText);
  }
  if (isLeaf) node.setLexical(readText(element, node));
  addAttributes(element, node);
  return node;
}

/** Elements that the form does not define are left out, and items where no text is read either. */
function appendElement(element: XmlElement, parent: InstanceNode, readText: ReadText): void {
  const definition = parent.definition.child(element.name);
  if (definition === undefined || isTemplate(element)) return;
  if (readText === noText && definition.repeat !== undefined) return;
  parent.append(build(definition, element, parent, readText));
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
