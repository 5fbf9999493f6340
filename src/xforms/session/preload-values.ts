import type { Environment } from '../environment.ts';

/**
 * What `jr:preload` asks about device and user: by kind (`property`, `context`, `user` …) and parameter. Upper and lower case are
 * one: `{ property: { deviceID: 'abc', username: 'asha' } }`.
 */
export type PreloadValues = Readonly<Record<string, Readonly<Record<string, string>>>>;

/** Answers preloads out of such values. */
export function preloadFrom(values: PreloadValues): NonNullable<Environment['preload']> {
  const known = new Map<string, string>();
  for (const [kind, parameters] of Object.entries(values)) {
    for (const [name, value] of Object.entries(parameters)) known.set(keyOf(kind, name), value);
  }
  return (kind, parameter) => known.get(keyOf(kind, parameter));
}

function keyOf(kind: string, parameter: string): string {
  return `${kind} ${parameter}`.toLowerCase();
}
