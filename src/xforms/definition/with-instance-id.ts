import { replaceElement } from '../../xml/replace-element.ts';
import type { XmlElement } from '../../xml/xml-element.ts';
import { xmlElement } from '../../xml/xml-element.ts';
import type { FormDefinition } from './form-definition.ts';
import { allowDeprecatedId, metaDefinition, metaElement } from './meta-definition.ts';
import type { NodeDefinition } from './node-definition.ts';

const OPENROSA = 'http://openrosa.org/xforms';

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
