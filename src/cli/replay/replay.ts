import { Coverage } from '../../replay/coverage/coverage.ts';
import { recordingSchema } from '../../replay/format/recording-schema.ts';
import type { Recording } from '../../replay/format/recording.ts';
import { RecordingError } from '../../replay/format/recording.ts';
import { Divergence } from '../../replay/play/divergence.ts';
import { replay } from '../../replay/replay.ts';
import { CommandError } from '../command-error.ts';
import type { BrowserPlayer } from './browser-player.ts';
import { FileHost, readRecording } from './file-host.ts';
import { findRecordings } from './find-recordings.ts';
import { nextChange } from './next-change.ts';
import type { Played } from './played.ts';
import type { ReplayOptions, Shard } from './replay-options.ts';
import { readReplayOptions, REPLAY_HELP } from './replay-options.ts';
import { reporters } from './reporters.ts';
import { tellCoverage } from './tell-coverage.ts';

/** The commands behind `caseload replay`; each is loaded when it is asked for. */
const COMMANDS: ReadonlyMap<string, () => Promise<(args: readonly string[]) => Promise<void>>> =
  new Map([
    ['init', async () => (await import('./init.ts')).initCommand],
    ['explore', async () => (await import('./explore.ts')).exploreCommand],
    ['from-submission', async () => (await import('./convert.ts')).fromSubmissionCommand],
    ['import', async () => (await import('./convert.ts')).importCommand],
    ['export', async () => (await import('./convert.ts')).exportCommand],
    ['minimize', async () => (await import('./minimize.ts')).minimizeCommand],
    ['diff', async () => (await import('./diff.ts')).diffCommand],
    ['bundle', async () => (await import('./bundle.ts')).bundleCommand],
  ]);

/** `caseload replay`. */
export async function replayCommand(args: readonly string[]): Promise<void> {
  const command = COMMANDS.get(args[0] ?? '');
  if (command !== undefined) return (await command())(args.slice(1));
  const options = readReplayOptions(args);
  if (options.help) process.stdout.write(REPLAY_HELP);
  else if (options.schema) process.stdout.write(`${JSON.stringify(recordingSchema(), null, 2)}\n`);
  else if (options.watch) await watchAndPlay(options);
  else process.exitCode = await playAndTell(options);
}

/** Plays once, and prints how it went. Returns the exit code. */
async function playAndTell(options: ReplayOptions): Promise<number> {
  const asksCoverage = options.coverage.length > 0 || options.minBranches !== undefined;
  const coverage = asksCoverage ? new Coverage() : undefined;
  const played = await playAll(options, coverage);
  process.stdout.write(reporters[options.reporter](played));
  const isEnough = coverage === undefined || (await tellCoverage(coverage.forms, options));
  return Math.max(exitCodeOf(played), isEnough ? 0 : 1);
}

async function playAll(options: ReplayOptions, coverage: Coverage | undefined): Promise<Played[]> {
  const browser = options.browser || options.page ? await openBrowser() : undefined;
  try {
    return await playFiles(options, coverage, browser);
  } finally {
    await browser?.close();
  }
}

async function openBrowser(): Promise<BrowserPlayer> {
  return (await import('./open-browser-player.ts')).openBrowserPlayer();
}

async function playFiles(
  options: ReplayOptions,
  coverage: Coverage | undefined,
  browser: BrowserPlayer | undefined,
): Promise<Played[]> {
  const host = new FileHost({ update: options.update, ...(coverage && { coverage }) });
  const files = await findRecordings(options.paths);
  const played: Played[] = [];
  for (const file of partOf(files, options.shard)) {
    const result = await playFile(file, host, options, browser);
    if (result === undefined) continue;
    played.push(result);
    if (options.bail && result.outcome !== 'same') break;
  }
  return played;
}

/** Plays again after every change, until the program is ended. */
async function watchAndPlay(options: ReplayOptions): Promise<void> {
  for (;;) {
    await playAndTell(options).catch((error: unknown) => {
      if (!(error instanceof CommandError)) throw error;
      process.stdout.write(`${error.message}\n`);
    });
    process.stdout.write('Waiting for a change …\n');
    await nextChange(options.paths);
  }
}

/** Every so many-th, so that large and small recordings spread. */
function partOf(files: readonly string[], { part, of }: Shard): readonly string[] {
  return files.filter((_, index) => index % of === part - 1);
}

/** `undefined` for a recording that nobody asked for. */
async function playFile(
  file: string,
  host: FileHost,
  { grep, fix, browser: byHand }: ReplayOptions,
  browser: BrowserPlayer | undefined,
): Promise<Played | undefined> {
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
    const asked = await readRecording(file);
    const title = asked.header.title ?? file;
    if (!`${title} ${file}`.toLowerCase().includes(grep)) return undefined;
    const fixed = fix ? await (await import('./fix-recording.ts')).fixRecording(file, host) : [];
    const recording = fixed.length === 0 ? asked : await readRecording(file);
    const { divergence, warnings, played } = await (browser === undefined
      ? replay(recording, host)
      : playInBrowser(recording, browser, byHand));
    const outcome = divergence === undefined ? 'same' : 'differs';
    return {
      file,
      title,
      outcome,
      divergence,
      problems: [],
      warnings: [...fixed, ...warnings],
      lines: played,
      ...taken(),
    };
  } catch (error) {
    return { ...nothing, outcome: 'failed', problems: problemsOf(error, file), ...taken() };
  }
}

async function playInBrowser(recording: Recording, browser: BrowserPlayer, byHand: boolean) {
  const { divergence, played } = await browser.play(recording, { byHand });
  return { divergence: divergence && new Divergence(divergence), warnings: [], played };
}

function problemsOf(error: unknown, file: string): Played['problems'] {
  if (error instanceof RecordingError) return error.problems;
  if (error instanceof CommandError) return [{ file, line: 1, message: error.message, remedy: '' }];
  // A defect of ours, or of the app that nobody foresaw: the others are played all the same.
  const { stack, message } = error as Error;
  return [{ file, line: 1, message: stack ?? message, remedy: '' }];
}

function exitCodeOf(played: readonly Played[]): number {
  if (played.some(({ outcome }) => outcome === 'failed')) return 2;
  return played.some(({ outcome }) => outcome === 'differs') ? 1 : 0;
}
