import { writeFile } from 'node:fs/promises';
import type { RecordingLine } from '../../replay/format/line-shapes.ts';
import type { Recording } from '../../replay/format/recording.ts';
import { writeRecording } from '../../replay/format/write-recording.ts';
import { fewestLines } from '../../replay/minimize/fewest-lines.ts';
import { replay } from '../../replay/replay.ts';
import { CommandError } from '../command-error.ts';
import { readCommandOptions } from './command-options.ts';
import { FileHost, readRecording } from './file-host.ts';

const HELP = `caseload replay minimize: leaves out of a recording that differs whatever has nothing to do with it.

Usage: caseload replay minimize RECORDING [--out FILE]

Without --out the shorter recording is printed.
`;

/** `caseload replay minimize`. */
export async function minimizeCommand(args: readonly string[]): Promise<void> {
  const read = readCommandOptions(args, {
    ...{ command: 'replay minimize', help: HELP, files: 1 },
    options: { out: { type: 'string' } },
  });
  if (read === undefined) return;
  const recording = await readRecording(read.files[0] ?? '');
  const { out } = read.values;
  const text = writeRecording([recording.header, ...(await minimal(recording))]);
  if (out === undefined) process.stdout.write(text);
  else await writeFile(out, text);
}

/** The lines that it takes to differ in the same line in the same way. */
async function minimal(recording: Recording): Promise<readonly RecordingLine[]> {
  const host = new FileHost({ update: false });
  const { divergence, played } = await replay(recording, host);
  if (divergence === undefined)
    throw new CommandError(
      `${recording.file} goes as it says: there is nothing to make shorter.`,
      2,
    );
  const last = recording.lines[played] as RecordingLine;
  const differs = async (some: readonly RecordingLine[]) => {
    const result = await replay({ ...recording, lines: [...some, last] }, host);
    return result.played === some.length && result.divergence?.message === divergence.message;
  };
  return [...(await fewestLines(recording.lines.slice(0, played), differs)), last];
}
