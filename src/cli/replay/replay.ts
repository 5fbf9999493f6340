import { recordingSchema } from '../../replay/format/recording-schema.ts';
import { RecordingError } from '../../replay/format/recording.ts';
import { replay } from '../../replay/replay.ts';
import { CommandError } from '../command-error.ts';
import { FileHost, readRecording } from './file-host.ts';
import { findRecordings } from './find-recordings.ts';
import type { Played } from './played.ts';
import type { ReplayOptions, Shard } from './replay-options.ts';
import { readReplayOptions, REPLAY_HELP } from './replay-options.ts';
import { reporters } from './reporters.ts';

/** `caseload replay`. */
export async function replayCommand(args: readonly string[]): Promise<void> {
  const options = readReplayOptions(args);
  if (options.help) {
    process.stdout.write(REPLAY_HELP);
    return;
  }
  if (options.schema) {
    process.stdout.write(`${JSON.stringify(recordingSchema(), null, 2)}\n`);
    return;
  }
  const played = await playAll(options);
  process.stdout.write(reporters[options.reporter](played));
  process.exitCode = exitCodeOf(played);
}

async function playAll(options: ReplayOptions): Promise<Played[]> {
  const host = new FileHost(options);
  const files = await findRecordings(options.paths);
  const played: Played[] = [];
  for (const file of partOf(files, options.shard)) {
    const result = await playFile(file, host, options.grep);
    if (result === undefined) continue;
    played.push(result);
    if (options.bail && result.outcome !== 'same') break;
  }
  return played;
}

/** Every so many-th, so that large and small recordings spread. */
function partOf(files: readonly string[], { part, of }: Shard): readonly string[] {
  return files.filter((_, index) => index % of === part - 1);
}

/** `undefined` for a recording that nobody asked for. */
async function playFile(file: string, host: FileHost, grep: string): Promise<Played | undefined> {
  const began = performance.now();
  const nothing = {
    file,
    title: file,
    divergence: undefined,
    problems: [],
    warnings: [],
    lines: 0,
  };
  const taken = () => ({ milliseconds: Math.round(performance.now() - began) });
  try {
    const recording = await readRecording(file);
    const title = recording.header.title ?? file;
    if (!`${title} ${file}`.toLowerCase().includes(grep)) return undefined;
    const { divergence, warnings, played } = await replay(recording, host);
    const outcome = divergence === undefined ? 'same' : 'differs';
    return { file, title, outcome, divergence, problems: [], warnings, lines: played, ...taken() };
  } catch (error) {
    return { ...nothing, outcome: 'failed', problems: problemsOf(error, file), ...taken() };
  }
}

function problemsOf(error: unknown, file: string): Played['problems'] {
  if (error instanceof RecordingError) return error.problems;
  if (error instanceof CommandError) return [{ file, line: 1, message: error.message, remedy: '' }];
  throw error;
}

function exitCodeOf(played: readonly Played[]): number {
  if (played.some(({ outcome }) => outcome === 'failed')) return 2;
  return played.some(({ outcome }) => outcome === 'differs') ? 1 : 0;
}
