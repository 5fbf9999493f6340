import { readdirSync, statSync } from 'node:fs';
import { basename, dirname, join, relative } from 'node:path';
import { CommandError } from '../command-error.ts';

/** What the lines of a file are; its name says so. */
export type TestKind =
  'xpath' | 'forms' | 'cases' | 'restores' | 'apps' | 'navigation' | 'case-sharing';

export interface TestFile {
  readonly path: string;
  /** Relative to the folder that was asked for, with `/` between its steps. */
  readonly name: string;
  readonly kind: TestKind;
}

/** The test files below a folder, by name. `only` is a glob for names: `*` within a step, `**` across steps. */
export function findTests(folder: string, only: string | undefined): TestFile[] {
  if (statSync(folder, { throwIfNoEntry: false })?.isDirectory() !== true) {
    throw new CommandError(`${folder} is no folder: name the one with the conformance data.`, 1);
  }
  const wanted = only === undefined ? undefined : globPattern(only);
  return walk(folder)
    .map((path) => ({ path, name: relative(folder, path).replaceAll('\\', '/') }))
    .flatMap(({ path, name }) => {
      const kind = kindOf(path);
      return kind === undefined || wanted?.test(name) === false ? [] : [{ path, name, kind }];
    });
}

function walk(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const path = join(folder, entry.name);
      if (!entry.isDirectory()) return [path];
      return entry.name === RESOURCES ? [] : walk(path);
    });
}

/** What lies below it is read by tests and holds none. */
export const RESOURCES = 'resources';

const KINDS: Readonly<Record<string, TestKind>> = {
  'xpath.jsonl': 'xpath',
  'odk-xpath.jsonl': 'xpath',
  'cases.jsonl': 'cases',
  'restores.jsonl': 'restores',
  'apps.jsonl': 'apps',
  'navigation.jsonl': 'navigation',
};

const FORM_FOLDERS: ReadonlySet<string> = new Set(['forms', 'odk-forms']);

/** The kind of a file by its name and folder; `undefined` for one that holds no tests. */
export function kindOf(path: string): TestKind | undefined {
  const name = basename(path);
  const folders = dirname(path).split(/[\\/]/);
  if (name.endsWith('.json') && folders.at(-1) === 'case-sharing') return 'case-sharing';
  if (!name.endsWith('.jsonl')) return undefined;
  return KINDS[name] ?? (folders.some((folder) => FORM_FOLDERS.has(folder)) ? 'forms' : undefined);
}

/** A glob without a `/` is matched against the end of a name, as people expect of `--only cases.jsonl`. */
function globPattern(glob: string): RegExp {
  const source = glob
    .replace(/[.+^${}()|[\]\\]/g, '\\$&')
    .replace(/\*\*\/|\*\*|\*|\?/g, (match) => GLOB_PARTS[match] as string);
  return new RegExp(`(?:^|/)${source}$`);
}

const GLOB_PARTS: Readonly<Record<string, string>> = {
  '**/': '(?:.*/)?',
  '**': '.*',
  '*': '[^/]*',
  '?': '[^/]',
};
