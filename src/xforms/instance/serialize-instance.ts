import type { XmlAttribute, XmlElement } from '../../xml/xml-element.ts';
import type { InstanceNode } from './instance-node.ts';

/**
 * The instance as elements. For a submission irrelevant nodes are left out; a draft keeps everything.
 * Element names, namespaces and prefixes are those of the form.
 */
export function instanceElement(node: InstanceNode, keepIrrelevant: boolean): XmlElement {
  const { name, namespace, prefix } = node.definition;
  const shown = (each: InstanceNode) => keepIrrelevant || each.relevant;
  return {
    name,
    namespace,
    prefix,
    attributes: node.attributes.filter(shown).map(attributeFor),
    children:
      node.children.length > 0
        ? node.children.filter(shown).map((child) => instanceElement(child, keepIrrelevant))
        : textChildren(node.lexical),
    line: 0,
    column: 0,
  };
}

function attributeFor(node: InstanceNode): XmlAttribute {
  const { name, namespace, prefix } = node.definition;
  return { name, namespace, prefix, value: node.lexical };
}

function textChildren(text: string): string[] {
  return text === '' ? [] : [text];
}
