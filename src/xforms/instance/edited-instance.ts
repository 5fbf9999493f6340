import { replaceElement } from '../../xml/replace-element.ts';
import type { XmlElement } from '../../xml/xml-element.ts';
import { childNamed, textOf } from '../../xml/xml-element.ts';
import { metaElement } from '../definition/meta-definition.ts';

/**
 * A submitted instance as an edit of it begins: with an `instanceID` of its own, and with the one that it had as
 * `deprecatedID` beside it, from which the server knows what is replaced. OpenRosa, "Metadata Schema".
 */
export function editedInstance(root: XmlElement, instanceId: string): XmlElement {
  const meta = metaElement(root);
  const id = meta && childNamed(meta, 'instanceID');
  if (meta === undefined || id === undefined) return root;
  return replaceElement(root, meta, withIds(meta, id, instanceId));
}

function withIds(meta: XmlElement, id: XmlElement, instanceId: string): XmlElement {
  const renewed = replaceElement(meta, id, { ...id, children: [instanceId] });
  const old = textOf(id).trim();
  if (old === '') return renewed;
  const deprecated = { ...id, name: 'deprecatedID', children: [old] };
  const earlier = childNamed(renewed, 'deprecatedID');
  return earlier === undefined
    ? { ...renewed, children: [...renewed.children, deprecated] }
    : replaceElement(renewed, earlier, deprecated);
}
