/** A place on the earth, in degrees. */
export interface Point {
  readonly latitude: number;
  readonly longitude: number;
}

/** The radius in metres at the equator, which ODK takes. */
export const EQUATORIAL_RADIUS = 6_378_100;

/** The mean radius in metres, which CommCare takes. */
export const MEAN_RADIUS = 6_371_009;

/** The length in metres of a line through points, each part along a great circle of that radius. */
export function lengthOf(points: readonly Point[], radius: number): number {
  let total = 0;
  for (let i = 1; i < points.length; i++) total += angleBetween(points[i - 1]!, points[i]!);
  return total * radius;
}

/** In radians, by the haversine formula. */
function angleBetween(a: Point, b: Point): number {
  const [fromLatitude, toLatitude] = [radians(a.latitude), radians(b.latitude)];
  const latitude = Math.sin((toLatitude - fromLatitude) / 2) ** 2;
  const longitude = Math.sin(radians(b.longitude - a.longitude) / 2) ** 2;
  const h = latitude + Math.cos(fromLatitude) * Math.cos(toLatitude) * longitude;
  return 2 * Math.atan2(Math.sqrt(h), Math.sqrt(1 - h));
}

/** Square metres inside a ring, which closes itself. The places are laid flat around the first; meant for fields, not countries. */
export function areaOf(points: readonly Point[]): number {
  const [origin] = points;
  if (origin === undefined || points.length < 3) return 0;
  const flat = points.map((point) => flattened(point, origin));
  let twice = 0;
  for (let i = 1; i < flat.length; i++) {
    twice += flat[i - 1]!.y * flat[i]!.x - flat[i - 1]!.x * flat[i]!.y;
  }
  return Math.abs(twice) / 2;
}

function flattened(point: Point, origin: Point): { x: number; y: number } {
  const y = radians(point.latitude - origin.latitude) * EQUATORIAL_RADIUS;
  const east = radians(point.longitude - origin.longitude) * EQUATORIAL_RADIUS;
  return { x: east * Math.cos(radians(point.latitude)), y };
}

/** Whether a place is inside a ring or on its edge. */
export function contains(ring: readonly Point[], { latitude, longitude }: Point): boolean {
  let inside = false;
  for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
    const [a, b] = [ring[i]!, ring[j]!];
    if (isBetween(a, b, latitude, longitude)) return true;
    if (a.latitude > latitude === b.latitude > latitude) continue;
    const share = (latitude - a.latitude) / (b.latitude - a.latitude);
    if (longitude < a.longitude + share * (b.longitude - a.longitude)) inside = !inside;
  }
  return inside;
}

function isBetween(a: Point, b: Point, latitude: number, longitude: number): boolean {
  const cross =
    (b.longitude - a.longitude) * (latitude - a.latitude) -
    (b.latitude - a.latitude) * (longitude - a.longitude);
  if (Math.abs(cross) > 1e-12) return false;
  return (
    latitude >= Math.min(a.latitude, b.latitude) &&
    latitude <= Math.max(a.latitude, b.latitude) &&
    longitude >= Math.min(a.longitude, b.longitude) &&
    longitude <= Math.max(a.longitude, b.longitude)
  );
}

/** The place on the edge of a ring that is nearest to a place, the edges being great circles. */
export function nearestOnRing(ring: readonly Point[], point: Point): Point {
  let best = ring[0]!;
  for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
    const candidate = nearestOnEdge(ring[j]!, ring[i]!, point);
    if (angleBetween(candidate, point) < angleBetween(best, point)) best = candidate;
  }
  return best;
}

type Vector = readonly [number, number, number];

function nearestOnEdge(a: Point, b: Point, point: Point): Point {
  const [from, to, at] = [vector(a), vector(b), vector(point)];
  const normal = cross(from, to);
  const projected = cross(cross(normal, at), normal);
  const between =
    dot(cross(from, projected), normal) >= 0 && dot(cross(projected, to), normal) >= 0;
  if (between && length(projected) > 0) return place(projected);
  return angleBetween(a, point) <= angleBetween(b, point) ? a : b;
}

function vector({ latitude, longitude }: Point): Vector {
  const [north, east] = [radians(latitude), radians(longitude)];
  return [Math.cos(north) * Math.cos(east), Math.cos(north) * Math.sin(east), Math.sin(north)];
}

function place([x, y, z]: Vector): Point {
  return {
    latitude: degrees(Math.atan2(z, Math.hypot(x, y))),
    longitude: degrees(Math.atan2(y, x)),
  };
}

function cross(a: Vector, b: Vector): Vector {
  return [a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]];
}

function dot(a: Vector, b: Vector): number {
  return a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
}

function length(a: Vector): number {
  return Math.sqrt(dot(a, a));
}

function radians(value: number): number {
  return (value * Math.PI) / 180;
}

function degrees(value: number): number {
  return (value * 180) / Math.PI;
}
