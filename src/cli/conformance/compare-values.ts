/** Relative tolerance of numbers: what two correct computations in doubles may differ by. */
const TOLERANCE = 1e-12;

/**
 * Ids that are made anew in every run. `{uuid:N}` and `<newN>` stand for one id each, and no two for the same one,
 * within a line; `<uuid>` for any id; `{random}` for anything.
 */
export class Placeholders {
  readonly #ids = new Map<string, string>();
  readonly #names = new Map<string, string>();

  /** True when `actual` is `expected` with an id in place of each placeholder. */
  matches(expected: string, actual: string): boolean {
    if (!PLACEHOLDER.test(expected)) return expected === actual;
    const names = [...expected.matchAll(PLACEHOLDERS)].map(([name]) => name);
    const literals = expected.split(PLACEHOLDERS).map(escapePattern);
    const pattern = literals
      .map((literal, index) =>
        index === 0 ? literal : `${patternOf(names[index - 1] as string)}${literal}`,
      )
      .join('');
    const found = new RegExp(`^${pattern}$`, 's').exec(actual);
    if (found === null) return false;
    return names.every((name, index) => this.#bind(name, found[index + 1] as string));
  }

  #bind(name: string, id: string): boolean {
    if (!NUMBERED.test(name)) return true;
    if (!this.#ids.has(name) && !this.#names.has(id)) {
      this.#ids.set(name, id);
      this.#names.set(id, name);
    }
    return this.#ids.get(name) === id;
  }
}

/** A value that no two runs have in common, of whatever kind. */
export const RANDOM = '{random}';

const NUMBERED = /^(?:\{uuid:\d+\}|<new\d*>)$/;
const PLACEHOLDERS = /\{uuid:\d+\}|<new\d*>|<uuid>|\{random\}/g;
const PLACEHOLDER = new RegExp(PLACEHOLDERS.source);

function patternOf(name: string): string {
  return name === RANDOM ? '(.*?)' : '([\\w-]{6,})';
}

function escapePattern(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
}

/** True for numbers that are the same up to {@link TOLERANCE}; NaN is NaN, and zero has no sign. */
export function sameNumber(expected: number, actual: number, tolerance = TOLERANCE): boolean {
  if (Object.is(expected, actual) || expected === actual) return true;
  if (!Number.isFinite(expected) || !Number.isFinite(actual)) return false;
  const size = Math.max(Math.abs(expected), Math.abs(actual));
  return Math.abs(expected - actual) <= size * tolerance;
}

/** A number as the data write it: "NaN", "Infinity", "-Infinity" and "-0" are strings in JSON. */
export function readNumber(value: unknown): number {
  return typeof value === 'string' ? Number(value) : (value as number);
}

/**
 * The first place at which two JSON values differ, as a sentence; `undefined` when there is none. A key that is
 * `undefined` on one side counts as not there.
 */
export function firstDifference(
  expected: unknown,
  actual: unknown,
  place: string,
  placeholders: Placeholders = new Placeholders(),
): string | undefined {
  if (expected === RANDOM) return undefined;
  if (typeof expected === 'string' && typeof actual === 'string') {
    return placeholders.matches(expected, actual) ? undefined : differs(place, expected, actual);
  }
  if (typeof expected === 'number' && typeof actual === 'number') {
    return sameNumber(expected, actual) ? undefined : differs(place, expected, actual);
  }
  if (Array.isArray(expected) && Array.isArray(actual)) {
    return listDifference(expected, actual, place, placeholders);
  }
  if (isRecord(expected) && isRecord(actual)) {
    return recordDifference(expected, actual, place, placeholders);
  }
  return expected === actual ? undefined : differs(place, expected, actual);
}

function listDifference(
  expected: readonly unknown[],
  actual: readonly unknown[],
  place: string,
  placeholders: Placeholders,
): string | undefined {
  for (let index = 0; index < Math.min(expected.length, actual.length); index += 1) {
    const found = firstDifference(
      expected[index],
      actual[index],
      `${place}[${index}]`,
      placeholders,
    );
    if (found !== undefined) return found;
  }
  if (expected.length === actual.length) return undefined;
  return differs(`${place}: number of entries`, expected.length, actual.length, [expected, actual]);
}

function recordDifference(
  expected: Readonly<Record<string, unknown>>,
  actual: Readonly<Record<string, unknown>>,
  place: string,
  placeholders: Placeholders,
): string | undefined {
  for (const key of new Set([...Object.keys(expected), ...Object.keys(actual)])) {
    const found = firstDifference(expected[key], actual[key], `${place}.${key}`, placeholders);
    if (found !== undefined) return found;
  }
  return undefined;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The sentence of a failed comparison. `around` is shown where the values alone say too little. */
export function differs(
  place: string,
  expected: unknown,
  actual: unknown,
  around?: readonly [unknown, unknown],
): string {
  const more = around === undefined ? '' : ` (${shown(around[0])} against ${shown(around[1])})`;
  return `${place}: expected ${shown(expected)}, got ${shown(actual)}${more}`;
}

const SHOWN = 400;

/** A value as a reader of the report needs it: JSON, cut where it gets long. */
export function shown(value: unknown): string {
  const text = value === undefined ? 'nothing' : (JSON.stringify(value) ?? String(value));
  return text.length <= SHOWN ? text : `${text.slice(0, SHOWN)}…`;
}
