import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { basename, dirname, extname, join, relative, resolve } from 'node:path';
import { AppLoadError } from '../../suite/app-load-error.ts';
import type { AppDefinition } from '../../suite/app-definition.ts';
import { AppDefinitionError } from '../../suite/definition/app-definition-error.ts';
import { FormParseError } from '../../xforms/definition/form-parse-error.ts';
import { XmlParseError } from '../../xml/xml-parse-error.ts';
import type { IncludedFile } from '../../replay/format/parse-recording.ts';
import { parseRecording } from '../../replay/format/parse-recording.ts';
import type { Coverage } from '../../replay/coverage/coverage.ts';
import type { Inspect } from '../../replay/play/device.ts';
import type { Recording } from '../../replay/format/recording.ts';
import { RecordingError } from '../../replay/format/recording.ts';
import type { ReplayHost, SnapshotStore } from '../../replay/play/stage.ts';
import { CommandError } from '../command-error.ts';
import { openApp } from '../open-app.ts';
import { yamlRows } from './yaml-rows.ts';

/** Reads a recording with the files that it includes. Throws RecordingError, and CommandError for a file that is not there. */
export async function readRecording(file: string): Promise<Recording> {
  const text = await readFile(file, 'utf8').catch((error: Error) => {
    throw new CommandError(`${file} cannot be read: ${error.message}`, 2);
  });
  return parseRecording(rowsOf(text, file), file, readIncluded);
}

/** A file that a recording names relative to itself. */
export function readIncluded(name: string, from: string): IncludedFile | undefined {
  const file = join(dirname(from), name);
  try {
    return { file, text: rowsOf(readFileSync(file, 'utf8'), file) };
  } catch (error) {
    if (error instanceof RecordingError) throw error;
    return undefined;
  }
}

function rowsOf(text: string, file: string): string {
  return YAML.has(extname(file)) ? yamlRows(text, file) : text;
}

const YAML: ReadonlySet<string> = new Set(['.yaml', '.yml']);

/** Apps and snapshots in files. An app is opened once, however many recordings are about it. */
export class FileHost implements ReplayHost {
  readonly #apps = new Map<string, Promise<AppDefinition>>();
  readonly snapshots: SnapshotStore;

  readonly inspect?: Inspect;
  readonly #coverage: Coverage | undefined;

  /** With a coverage, it hears of every app and every form. */
  constructor({ update, coverage }: { readonly update: boolean; readonly coverage?: Coverage }) {
    this.snapshots = new SnapshotFiles(update);
    this.#coverage = coverage;
    if (coverage !== undefined) this.inspect = coverage.inspect;
  }

  readonly clock = (): number => Date.now();

  openApp(name: string, recording: string): Promise<AppDefinition> {
    const path = resolve(dirname(recording), name);
    const known = this.#apps.get(path);
    if (known !== undefined) return known;
    const opened = openApp(path).catch((error: unknown) => {
      throw foreseen(error) ? new CommandError(whyNot(path, error), 2) : error;
    });
    const noted = opened.then((app) => {
      this.#coverage?.addApp(app);
      return app;
    });
    this.#apps.set(path, noted);
    return noted;
  }
}

function foreseen(error: unknown): error is Error {
  const kinds = [CommandError, AppLoadError, AppDefinitionError, FormParseError, XmlParseError];
  return kinds.some((kind) => error instanceof kind);
}

function whyNot(path: string, { message }: Error): string {
  return `The app ${relative('.', path) || path} cannot be opened: ${message}`;
}

/** `sessions/snapshots/<recording>.<name>` beside the recording. */
class SnapshotFiles implements SnapshotStore {
  constructor(private readonly update: boolean) {}

  read(recording: string, name: string): string | undefined {
    try {
      return readFileSync(fileOf(recording, name), 'utf8');
    } catch {
      return undefined;
    }
  }

  write(recording: string, name: string, text: string): boolean {
    if (!this.update) return false;
    const file = fileOf(recording, name);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
    return true;
  }
}

function fileOf(recording: string, name: string): string {
  const stem = basename(recording).replace(/\.(jsonl|ya?ml)$/, '');
  return join(dirname(recording), 'snapshots', `${stem}.${name.replaceAll(/[^\w.-]+/g, '-')}`);
}
