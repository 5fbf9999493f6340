import type { Conversion } from '../../xpath/frame.ts';
import { decimalLexical } from './decimal-lexical.ts';

/** As Java reads a double, which is what both engines read a coordinate with. */
const COORDINATE = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/;

/**
 * `latitude longitude altitude accuracy`, in degrees and metres, from two to four numbers (ODK: from one); what is left out is
 * 0. `undefined` for what is no place.
 */
export function geopointLexical(text: string, conversion: Conversion): string | undefined {
  const numbers = coordinates(text, conversion);
  return numbers?.map(decimalLexical).join(' ');
}

/** True for a place of four zeros, which ODK takes for one that was never measured. */
export function isUnmeasured(lexical: string): boolean {
  return lexical === '0.0 0.0 0.0 0.0';
}

/** A geotrace or geoshape: places with a semicolon between them, or `undefined` when one of them is none. */
export function geopointsLexical(text: string, conversion: Conversion): string | undefined {
  const points = withoutLastBlank(text.split(';')).map((point) =>
    geopointLexical(point, conversion),
  );
  return points.includes(undefined) ? undefined : points.join('; ');
}

/** ODK Collect ends a line with a semicolon, too. */
function withoutLastBlank(parts: readonly string[]): readonly string[] {
  return parts.length > 1 && parts.at(-1)?.trim() === '' ? parts.slice(0, -1) : parts;
}

function coordinates(text: string, { dialect }: Conversion): readonly number[] | undefined {
  const parts = text.trim().split(/\s+/);
  const least = dialect === 'odk' ? 1 : 2;
  if (parts.length < least || parts.length > 4) return undefined;
  if (!parts.every(isCoordinate)) return undefined;
  const [latitude = 0, longitude = 0, altitude = 0, accuracy = 0] = parts.map(Number);
  const metres = [altitude, accuracy];
  return [latitude, longitude, ...(dialect === 'odk' ? metres : metres.map(centimetres))];
}

const LIMITS = [90, 180, Infinity, Infinity];

function isCoordinate(part: string, at: number): boolean {
  return COORDINATE.test(part) && Math.abs(Number(part)) <= (LIMITS[at] as number);
}

/** CommCare keeps altitude and accuracy to the centimetre. */
function centimetres(metres: number): number {
  return Math.floor(metres * 100) / 100;
}
