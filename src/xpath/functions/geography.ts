import { toText } from '../conversions.ts';
import type { Evaluator } from '../evaluator.ts';
import type { Frame } from '../frame.ts';
import {
  areaOf,
  contains,
  EQUATORIAL_RADIUS,
  lengthOf,
  MEAN_RADIUS,
  nearestOnRing,
} from '../geometry.ts';
import type { Point } from '../point.ts';
import { XPathEvaluationError } from '../xpath-error.ts';
import {
  booleanFunction,
  numberFunction,
  textFunction,
  type FunctionDefinition,
} from './function-definition.ts';
import { textsOf } from './strings.ts';

/** Geography of CommCare: points are `lat lon …`, a polygon is a list of `lat lon lat lon …`. */
export const commcareGeography: readonly FunctionDefinition[] = [
  numberFunction(
    'distance',
    2,
    (a, b) => (frame) => distance(textOf(a!, frame), textOf(b!, frame)),
  ),
  booleanFunction(
    'is-point-inside-polygon',
    2,
    (point, polygon) => (frame) =>
      isInside(ringOf(textOf(polygon!, frame)), onEarth(pointOf(textOf(point!, frame)))),
  ),
  textFunction(
    'closest-point-on-polygon',
    2,
    (point, polygon) => (frame) => nearest(textOf(point!, frame), textOf(polygon!, frame)),
  ),
];

/** Metres; -1 when a place is not known. */
function distance(a: string, b: string): number {
  if (a === '' || b === '') return -1;
  return lengthOf([pointOf(a), pointOf(b)], MEAN_RADIUS);
}

function textOf(argument: Evaluator, frame: Frame): string {
  const value = argument.scalar(frame);
  if (typeof value === 'string') return value.trim();
  throw new XPathEvaluationError(
    `A place is a text such as '12.97 77.59', not ${toText(value, frame)}`,
  );
}

function pointOf(text: string): Point {
  const [latitude, longitude] = numbersOf(text);
  if (latitude !== undefined && longitude !== undefined) return { latitude, longitude };
  throw new XPathEvaluationError(
    `A place needs latitude and longitude: '12.97 77.59', not '${text}'`,
  );
}

function numbersOf(text: string): number[] {
  const numbers = text.split(/\s+/).map((word) => (word === '' ? NaN : Number(word)));
  if (!numbers.some(Number.isNaN)) return numbers;
  throw new XPathEvaluationError(`Only numbers can be in a place: '${text}'`);
}

function onEarth(point: Point): Point {
  const { latitude, longitude } = point;
  if (Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180) return point;
  throw new XPathEvaluationError(
    `A latitude is between -90 and 90 and a longitude between -180 and 180, not ${latitude} ${longitude}`,
  );
}

function ringOf(text: string): Point[] {
  const numbers = numbersOf(text);
  if (numbers.length % 2 === 1 || numbers.length < 6) {
    throw new XPathEvaluationError('A polygon needs three or more pairs of latitude and longitude');
  }
  const points: Point[] = [];
  for (let i = 0; i < numbers.length; i += 2) {
    points.push(onEarth({ latitude: numbers[i]!, longitude: numbers[i + 1]! }));
  }
  return points;
}

/** The corners belong to a polygon. */
function isInside(ring: readonly Point[], place: Point): boolean {
  return contains(ring, place) || ring.some((corner) => isSame(corner, place));
}

function isSame(a: Point, b: Point): boolean {
  return a.latitude === b.latitude && a.longitude === b.longitude;
}

function nearest(point: string, polygon: string): string {
  const { latitude, longitude } = nearestOnRing(ringOf(polygon), onEarth(pointOf(point)));
  return `${decimal(latitude)} ${decimal(longitude)}`;
}

/** As Java prints a double: with a point. */
function decimal(value: number): string {
  return Number.isInteger(value) ? `${value}.0` : String(value);
}

/** Geography of ODK: a trace or shape is `lat lon alt acc; …`; a node-set of points is a line too. */
export const odkGeography: readonly FunctionDefinition[] = [
  numberFunction(
    'distance',
    [1, Infinity],
    (...args) =>
      (frame) =>
        lengthOf(lineOf(args, frame), EQUATORIAL_RADIUS),
  ),
  numberFunction(
    'area',
    1,
    (...args) =>
      (frame) =>
        areaOf(lineOf(args, frame)),
  ),
  numberFunction(
    'enclosed-area',
    1,
    (...args) =>
      (frame) =>
        areaOf(lineOf(args, frame)),
  ),
  booleanFunction('geofence', 2, (point, shape) => (frame) => {
    const place = point!.text(frame).trim();
    const ring = lineOf([shape!], frame);
    return place !== '' && ring.length > 2 && contains(ring, leniently(place));
  }),
];

function lineOf(args: readonly Evaluator[], frame: Frame): Point[] {
  const texts = textsOf(args, frame);
  const points = texts.flatMap((text) => text.split(';'));
  if (args.length === 1 && texts.length === 1)
    return points.filter((text) => text.trim() !== '').map(leniently);
  return points.map(leniently);
}

/** What is missing counts as 0, as in JavaRosa. */
function leniently(text: string): Point {
  const [latitude = 0, longitude = 0] = text.trim().split(/\s+/).map(Number);
  return { latitude, longitude };
}
