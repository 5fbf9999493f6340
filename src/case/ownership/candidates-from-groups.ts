import { attributeOf, childNamed, childrenNamed, textOf } from '../../xml/xml-element.ts';
import type { XmlElement } from '../../xml/xml-element.ts';
import { trimControl } from '../case-text.ts';
import { distinctCandidates } from './owner-candidate.ts';
import type { OwnerCandidate } from './owner-candidate.ts';

/** What the server appends to the name of the group that it makes of a location. */
export const LOCATION_SUFFIX = '-Cases';

/**
 * The owner candidates in the `groups` root of a `user-groups` fixture: distinct, in their order. A group is known
 * as a location by its group data. Groups without an id are passed over.
 */
export function candidatesFromGroups(groups: XmlElement): OwnerCandidate[] {
  return distinctCandidates(allCandidatesFromGroups(groups));
}

/** The same with repeated ids kept, as the compatible assertion counts them. */
export function allCandidatesFromGroups(groups: XmlElement): OwnerCandidate[] {
  return childrenNamed(groups, 'group')
    .map(readGroup)
    .filter((candidate) => candidate.id !== '');
}

function readGroup(group: XmlElement): OwnerCandidate {
  const id = attributeOf(group, 'id') ?? '';
  const name = childNamed(group, 'name');
  const text = name === undefined ? '' : trimControl(textOf(name));
  const kind = isLocation(group) ? 'location' : 'group';
  const shown = kind === 'location' ? withoutSuffix(text) : text;
  return { id, name: shown === '' ? id : shown, kind };
}

function isLocation(group: XmlElement): boolean {
  const data = childNamed(group, 'group_data');
  if (data === undefined) return false;
  return childrenNamed(data, 'data').some(
    (entry) => attributeOf(entry, 'key') === 'commcare_location_type',
  );
}

function withoutSuffix(name: string): string {
  return name.endsWith(LOCATION_SUFFIX) ? name.slice(0, -LOCATION_SUFFIX.length) : name;
}
