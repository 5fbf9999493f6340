import { readdir, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { CommandError } from '../command-error.ts';

/** A file in a folder of recordings that begins so is for others to include. */
const INCLUDED = '_';

/**
 * The recordings that the paths name, sorted: a file as it is given, a folder for every `.jsonl`, `.yaml` and `.yml` in the folders `sessions`
 * below it. Throws CommandError for a path that is not there.
 */
export async function findRecordings(paths: readonly string[]): Promise<string[]> {
  const found = await Promise.all(paths.map(recordingsAt));
  return [...new Set(found.flat())].sort();
}

async function recordingsAt(path: string): Promise<string[]> {
  const stats = await stat(path).catch(() => undefined);
  if (stats === undefined) throw new CommandError(`There is no ${path}.`, 2);
  if (!stats.isDirectory()) return [path];
  const files = await readdir(path, { recursive: true });
  return files.map((file) => join(path, file)).filter(isRecording);
}

function isRecording(path: string): boolean {
  const name = basename(path);
  return (
    /\.(jsonl|ya?ml)$/.test(name) &&
    !name.startsWith(INCLUDED) &&
    basename(dirname(path)) === 'sessions' &&
    !path.includes('node_modules')
  );
}
