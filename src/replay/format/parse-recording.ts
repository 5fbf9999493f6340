import type { AnyLineShape, LineKind, LineOf, Place, RecordingLine } from './line-shapes.ts';
import { lineShapes } from './line-shapes.ts';
import { nearestWord } from './nearest-word.ts';
import type { Recording, RecordingProblem } from './recording.ts';
import { RECORDING_VERSION, RecordingError } from './recording.ts';
import { isObject } from './shape.ts';

/** Gives the text of a file that a recording includes; `undefined` when there is none. `from` is the including file. */
export type ReadIncluded = (name: string, from: string) => IncludedFile | undefined;

export interface IncludedFile {
  readonly file: string;
  readonly text: string;
}

/**
 * Reads a recording: JSON Lines, one object a line, the first one the header. Blank lines are passed over. Throws
 * {@link RecordingError} with everything that is wrong.
 */
export function parseRecording(source: string, file: string, included?: ReadIncluded): Recording {
  const reader = new RecordingReader(included);
  const [header, ...lines] = reader.linesOf(source, file, []);
  if (header?.kind !== 'recording' || header.subject !== RECORDING_VERSION) {
    reader.report(
      { file, line: 1 },
      'This is not the first line of a recording.',
      `Begin with { "recording": ${RECORDING_VERSION}, … }.`,
    );
  }
  for (const { kind, place } of lines) {
    if (kind !== 'recording') continue;
    reader.report(place, 'A recording begins once.', 'Put what follows into a file of its own.');
  }
  if (reader.problems.length > 0) throw new RecordingError(reader.problems);
  return { file, header: header as LineOf<'recording'>, lines };
}

const WORDS = Object.keys(lineShapes);

class RecordingReader {
  readonly problems: RecordingProblem[] = [];

  constructor(private readonly included: ReadIncluded = () => undefined) {}

  report(place: Place, message: string, remedy: string): void {
    this.problems.push({ ...place, message, remedy });
  }

  linesOf(source: string, file: string, includedBy: readonly string[]): RecordingLine[] {
    return source.split('\n').flatMap((row, index) => {
      const place = { file, line: index + 1 };
      const line = row.trim() === '' ? undefined : this.#line(row, place);
      if (line === undefined) return [];
      return line.kind === 'include' ? this.#includedLines(line, [...includedBy, file]) : [line];
    });
  }

  #includedLines({ subject, place }: LineOf<'include'>, above: readonly string[]): RecordingLine[] {
    const found = this.included(subject, place.file);
    if (found === undefined) {
      this.report(place, `There is no file ${subject}.`, 'Name it relative to this file.');
      return [];
    }
    if (above.includes(found.file)) {
      this.report(place, `${subject} includes itself.`, 'Take one of the includes out.');
      return [];
    }
    return this.linesOf(found.text, found.file, above);
  }

  #line(row: string, place: Place): RecordingLine | undefined {
    const content = this.#json(row, place);
    if (content === undefined) return undefined;
    const [word = ''] = Object.keys(content);
    if (!isLineKind(word)) return this.#unknownWord(word, content, place);
    return this.#checked(word, content, place);
  }

  #json(row: string, place: Place): Readonly<Record<string, unknown>> | undefined {
    try {
      const content: unknown = JSON.parse(row);
      if (isObject(content)) return content;
      this.report(place, 'This is not an object.', 'Write one object on each line: { "word": … }.');
    } catch (error) {
      const remedy = 'Write one JSON object on each line, with double quotes.';
      this.report(place, `This is not JSON: ${(error as Error).message}.`, remedy);
    }
    return undefined;
  }

  #unknownWord(word: string, content: Readonly<Record<string, unknown>>, place: Place): undefined {
    const later = Object.keys(content).find(isLineKind);
    const remedy =
      later !== undefined
        ? `Write “${later}” first: the first word says what the line is.`
        : (suggestion(word, WORDS) ?? `A line begins with one of ${WORDS.join(', ')}.`);
    this.report(place, `“${word}” is not known.`, remedy);
  }

  #checked(kind: LineKind, content: Readonly<Record<string, unknown>>, place: Place) {
    const shape: AnyLineShape = lineShapes[kind];
    const { [kind]: subject, ...members } = content;
    const before = this.problems.length;
    this.#check(kind, shape.subject, subject, place);
    for (const [name, value] of Object.entries(members))
      this.#checkMember(kind, name, value, place);
    for (const name of Object.keys(shape.required)) {
      if (name in members) continue;
      this.report(
        place,
        `“${name}” is missing.`,
        `Add "${name}": ${shape.required[name]?.expected}.`,
      );
    }
    if (this.problems.length > before) return undefined;
    return { kind, subject, ...members, place } as RecordingLine;
  }

  #checkMember(kind: LineKind, name: string, value: unknown, place: Place): void {
    const { required, optional }: AnyLineShape = lineShapes[kind];
    const member = required[name] ?? optional[name];
    if (member !== undefined) {
      this.#check(name, member, value, place);
      return;
    }
    const names = Object.keys({ ...required, ...optional });
    const known = names.length === 0 ? 'Nothing' : names.join(', ');
    const remedy = suggestion(name, names) ?? `Beside “${kind}” there may stand: ${known}.`;
    this.report(place, `“${name}” is not known here.`, remedy);
  }

  #check(name: string, shape: AnyLineShape['subject'], value: unknown, place: Place): void {
    if (shape.is(value)) return;
    const found = JSON.stringify(value);
    this.report(place, `“${name}” cannot be ${found}.`, `It should be ${shape.expected}.`);
  }
}

function isLineKind(word: string): word is LineKind {
  return Object.hasOwn(lineShapes, word);
}

function suggestion(word: string, words: readonly string[]): string | undefined {
  const nearest = nearestWord(word, words);
  return nearest === undefined ? undefined : `Did you mean “${nearest}”?`;
}
