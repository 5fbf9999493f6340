import { attributeOf, childrenNamed } from '../../xml/xml-element.ts';
import type { XmlElement } from '../../xml/xml-element.ts';
import type { OwnerId } from '../case.ts';

/** The ids by which a user owns cases on a device: his own, and every group of his `user-groups` fixture. */
export function ownerIds(userId: string, groups: XmlElement | undefined): Set<OwnerId> {
  const ids = new Set([userId]);
  for (const group of groups === undefined ? [] : childrenNamed(groups, 'group')) {
    const id = attributeOf(group, 'id');
    if (id !== undefined && id !== '') ids.add(id);
  }
  return ids;
}
