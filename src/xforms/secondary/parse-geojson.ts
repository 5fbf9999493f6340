import { SecondaryInstanceError } from './secondary-instance-error.ts';
import type { Table } from './table.ts';

/**
 * Reads a FeatureCollection as ODK XForms, "Secondary instances from GeoJSON", has it: a row for each feature, with its
 * geometry as a geopoint, geotrace or geoshape, its properties that are not null, and its own `id` before a property
 * of that name. `file` names it in errors. Throws {@link SecondaryInstanceError}.
 */
export function parseGeojson(text: string, file: string): Table {
  const collection = parseJson(text, file);
  if (!isObject(collection) || collection['type'] !== 'FeatureCollection') {
    throw new SecondaryInstanceError('not a GeoJSON FeatureCollection', file, undefined);
  }
  const { features } = collection;
  if (!Array.isArray(features)) {
    throw new SecondaryInstanceError(
      'the FeatureCollection has no array “features”',
      file,
      undefined,
    );
  }
  return tableOf(features.map((feature, at) => cellsOf(feature, `feature ${at + 1}`, file)));
}

type JsonObject = Readonly<Record<string, unknown>>;

function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function parseJson(text: string, file: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch (error) {
    throw new SecondaryInstanceError(`no JSON: ${(error as Error).message}`, file, undefined);
  }
}

/** The columns are all names that occur, in the order in which they first do. */
function tableOf(items: readonly ReadonlyMap<string, string>[]): Table {
  const columns = [...new Set(items.flatMap((item) => [...item.keys()]))];
  return { columns, rows: items.map((item) => columns.map((column) => item.get(column))) };
}

function cellsOf(feature: unknown, place: string, file: string): Map<string, string> {
  if (!isObject(feature) || feature['type'] !== 'Feature') {
    throw new SecondaryInstanceError(`${place} is not of the type “Feature”`, file, undefined);
  }
  const { geometry, properties, id } = feature;
  const cells = new Map<string, string>();
  if (isObject(geometry)) cells.set('geometry', geometryText(geometry, place, file));
  for (const [name, value] of Object.entries(isObject(properties) ? properties : {})) {
    if (value !== null && !cells.has(name)) cells.set(name, cellText(value));
  }
  if (id !== undefined && id !== null) cells.set('id', cellText(id));
  return cells;
}

function cellText(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}

function geometryText({ type, coordinates }: JsonObject, place: string, file: string): string {
  switch (type) {
    case 'Point':
      return pointText(coordinates, place, file);
    case 'LineString':
      return lineText(coordinates, place, file);
    case 'Polygon':
      // The holes of a polygon have no place in a geoshape.
      return lineText(Array.isArray(coordinates) ? (coordinates[0] ?? []) : undefined, place, file);
    default:
      throw new SecondaryInstanceError(
        `${place} has the geometry “${String(type)}”; only Point, LineString and Polygon can be read`,
        file,
        undefined,
      );
  }
}

function lineText(points: unknown, place: string, file: string): string {
  if (!Array.isArray(points)) throw badCoordinates(place, file);
  return points.map((point) => pointText(point, place, file)).join('; ');
}

/** Longitude comes first in GeoJSON, latitude in ODK. */
function pointText(point: unknown, place: string, file: string): string {
  const [longitude, latitude] = Array.isArray(point) ? (point as unknown[]) : [];
  if (typeof longitude !== 'number' || typeof latitude !== 'number') {
    throw badCoordinates(place, file);
  }
  return `${latitude} ${longitude} 0 0`;
}

function badCoordinates(place: string, file: string): SecondaryInstanceError {
  const reason = `${place} has coordinates that are not numbers: write [longitude, latitude]`;
  return new SecondaryInstanceError(reason, file, undefined);
}
