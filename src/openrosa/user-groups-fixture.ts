import type { DirectoryCandidate } from '../case/ownership/candidates.ts';
import { LOCATION_SUFFIX } from '../case/ownership/candidates-from-groups.ts';
import { xmlElement } from '../xml/xml-element.ts';
import type { XmlElement } from '../xml/xml-element.ts';
import type { Fixture } from './restore.ts';

/**
 * The `user-groups` fixture: one group for each owner candidate, in their order; `<groups/>` when there is none. A
 * location stands in it as a group with the location's id. Always sent in full, for leaving a group leaves no trace.
 */
export function userGroupsFixture(
  userId: string,
  candidates: readonly DirectoryCandidate[],
): Fixture {
  const root = xmlElement('groups', '', {}, candidates.map(groupElement));
  return { id: 'user-groups', userId, root, indices: [] };
}

function groupElement({ id, name, kind, data }: DirectoryCandidate): XmlElement {
  const shown = kind === 'location' ? `${name}${LOCATION_SUFFIX}` : name;
  const entries = Object.entries(data).map(([key, value]) =>
    xmlElement('data', '', { key }, value === '' ? [] : [value]),
  );
  const groupData = entries.length === 0 ? [] : [xmlElement('group_data', '', {}, entries)];
  return xmlElement('group', '', { id }, [xmlElement('name', '', {}, [shown]), ...groupData]);
}
