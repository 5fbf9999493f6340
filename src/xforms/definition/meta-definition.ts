import type { XmlElement } from '../../xml/xml-element.ts';
import { childElements, childNamed } from '../../xml/xml-element.ts';
import type { NodeDefinition } from './node-definition.ts';

/** The `meta` block: below the root; some builders have it in a group. OpenRosa, "Metadata Schema". */
export function metaDefinition(root: NodeDefinition): NodeDefinition | undefined {
  return [root, ...root.children].flatMap((parent) => parent.child('meta') ?? [])[0];
}

/** The same in an instance as elements. */
export function metaElement(root: XmlElement): XmlElement | undefined {
  return [root, ...childElements(root)].flatMap((parent) => childNamed(parent, 'meta') ?? [])[0];
}

/** An edit puts the id of what it replaces beside its own: every form with an id may have that node. */
export function allowDeprecatedId(root: NodeDefinition): void {
  const id = metaDefinition(root)?.child('instanceID');
  id?.parent?.grow('element', 'deprecatedID', id.namespace, id.prefix);
}
