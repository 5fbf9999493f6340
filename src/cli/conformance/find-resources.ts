import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import type { AppDefinition } from '../../suite/app-definition.ts';
import { loadAppFiles } from '../../suite/load-app-files.ts';
import { loadCcz } from '../../suite/load-ccz.ts';
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

  /** The app in an archive (`.ccz`) or a folder. */
  app(path: string): AppDefinition {
    return this.keep(`app ${path}`, () => readApp(this.find(path), path));
  }

  /** The text of a file in an archive or folder. */
  archivedText(archive: string, path: string): string {
    const place = this.find(archive);
    if (statSync(place).isDirectory()) return this.text(join(archive, path));
    const forms = [...this.app(archive).forms.values()];
    const form = forms.find((each) => each.path === path || each.path.endsWith(`/${path}`));
    if (form === undefined) throw new Error(`${archive} was opened without the form ${path}`);
    return form.text;
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

function readApp(place: string, name: string): AppDefinition {
  if (!statSync(place).isDirectory()) return loadCcz(readFileSync(place), name);
  const files = filesIn(place).map((file): [string, Uint8Array] => [
    relative(place, file).replaceAll('\\', '/'),
    readFileSync(file),
  ]);
  return loadAppFiles(new Map(files), name);
}

function filesIn(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    return entry.isDirectory() ? filesIn(path) : [path];
  });
}
