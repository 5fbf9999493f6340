import type { RecordingLine } from './format/line-shapes.ts';
import type { Recording } from './format/recording.ts';
import { writeRecording } from './format/write-recording.ts';

/** A line that only one of two recordings has. */
export interface RecordingDifference {
  readonly in: 'first' | 'second';
  readonly line: RecordingLine;
  /** As it is written in a recording, without its label. */
  readonly text: string;
}

/** What two recordings do differently, in their order: labels, titles and the way in which JSON is written say nothing. */
export function diffRecordings(first: Recording, second: Recording): RecordingDifference[] {
  const a = first.lines.map(worded);
  const b = second.lines.map(worded);
  const lengths = commonLengths(a, b);
  const differences: RecordingDifference[] = [];
  let [i, j] = [0, 0];
  while (i < a.length || j < b.length) {
    const [one, other] = [a[i], b[j]];
    if (one !== undefined && other !== undefined && one.text === other.text)
      [i, j] = [i + 1, j + 1];
    else if (
      one !== undefined &&
      (other === undefined || lengths[i + 1]![j]! >= lengths[i]![j + 1]!)
    ) {
      differences.push({ in: 'first', ...one });
      i += 1;
    } else {
      differences.push({ in: 'second', ...(other as Worded) });
      j += 1;
    }
  }
  return differences;
}

interface Worded {
  readonly line: RecordingLine;
  readonly text: string;
}

function worded(line: RecordingLine): Worded {
  const { question: _, ...said } = line as RecordingLine & { readonly question?: string };
  return { line, text: writeRecording([said as RecordingLine]).trim() };
}

/** The lengths of the longest common sequences of what is left from each place on. */
function commonLengths(a: readonly Worded[], b: readonly Worded[]): number[][] {
  const lengths = Array.from({ length: a.length + 1 }, () =>
    new Array<number>(b.length + 1).fill(0),
  );
  for (let i = a.length - 1; i >= 0; i -= 1)
    for (let j = b.length - 1; j >= 0; j -= 1)
      lengths[i]![j] =
        a[i]!.text === b[j]!.text
          ? lengths[i + 1]![j + 1]! + 1
          : Math.max(lengths[i + 1]![j]!, lengths[i]![j + 1]!);
  return lengths;
}
