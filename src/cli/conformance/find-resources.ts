import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { unzipSync } from 'fflate';
import { RESOURCES } from './find-tests.ts';

/** The files that the lines of one test file name; each is read once. */
export class Resources {
  readonly #testFile: string;
  readonly #roots: readonly string[];
  readonly #kept = new Map<string, unknown>();

  constructor(testFile: string) {
    this.#testFile = testFile;
    this.#roots = resourceFolders(testFile);
  }

  /** The text of a resource, by its path below the nearest `resources` folder that has it. */
  text(path: string): string {
    return this.keep(`text ${path}`, () => readFileSync(this.find(path), 'utf8'));
  }

  /** The text of a file in a folder beside the test file. */
  besideText(folder: string, name: string): string {
    return readFileSync(join(dirname(this.#testFile), folder, name), 'utf8');
  }

  /** The files of an archive or folder by path, `/` between their steps. */
  archive(path: string): ReadonlyMap<string, Uint8Array> {
    return this.keep(`archive ${path}`, () => readArchive(this.find(path)));
  }

  /** Makes a value once for all lines that ask for the same key. */
  keep<T>(key: string, make: () => T): T {
    if (!this.#kept.has(key)) this.#kept.set(key, make());
    return this.#kept.get(key) as T;
  }

  /** Where a resource lies. Throws when no `resources` folder has it. */
  find(path: string): string {
    for (const root of this.#roots) {
      const found = join(root, path);
      if (existsSync(found)) return found;
    }
    const places = this.#roots.length === 0 ? 'there is none' : this.#roots.join(', ');
    throw new Error(
      `the resource ${path} is not in a ${RESOURCES} folder above the tests (${places})`,
    );
  }
}

/** All `resources` folders above a file, the nearest first. */
function resourceFolders(testFile: string): string[] {
  const folders: string[] = [];
  for (let folder = dirname(testFile); ; folder = dirname(folder)) {
    const resources = join(folder, RESOURCES);
    if (existsSync(resources)) folders.push(resources);
    if (folder === dirname(folder)) return folders;
  }
}

function readArchive(path: string): ReadonlyMap<string, Uint8Array> {
  if (!statSync(path).isDirectory()) return new Map(Object.entries(unzipSync(readFileSync(path))));
  return new Map(filesIn(path).map((file) => [relative(path, file).replaceAll('\\', '/'), readFileSync(file)]));
}

function filesIn(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    return entry.isDirectory() ? filesIn(path) : [path];
  });
}
