import type { OwnerId } from '../case/case.ts';
import type { LeveledLocation } from '../case/ownership/no-candidate-reason.ts';
import { attributeOf, childNamed, childrenNamed, textOf } from '../xml/xml-element.ts';
import type { XmlElement } from '../xml/xml-element.ts';

/** A location of the `locations` fixture. */
export interface KnownLocation extends LeveledLocation {
  /** In no particular order: the fixture does not tell which level is above which. */
  readonly ancestorIds: readonly OwnerId[];
}

/** The locations below the root of a flat `locations` fixture, by id. */
export function readLocations(root: XmlElement): Map<OwnerId, KnownLocation> {
  const locations = childrenNamed(root, 'location').map(readLocation);
  return new Map(locations.map((location) => [location.id, location]));
}

function readLocation(element: XmlElement): KnownLocation {
  const id = attributeOf(element, 'id') ?? '';
  const level = attributeOf(element, 'type') ?? '';
  return { id, name: nameOf(element) || id, level, ancestorIds: ancestorIds(element, id) };
}

/** There is an attribute `LEVEL_id` for each level of the project, blank where it does not lie above. */
function ancestorIds({ attributes }: XmlElement, id: OwnerId): OwnerId[] {
  return attributes
    .filter(({ name, value }) => name.endsWith('_id') && value !== '' && value !== id)
    .map(({ value }) => value);
}

function nameOf(element: XmlElement): string {
  const name = childNamed(element, 'name');
  return name === undefined ? '' : textOf(name).trim();
}
