/** What databases say about an error besides its message; none of it is what they were given. */
const FIELDS = ['code', 'schema', 'table', 'column', 'constraint', 'routine'] as const;

/** Errors whose messages speak of the program and not of what it works on. */
const PLAIN = new Set(['TypeError', 'ReferenceError', 'RangeError']);

/**
 * An error for whoever runs the server: its kind and where it came about. Messages of databases and parsers quote what they were given,
 * and that may be about a patient; so they are left out.
 */
export function describeFault(error: unknown): string {
  if (!(error instanceof Error)) return 'something that is no error was thrown';
  const fields = FIELDS.map((name) => [name, (error as unknown as Record<string, unknown>)[name]]);
  const known = fields.filter(([, value]) => typeof value === 'string');
  const details = known.map(([name, value]) => `${String(name)} ${String(value)}`).join(', ');
  const head = [error.name, PLAIN.has(error.name) ? error.message : '', details].filter(Boolean);
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  return [head.join(': '), ...frames].join('\n');
}
