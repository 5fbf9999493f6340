export type Labels = Readonly<Record<string, string>>;

/** A value and what it is about. */
export type Sample = readonly [labels: Labels, value: number];

/** Something that is counted or measured, as lines of Prometheus' text format. */
export interface Metric {
  lines(): readonly string[];
}

/** The two lines that stand before the values of a metric. */
export function headLines(name: string, type: string, help: string): readonly string[] {
  return [`# HELP ${name} ${help}`, `# TYPE ${name} ${type}`];
}

/** `name{route="/api/session",status="200"} 7`. */
export function valueLine(name: string, labels: Labels, value: number): string {
  const pairs = Object.entries(labels).map(([key, text]) => `${key}="${escaped(text)}"`);
  return `${name}${pairs.length === 0 ? '' : `{${pairs.join(',')}}`} ${value}`;
}

function escaped(text: string): string {
  return text.replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('\n', '\\n');
}
