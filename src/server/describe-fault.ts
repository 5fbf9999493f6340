/** What databases say about an error besides its message; none of it is what they were given. */
const FIELDS = ['code', 'schema', 'table', 'column', 'constraint', 'routine'] as const;

/** Errors whose messages speak of the program and not of what it works on. */
const PLAIN = new Set(['TypeError', 'ReferenceError', 'RangeError']);

/**
 * Classes of PostgreSQL's error codes whose messages name connections, tables and columns, never values: statements hold none here.
 * 08 connection, 42 syntax and access, 53 resources, 57 intervention.
 */
const ABOUT_THE_DATABASE = /^(08|42|53|57)/;

/**
 * An error for whoever runs the server: its kind and where it came about. Messages of databases and parsers quote what they were given,
 * and that may be about a patient; so they are left out.
 */
export function describeFault(error: unknown): string {
  if (!(error instanceof Error)) return 'something that is no error was thrown';
  const fields = FIELDS.map((name) => [name, (error as unknown as Record<string, unknown>)[name]]);
  const known = fields.filter(([, value]) => typeof value === 'string');
  const details = known.map(([name, value]) => `${String(name)} ${String(value)}`).join(', ');
  const head = [error.name, isPlain(error) ? error.message : '', details].filter(Boolean);
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  return [head.join(': '), ...frames].join('\n');
}

function isPlain(error: Error): boolean {
  const { code } = error as { readonly code?: unknown };
  return PLAIN.has(error.name) || (typeof code === 'string' && ABOUT_THE_DATABASE.test(code));
}
