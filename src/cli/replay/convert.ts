import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, extname } from 'node:path';
import {
  FormEntrySessionError,
  parseFormEntrySession,
  writeFormEntrySession,
} from '../../replay/exchange/form-entry-session.ts';
import { formplayerExchanges, linesOfTraffic } from '../../replay/exchange/formplayer-traffic.ts';
import {
  linesOfSubmission,
  SubmissionMismatchError,
} from '../../replay/exchange/lines-of-submission.ts';
import { playAndRecord } from '../../replay/exchange/play-and-record.ts';
import { linesOfSession, sessionOfLines } from '../../replay/exchange/session-lines.ts';
import type { RecordingLine } from '../../replay/format/line-shapes.ts';
import type { Recording } from '../../replay/format/recording.ts';
import type { Unplaced } from '../../replay/format/write-recording.ts';
import { Chance } from '../../replay/explore/chance.ts';
import { CaseTransactionError } from '../../case/case-error.ts';
import { XmlParseError } from '../../xml/xml-parse-error.ts';
import { CommandError } from '../command-error.ts';
import { readWorld } from './app-world.ts';
import { readCommandOptions } from './command-options.ts';
import { FileHost, readRecording } from './file-host.ts';

type Line = Unplaced<RecordingLine>;

const REDACTION = `--keep-values     write down what was really answered; without it, texts and days become others of the same kind
--out FILE        where the recording is written; without it, it is printed`;

const IMPORT_HELP = `caseload replay import: makes a recording of what another program has kept.

Usage: caseload replay import FILE --app APP [options]

FILE is a form entry session of commcare-core (((/data/name[1]) (VALUE) (Asha)) …), or the traffic of a browser with Formplayer (.har).

--app APP         the app that it was done in
--form NAMES      for a session: the way to its form, by texts or ids, with > between them; or the namespace of the form
--world FILE      recording whose people, places and cases are used
--user ID         who does it; else the first of the world
${REDACTION}
`;

const SUBMISSION_HELP = `caseload replay from-submission: makes a recording of a form that was sent.

Usage: caseload replay from-submission SUBMISSION.xml --app APP [options]

--app APP         the app whose form it is
${REDACTION}
`;

const EXPORT_HELP = `caseload replay export: prints the forms of a recording as form entry sessions of commcare-core, a line each.

Usage: caseload replay export RECORDING
`;

const OPTIONS = {
  app: { type: 'string' },
  out: { type: 'string' },
  'keep-values': { type: 'boolean' },
} as const;

/** `caseload replay import`. */
export async function importCommand(args: readonly string[]): Promise<void> {
  const texts = {
    form: { type: 'string' },
    world: { type: 'string' },
    user: { type: 'string' },
  } as const;
  const read = readCommandOptions(args, {
    ...{ command: 'replay import', help: IMPORT_HELP, files: 1 },
    options: { ...OPTIONS, ...texts },
  });
  if (read === undefined) return;
  const { values, files } = read;
  const [file = ''] = files;
  const target = targetOf(values);
  const world = await readWorld(target.app, values.world, target.file);
  const acts = actsIn(await textIn(file), file, values.form);
  const who: Line[] = [{ kind: 'asUser', subject: values.user ?? firstUser(world) }];
  await record(withLines(world, [...who, ...acts]), target);
}

/** `caseload replay from-submission`. */
export async function fromSubmissionCommand(args: readonly string[]): Promise<void> {
  const command = 'replay from-submission';
  const read = readCommandOptions(args, {
    command,
    help: SUBMISSION_HELP,
    files: 1,
    options: OPTIONS,
  });
  if (read === undefined) return;
  const [file = ''] = read.files;
  const target = targetOf(read.values);
  const { header, ...empty } = await readWorld(target.app, undefined, target.file);
  const app = await new FileHost({ update: false }).openApp(header.app ?? '.', target.file);
  const xml = await textIn(file);
  const { user, now, lines } = foreseen(file, () => linesOfSubmission(xml, app));
  const pinned = now === undefined ? {} : { now: new Date(now).toISOString() };
  await record(
    withLines({ ...empty, header: { ...header, user, ...pinned }, lines: [] }, lines),
    target,
  );
}

/** `caseload replay export`. */
export async function exportCommand(args: readonly string[]): Promise<void> {
  const command = 'replay export';
  const read = readCommandOptions(args, { command, help: EXPORT_HELP, files: 1, options: {} });
  if (read === undefined) return;
  const { lines } = await readRecording(read.files[0] ?? '');
  for (const form of formsOf(lines))
    process.stdout.write(`${writeFormEntrySession(sessionOfLines(form))}\n`);
}

interface Target {
  readonly app: string;
  /** Where the recording will be; without `out`, as if it stood in the working folder. */
  readonly file: string;
  readonly out: string | undefined;
  readonly redact: boolean;
}

function targetOf(values: {
  app?: string | undefined;
  out?: string | undefined;
  'keep-values'?: boolean | undefined;
}): Target {
  const { app, out } = values;
  if (app === undefined) throw new CommandError('Say with --app which app it was done in.', 2);
  return { app, out, file: out ?? 'recording.jsonl', redact: values['keep-values'] !== true };
}

async function textIn(file: string): Promise<string> {
  return readFile(file, 'utf8').catch((error: Error) => {
    throw new CommandError(`${file} cannot be read: ${error.message}`, 2);
  });
}

function firstUser({ lines, header }: Recording): string {
  const [first] = lines.filter((line) => line.kind === 'user');
  return header.user ?? first?.subject ?? '';
}

function actsIn(text: string, file: string, form: string | undefined): Line[] {
  if (extname(file) === '.har')
    return foreseen(file, () => linesOfTraffic(formplayerExchanges(text)));
  if (form === undefined)
    throw new CommandError('Say with --form which form it is about, as "Menu > Form".', 2);
  const subject = form.split('>').map((name) => name.trim());
  const acts = foreseen(file, () => linesOfSession(parseFormEntrySession(text)));
  return [{ kind: 'open', subject }, ...acts, { kind: 'submit', subject: true }];
}

/** What is wrong with a file is told with its name. */
function foreseen<T>(file: string, read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (FORESEEN.some((kind) => error instanceof kind))
      throw new CommandError(`${file}: ${(error as Error).message}`, 2);
    throw error;
  }
}

const FORESEEN = [
  CaseTransactionError,
  FormEntrySessionError,
  SubmissionMismatchError,
  XmlParseError,
  SyntaxError,
  RangeError,
];

function withLines(world: Recording, lines: readonly Line[]): Recording {
  const { place } = world.header;
  const placed = lines.map((line) => ({ ...line, place }) as RecordingLine);
  return { ...world, lines: [...world.lines, ...placed] };
}

/** Plays it, and writes down what the machines made of it; what could not be done is told. */
async function record(recording: Recording, { out, redact }: Target): Promise<void> {
  const { random } = new Chance(recording.header.seed ?? 1);
  const app = recording.header.app ?? '.';
  const host = new FileHost({ update: false });
  const { text, divergences } = await playAndRecord(recording, host, { app, redact, random });
  for (const { expected, actual, subject } of divergences)
    process.stderr.write(
      `Left out${subject.path === '' ? '' : ` ${subject.path}`}: expected ${expected}, but ${actual}\n`,
    );
  if (divergences.length > 0) process.exitCode = 1;
  if (out === undefined) process.stdout.write(text);
  else await write(out, text);
}

async function write(file: string, text: string): Promise<void> {
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, text);
  process.stdout.write(`✓ ${file}\n`);
}

/** The lines of each form that is sent, and of what is begun after the last one. */
function formsOf(lines: readonly RecordingLine[]): RecordingLine[][] {
  const forms: RecordingLine[][] = [[]];
  for (const line of lines) {
    if (line.kind === 'submit' && line.outcome === undefined) forms.push([]);
    else forms.at(-1)?.push(line);
  }
  return forms.filter((form) => sessionOfLines(form).length > 0);
}
