/** A JSON Schema, as far as recordings need one. */
export type JsonSchema = Readonly<Record<string, unknown>>;

/** What a value of a recording may be: asked of each value, told to people, and written into the JSON Schema. */
export interface Shape<T> {
  is(value: unknown): value is T;
  /** As in “should be …”. */
  readonly expected: string;
  readonly schema: JsonSchema;
}

export type TypeOf<S> = S extends Shape<infer T> ? T : never;

export const text: Shape<string> = {
  is: (value) => typeof value === 'string',
  expected: 'a text in quotes',
  schema: { type: 'string' },
};

export const flag: Shape<boolean> = {
  is: (value) => typeof value === 'boolean',
  expected: 'true or false',
  schema: { type: 'boolean' },
};

/** What stands behind a word that says everything by itself. */
export const yes: Shape<true> = {
  is: (value) => value === true,
  expected: 'true',
  schema: { const: true },
};

export const count: Shape<number> = {
  is: (value): value is number => Number.isInteger(value) && (value as number) >= 0,
  expected: 'a whole number',
  schema: { type: 'integer', minimum: 0 },
};

/** An instant: a date and a time with its offset, so that it means the same everywhere. */
export const instant: Shape<string> = {
  is: (value): value is string =>
    typeof value === 'string' && INSTANT.test(value) && !isNaN(Date.parse(value)),
  expected: 'an instant such as "2026-06-15T12:00:00Z"',
  schema: { type: 'string', format: 'date-time' },
};

const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d)$/;

/** An absolute reference as the engine writes it: `/data/child[2]/name`. */
export const path: Shape<string> = {
  is: (value): value is string => typeof value === 'string' && PATH.test(value),
  expected: 'the path of a question, such as "/data/child[2]/name"',
  schema: { type: 'string', pattern: '^/' },
};

const PATH = /^(\/[^/\s[\]]+(\[[1-9]\d*\])?)+$/;

export function listOf<T>(each: Shape<T>): Shape<readonly T[]> {
  return {
    is: (value): value is readonly T[] =>
      Array.isArray(value) && value.every((one) => each.is(one)),
    expected: `a list, [ … ], each ${each.expected}`,
    schema: { type: 'array', items: each.schema },
  };
}

/** One, or several in a list. */
export function oneOrMore<T>(each: Shape<T>): Shape<T | readonly T[]> {
  const list = listOf(each);
  return {
    is: (value): value is T | readonly T[] => each.is(value) || list.is(value),
    expected: `${each.expected}, or a list of such`,
    schema: { anyOf: [each.schema, list.schema] },
  };
}

export function oneOf<const T extends string>(...words: readonly T[]): Shape<T> {
  return {
    is: (value): value is T => words.includes(value as T),
    expected: `one of ${words.map((word) => `"${word}"`).join(', ')}`,
    schema: { enum: words },
  };
}

export function recordOf<T>(each: Shape<T>): Shape<Readonly<Record<string, T>>> {
  return {
    is: (value): value is Readonly<Record<string, T>> =>
      isObject(value) && Object.values(value).every((one) => each.is(one)),
    expected: `an object { "name": value }, each value ${each.expected}`,
    schema: { type: 'object', additionalProperties: each.schema },
  };
}

/** An object with exactly these members. */
export function objectOf<M extends Readonly<Record<string, Shape<unknown>>>>(
  members: M,
): Shape<{ readonly [K in keyof M]: TypeOf<M[K]> }> {
  const names = Object.keys(members);
  const schemas = names.map((name) => [name, members[name]?.schema]);
  return {
    is: (value): value is { readonly [K in keyof M]: TypeOf<M[K]> } =>
      isObject(value) &&
      Object.keys(value).every((name) => names.includes(name)) &&
      names.every((name) => members[name]?.is(value[name])),
    expected: `an object with ${names.map((name) => `"${name}"`).join(', ')}`,
    schema: {
      type: 'object',
      properties: Object.fromEntries(schemas),
      required: names,
      additionalProperties: false,
    },
  };
}

export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
