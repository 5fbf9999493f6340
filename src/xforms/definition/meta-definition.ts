import type { XmlElement } from '../../xml/xml-element.ts';
import { childElements, childNamed, xmlElement } from '../../xml/xml-element.ts';
import type { FormDefinition } from './form-definition.ts';
import type { NodeDefinition } from './node-definition.ts';

const OPENROSA = 'http://openrosa.org/xforms';

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

/**
 * An ODK form with a node for the id of its instances where it has none: in its `meta` block, else in one of OpenRosa's.
 * CommCare's forms stay as they are.
 */
export function withInstanceId(definition: FormDefinition): FormDefinition {
  if (definition.dialect !== 'odk') return definition;
  const root = definition.document.children[0] as NodeDefinition;
  const known = metaDefinition(root);
  if (known?.child('instanceID') !== undefined) return definition;
  const meta = known ?? root.grow('element', 'meta', OPENROSA, 'orx');
  const id = emptyElement(meta.grow('element', 'instanceID', meta.namespace, meta.prefix));
  allowDeprecatedId(root);
  return { ...definition, instance: addId(definition.instance, meta, id) };
}

function addId(instance: XmlElement, meta: NodeDefinition, id: XmlElement): XmlElement {
  const element = metaElement(instance);
  return element === undefined
    ? append(instance, append(emptyElement(meta), id))
    : replaceElement(instance, element, append(element, id));
}

function emptyElement({ name, namespace, prefix }: NodeDefinition): XmlElement {
  return { ...xmlElement(name, namespace), prefix };
}

function append(element: XmlElement, child: XmlElement): XmlElement {
  return { ...element, children: [...element.children, child] };
}

/** The tree with `replacement` in the place of `old`. */
export function replaceElement(
  tree: XmlElement,
  old: XmlElement,
  replacement: XmlElement,
): XmlElement {
  if (tree === old) return replacement;
  const children = tree.children.map((child) =>
    typeof child === 'string' ? child : replaceElement(child, old, replacement),
  );
  return { ...tree, children };
}
