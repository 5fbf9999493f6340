/** A place on the earth, in degrees. */
export interface Point {
  readonly latitude: number;
  readonly longitude: number;
}

const DEGREE = Math.PI / 180;

/** Radians of degrees. */
export function radians(value: number): number {
  return value * DEGREE;
}

/** Degrees of radians. */
export function degrees(value: number): number {
  return value / DEGREE;
}
