/**
 * The expected value with what came in place of what the data leave open: `{object}` is a value that is no text, such as
 * a graph, `{error}` a text that the reference engine could not make, where ours may show a readable one.
 */
export function withUnknownFrom(expected: unknown, actual: unknown): unknown {
  if (Array.isArray(expected)) {
    const found = Array.isArray(actual) ? actual : [];
    return expected.map((each, index) => withUnknownFrom(each, found[index]));
  }
  if (typeof expected !== 'object' || expected === null) return expected;
  if (isUnknown(expected)) return actual;
  const found = (actual ?? {}) as Record<string, unknown>;
  return Object.fromEntries(
    Object.entries(expected).map(([key, value]) => [key, withUnknownFrom(value, found[key])]),
  );
}

function isUnknown(value: object): boolean {
  const keys = Object.keys(value);
  return keys.length === 1 && (keys[0] === 'object' || keys[0] === 'error');
}
