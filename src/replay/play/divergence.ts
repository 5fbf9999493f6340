import type { Place } from '../format/line-shapes.ts';
import { isObject } from '../format/shape.ts';

/** What a divergence is about, in the words of people and of the form. */
export interface DivergenceSubject {
  /** The label of the question, the name of the case …; `''` where there is none. */
  readonly label: string;
  /** The path of the question, the id of the case …; `''` where there is none. */
  readonly path: string;
}

/** The first place where a replay does not go as its recording says. */
export class Divergence extends Error {
  override readonly name = 'Divergence';
  readonly place: Place;
  readonly subject: DivergenceSubject;
  readonly expected: string;
  readonly actual: string;
  /** Why it is as it is, a sentence each; may be empty. */
  readonly why: readonly string[];

  constructor(parts: {
    readonly place: Place;
    readonly subject?: DivergenceSubject;
    readonly expected: string;
    readonly actual: string;
    readonly why?: readonly string[];
  }) {
    super(`Expected ${parts.expected}, but ${parts.actual}`);
    this.place = parts.place;
    this.subject = parts.subject ?? NOTHING;
    this.expected = parts.expected;
    this.actual = parts.actual;
    this.why = parts.why ?? [];
  }
}

const NOTHING: DivergenceSubject = { label: '', path: '' };

/** A claim of a line about one thing. */
export interface Claim {
  readonly place: Place;
  readonly subject: DivergenceSubject;
  /** Asked only when the claim does not hold. */
  readonly why?: (property: string) => readonly string[];
}

/** Throws a {@link Divergence} where the property is not as the line says; a line that does not say anything is right. */
export function claim(of: Claim, property: string, expected: unknown, actual: unknown): void {
  if (expected === undefined || shown(expected) === shown(actual)) return;
  throw new Divergence({
    place: of.place,
    subject: of.subject,
    expected: `${property} ${shown(expected)}`,
    actual: `it is ${shown(actual)}`,
    why: of.why?.(property) ?? [],
  });
}

/** A value as it stands in a recording; the members of an object in the order of their names. */
export function shown(value: unknown): string {
  if (value === undefined) return 'not there';
  const entries = isObject(value) ? Object.entries(value).sort(byName) : undefined;
  return JSON.stringify(entries === undefined ? value : Object.fromEntries(entries));
}

function byName([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number {
  return a < b ? -1 : 1;
}
