import { degrees, radians, type Point } from './point.ts';

/** WGS 84: semi-axes in metres, and flattening. */
const MAJOR = 6_378_137;
const FLATTENING = 1 / 298.257223563;
const MINOR = (1 - FLATTENING) * MAJOR;

const MAXIMUM_ROUNDS = 20;
const PRECISION = 1e-13;

/** The shortest line between two places on the ellipsoid: metres, and its direction at the start in degrees, clockwise from north. */
export interface Geodesic {
  readonly length: number;
  readonly azimuth: number;
}

/** The geodesic between two places. Vincenty's inverse formula; inexact between places opposite each other. */
export function geodesicBetween(from: Point, to: Point): Geodesic {
  const [start, end] = [reducedLatitude(from), reducedLatitude(to)];
  const difference = radians(to.longitude) - radians(from.longitude);
  let lambda = difference;
  let arc = sphericalArc(start, end, lambda);
  for (let round = 0; round < MAXIMUM_ROUNDS; round++) {
    const before = lambda;
    lambda = difference + longitudeCorrection(arc);
    arc = sphericalArc(start, end, lambda);
    if (lambda === before || Math.abs((lambda - before) / lambda) < PRECISION) break;
  }
  const { a, b } = series(arc.cosSquaredAlpha);
  const length = MINOR * a * (arc.sigma - sigmaCorrection(b, arc));
  const azimuth = Math.atan2(
    Math.cos(end) * Math.sin(lambda),
    Math.cos(start) * Math.sin(end) - Math.sin(start) * Math.cos(end) * Math.cos(lambda),
  );
  return { length, azimuth: (degrees(azimuth) + 360) % 360 };
}

/** The place that lies `length` metres from a place, in a direction. Vincenty's direct formula. */
export function placeAlong(from: Point, { length, azimuth: direction }: Geodesic): Point {
  const azimuth = radians(direction);
  const start = reducedLatitude(from);
  const sigmaStart = Math.atan2(Math.tan(start), Math.cos(azimuth));
  const sinAlpha = Math.cos(start) * Math.sin(azimuth);
  const cosSquaredAlpha = 1 - sinAlpha * sinAlpha;
  const { a, b } = series(cosSquaredAlpha);
  const whole = length / (MINOR * a);
  let arc = arcFrom(whole, sigmaStart, sinAlpha, cosSquaredAlpha);
  for (let round = 0; round < MAXIMUM_ROUNDS; round++) {
    const before = arc.sigma;
    arc = arcFrom(whole + sigmaCorrection(b, arc), sigmaStart, sinAlpha, cosSquaredAlpha);
    if (Math.abs(arc.sigma - before) < PRECISION) break;
  }
  return endOf(from, start, azimuth, arc);
}

function endOf(from: Point, start: number, azimuth: number, arc: Arc): Point {
  const { sinSigma, cosSigma, sinAlpha } = arc;
  const [sinStart, cosStart] = [Math.sin(start), Math.cos(start)];
  const across = sinStart * sinSigma - cosStart * cosSigma * Math.cos(azimuth);
  const latitude = Math.atan2(
    sinStart * cosSigma + cosStart * sinSigma * Math.cos(azimuth),
    (1 - FLATTENING) * Math.sqrt(sinAlpha * sinAlpha + across * across),
  );
  const lambda = Math.atan2(
    sinSigma * Math.sin(azimuth),
    cosStart * cosSigma - sinStart * sinSigma * Math.cos(azimuth),
  );
  return {
    latitude: degrees(latitude),
    longitude: turned(from.longitude + degrees(lambda - longitudeCorrection(arc))),
  };
}

/** Between -180 and 180 degrees. */
function turned(longitude: number): number {
  if (longitude > 180) return longitude - 360;
  return longitude < -180 ? longitude + 360 : longitude;
}

/** The latitude on the auxiliary sphere. */
function reducedLatitude({ latitude }: Point): number {
  return Math.atan((1 - FLATTENING) * Math.tan(radians(latitude)));
}

/** The great circle on the auxiliary sphere that stands for a geodesic; alpha is its direction at the equator. */
interface Arc {
  readonly sigma: number;
  readonly sinSigma: number;
  readonly cosSigma: number;
  readonly sinAlpha: number;
  readonly cosSquaredAlpha: number;
  /** Cosine of twice the distance of its middle from the equator. */
  readonly cosTwiceMiddle: number;
}

function sphericalArc(start: number, end: number, lambda: number): Arc {
  const [sinStart, cosStart] = [Math.sin(start), Math.cos(start)];
  const [sinEnd, cosEnd] = [Math.sin(end), Math.cos(end)];
  const east = cosEnd * Math.sin(lambda);
  const north = cosStart * sinEnd - sinStart * cosEnd * Math.cos(lambda);
  const sinSigma = Math.sqrt(east * east + north * north);
  const cosSigma = sinStart * sinEnd + cosStart * cosEnd * Math.cos(lambda);
  const sinAlpha = sinSigma === 0 ? 0 : (cosStart * cosEnd * Math.sin(lambda)) / sinSigma;
  const cosSquaredAlpha = 1 - sinAlpha * sinAlpha;
  const cosTwiceMiddle =
    cosSquaredAlpha === 0 ? 0 : cosSigma - (2 * sinStart * sinEnd) / cosSquaredAlpha;
  const sigma = Math.atan2(sinSigma, cosSigma);
  return { sigma, sinSigma, cosSigma, sinAlpha, cosSquaredAlpha, cosTwiceMiddle };
}

function arcFrom(sigma: number, start: number, sinAlpha: number, cosSquaredAlpha: number): Arc {
  const cosTwiceMiddle = Math.cos(2 * start + sigma);
  const [sinSigma, cosSigma] = [Math.sin(sigma), Math.cos(sigma)];
  return { sigma, sinSigma, cosSigma, sinAlpha, cosSquaredAlpha, cosTwiceMiddle };
}

/** Vincenty's A and B. */
function series(cosSquaredAlpha: number): { readonly a: number; readonly b: number } {
  const u = (cosSquaredAlpha * (MAJOR * MAJOR - MINOR * MINOR)) / (MINOR * MINOR);
  return {
    a: 1 + (u / 16384) * (4096 + u * (-768 + u * (320 - 175 * u))),
    b: (u / 1024) * (256 + u * (-128 + u * (74 - 47 * u))),
  };
}

/** By how much an arc on the sphere is longer than the geodesic makes it. */
function sigmaCorrection(b: number, { sinSigma, cosSigma, cosTwiceMiddle: middle }: Arc): number {
  const square = middle * middle;
  const last = (b / 6) * middle * (-3 + 4 * sinSigma * sinSigma) * (-3 + 4 * square);
  return b * sinSigma * (middle + (b / 4) * (cosSigma * (-1 + 2 * square) - last));
}

/** By how much longitudes on the sphere are further apart than on the ellipsoid. */
function longitudeCorrection(arc: Arc): number {
  const { sigma, sinSigma, cosSigma, sinAlpha, cosSquaredAlpha, cosTwiceMiddle: middle } = arc;
  const c = (FLATTENING / 16) * cosSquaredAlpha * (4 + FLATTENING * (4 - 3 * cosSquaredAlpha));
  const inner = middle + c * cosSigma * (-1 + 2 * middle * middle);
  return (1 - c) * FLATTENING * sinAlpha * (sigma + c * sinSigma * inner);
}
