import { readFileSync } from 'node:fs';
import { CommandError } from '../command-error.ts';

/** The values of a file with one JSON value a line; blank lines do not count. Throws {@link CommandError}. */
export function readLines<T>(file: string): T[] {
  const values: T[] = [];
  readFileSync(file, 'utf8')
    .split('\n')
    .forEach((text, index) => {
      if (text.trim() !== '') values.push(parseJson(text, `${file}, line ${index + 1}`) as T);
    });
  return values;
}

/** A file that is one JSON value. Throws {@link CommandError}. */
export function readJson<T>(file: string): T {
  return parseJson(readFileSync(file, 'utf8'), file) as T;
}

function parseJson(text: string, place: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new CommandError(
      `${place}: this is no JSON (${(error as Error).message}). Write the file anew, or leave it out with --only.`,
      1,
    );
  }
}
