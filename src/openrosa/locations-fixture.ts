import { directoryIndex } from '../case/ownership/directory-index.ts';
import type {
  Directory,
  DirectoryLocation,
  DirectoryUser,
  LocationType,
} from '../case/ownership/directory.ts';
import type { LocationTree } from '../case/ownership/location-tree.ts';
import { xmlElement } from '../xml/xml-element.ts';
import type { XmlElement } from '../xml/xml-element.ts';
import type { Fixture } from './restore.ts';

/**
 * The flat `locations` fixture, indexed: the user's locations with all above and below them, ordered by site code.
 * Archived ones are left out unless the user is assigned to them. Which locations may own cases is not told by it.
 */
export function locationsFixture(user: DirectoryUser, directory: Directory): Fixture {
  const index = directoryIndex(directory);
  const { tree } = index;
  const types = directory.locationTypes;
  const locations = [...visibleLocations(index.locationsOf(user.userId), tree)].sort(bySiteCode);
  const records = locations.map((location) => locationElement(location, types, tree));
  const root = xmlElement('locations', '', {}, records);
  const indices = [...types.map((type) => `@${type.code}_id`), '@id', '@type', 'name'];
  return { id: 'locations', userId: user.userId, root, indices, indexed: true };
}

function visibleLocations(
  assigned: readonly DirectoryLocation[],
  tree: LocationTree,
): Set<DirectoryLocation> {
  const visible = new Set<DirectoryLocation>();
  for (const location of assigned) {
    const around = [...tree.ancestors(location), ...tree.descendants(location)];
    visible.add(location);
    for (const other of around) if (!other.archived) visible.add(other);
  }
  return visible;
}

function bySiteCode(a: DirectoryLocation, b: DirectoryLocation): number {
  return a.siteCode < b.siteCode ? -1 : Number(a.siteCode > b.siteCode);
}

function locationElement(
  location: DirectoryLocation,
  types: readonly LocationType[],
  tree: LocationTree,
): XmlElement {
  const line = [location, ...tree.ancestors(location)];
  const idOfType = (code: string): string =>
    line.find((step) => step.typeCode === code)?.locationId ?? '';
  const levels = types.map(({ code }) => [`${code}_id`, idOfType(code)]);
  const attributes = { id: location.locationId, type: location.typeCode };
  return xmlElement(
    'location',
    '',
    { ...attributes, ...Object.fromEntries(levels) },
    locationFields(location),
  );
}

function locationFields(location: DirectoryLocation): XmlElement[] {
  const data = Object.entries(location.locationData).map(([key, value]) => leaf(key, value));
  return [
    leaf('name', location.name),
    leaf('site_code', location.siteCode),
    leaf('external_id', location.externalId),
    leaf('latitude', location.latitude),
    leaf('longitude', location.longitude),
    leaf('location_type', location.typeCode),
    leaf('supply_point_id', ''),
    xmlElement('location_data', '', {}, data),
  ];
}

function leaf(name: string, text: string): XmlElement {
  return xmlElement(name, '', {}, text === '' ? [] : [text]);
}
