import type { Case } from '../case/case.ts';

/** True when two cases say the same, whatever the order of their properties. */
export function sameCase(a: Case | undefined, b: Case | undefined): boolean {
  return a === b || sameValue(a, b);
}

function sameValue(a: unknown, b: unknown): boolean {
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return a === b;
  return sameFields(a as Fields, b as Fields);
}

type Fields = Readonly<Record<string, unknown>>;

function sameFields(a: Fields, b: Fields): boolean {
  const names = Object.keys(a);
  if (names.length !== Object.keys(b).length) return false;
  for (const name of names) {
    if (a[name] !== b[name] && !(Object.hasOwn(b, name) && sameValue(a[name], b[name])))
      return false;
  }
  return true;
}
