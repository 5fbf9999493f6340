import { geodesicBetween, placeAlong } from './geodesic.ts';
import { radians, type Point } from './point.ts';

/** The radius in metres at the equator, which ODK takes. */
export const EQUATORIAL_RADIUS = 6_378_100;

/** The mean radius in metres, which CommCare takes. */
export const MEAN_RADIUS = 6_371_009;

/**
 * The length in metres of a line through places, each part along a great circle of that radius. By the haversine formula:
 * the law of cosines, which JavaRosa takes, loses short distances in rounding.
 */
export function lengthOf(points: readonly Point[], radius: number): number {
  let total = 0;
  for (let i = 1; i < points.length; i++) total += angleBetween(points[i - 1]!, points[i]!);
  return total * radius;
}

/** In radians. */
function angleBetween(a: Point, b: Point): number {
  const [from, to] = [radians(a.latitude), radians(b.latitude)];
  const east = haversine(radians(a.longitude) - radians(b.longitude));
  const h = haversine(from - to) + east * Math.cos(from) * Math.cos(to);
  return 2 * Math.asin(Math.sqrt(Math.min(h, 1)));
}

function haversine(angle: number): number {
  return Math.sin(angle * 0.5) ** 2;
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

/** Whether a ray from the place crosses the ring an odd number of times. The last point is joined to the first. */
export function contains(ring: readonly Point[], place: Point): boolean {
  let inside = false;
  for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
    if (crosses(ring[i]!, ring[j]!, place)) inside = !inside;
  }
  return inside;
}

function crosses(a: Point, b: Point, { latitude, longitude }: Point): boolean {
  if (a.latitude > latitude === b.latitude > latitude) return false;
  const share = (latitude - a.latitude) / (b.latitude - a.latitude);
  return longitude < a.longitude + share * (b.longitude - a.longitude);
}

/** The place on the edge of a ring that is nearest to a place. */
export function nearestOnRing(ring: readonly Point[], place: Point): Point {
  let best = ring[0]!;
  let least = Infinity;
  ring.forEach((corner, i) => {
    const candidate = nearestOnEdge(corner, ring[(i + 1) % ring.length]!, place);
    const { length } = geodesicBetween(place, candidate);
    if (length < least) [best, least] = [candidate, length];
  });
  return best;
}

/** As far along the edge as the way to the place leads in its direction, as on a plane. */
function nearestOnEdge(from: Point, to: Point, place: Point): Point {
  const edge = geodesicBetween(from, to);
  const way = geodesicBetween(from, place);
  const along = way.length * Math.cos(radians(way.azimuth - edge.azimuth));
  if (!(along > 0)) return from;
  return along >= edge.length ? to : placeAlong(from, { ...edge, length: along });
}
