import { diffRecordings } from '../../replay/diff-recordings.ts';
import { readCommandOptions } from './command-options.ts';
import { readRecording } from './file-host.ts';

const HELP = `caseload replay diff: says what two recordings do differently.

Usage: caseload replay diff RECORDING RECORDING

Lines that only the first one has begin with -, those of the second with +. The exit code is 0 when they do the same, else 1.
`;

/** `caseload replay diff`. */
export async function diffCommand(args: readonly string[]): Promise<void> {
  const read = readCommandOptions(args, {
    command: 'replay diff',
    help: HELP,
    files: 2,
    options: {},
  });
  if (read === undefined) return;
  const [first = '', second = ''] = read.files;
  const differences = diffRecordings(await readRecording(first), await readRecording(second));
  for (const { in: side, line, text } of differences) {
    const label = 'question' in line && line.question !== undefined ? `  “${line.question}”` : '';
    process.stdout.write(`${side === 'first' ? '-' : '+'} ${line.place.line}: ${text}${label}\n`);
  }
  if (differences.length > 0) process.exitCode = 1;
}
