import type { RecordingLine } from './line-shapes.ts';

/** A recording as text: one line an object, its word first. */
export function writeRecording(lines: readonly Unplaced<RecordingLine>[]): string {
  return lines.map((line) => `${JSON.stringify(writtenLine(line))}\n`).join('');
}

/** A line that nobody has read from a file. */
export type Unplaced<L extends RecordingLine> = L extends unknown ? Omit<L, 'place'> : never;

function writtenLine(line: Unplaced<RecordingLine>): Readonly<Record<string, unknown>> {
  const { kind, subject, ...members } = line;
  const { place: _, ...rest } = members as { readonly place?: unknown };
  return { [kind]: subject, ...rest };
}
