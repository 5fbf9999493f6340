import { mkdir, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { RecordingLine } from '../../replay/format/line-shapes.ts';
import type { Unplaced } from '../../replay/format/write-recording.ts';
import { writeRecording } from '../../replay/format/write-recording.ts';
import { seenScreen } from '../../replay/play/describe-screen.ts';
import { Stage } from '../../replay/play/stage.ts';
import { playLine } from '../../replay/play/play-line.ts';
import { CommandError } from '../command-error.ts';
import { readWorld, sessionsFolder } from './app-world.ts';
import { readCommandOptions } from './command-options.ts';
import { FileHost } from './file-host.ts';

const HELP = `caseload replay init: writes a first recording for an app, to play and to go on from.

Usage: caseload replay init APP [--world FILE]

--world FILE      recording whose people, places and cases are used; else a few people are made up
`;

/** `caseload replay init`. */
export async function initCommand(args: readonly string[]): Promise<void> {
  const read = readCommandOptions(args, {
    ...{ command: 'replay init', help: HELP, files: 1 },
    options: { world: { type: 'string' } },
  });
  if (read === undefined) return;
  const [app = ''] = read.files;
  if ((await stat(app).catch(() => undefined)) === undefined)
    throw new CommandError(`There is no ${app}.`, 2);
  const file = join(await sessionsFolder(app), 'first.jsonl');
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, await firstRecording(app, read.values.world, file), { flag: 'wx' }).catch(
    (error: NodeJS.ErrnoException) => {
      throw error.code === 'EEXIST' ? new CommandError(`${file} is there already.`, 2) : error;
    },
  );
  process.stdout.write(
    `✓ ${file}\n\nPlay it:    caseload replay ${file}\nGo on:      write lines behind its last one, or record them in the app\nExplore:    caseload replay explore ${app}\n`,
  );
}

/** Somebody signs in and sees the first menu. */
async function firstRecording(
  app: string,
  world: string | undefined,
  file: string,
): Promise<string> {
  const recording = await readWorld(app, world, file);
  const [user] = recording.lines.filter((line) => line.kind === 'user');
  const stage = new Stage(recording, new FileHost({ update: false }));
  for (const line of recording.lines) await playLine(stage, line);
  const place = recording.header.place;
  await stage.enter(user?.subject ?? '', place);
  const { kind, title, choices } = seenScreen(await stage.device(place));
  stage.end();
  const lines: Unplaced<RecordingLine>[] = [
    { ...recording.header, title: 'What is seen first' },
    ...recording.lines,
    { kind: 'note', subject: 'Write what people do and what they should see, a line each.' },
    { kind: 'asUser', subject: user?.subject ?? '' },
    { kind: 'expectScreen', subject: kind, title, choices },
  ];
  return writeRecording(lines);
}
