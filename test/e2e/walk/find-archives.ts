import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { zipSync } from 'fflate';

/** An app as somebody would give it to the web app, with what its user holds. */
export interface Archive {
  /** Where it lies below the folder that was asked for. */
  readonly name: string;
  readonly bytes: Uint8Array;
  /** Text of the restore; `undefined` where none is beside it. */
  readonly restore: string | undefined;
}

/**
 * All apps below a folder: `.ccz` files and folders with a `profile.ccpr`, once with each of its restores: those that a line
 * `{"app": …, "restore": …}` of a `.jsonl` in the folder names, or else `NAME.restore.xml` or a single `*restore.xml` beside or in it.
 */
export function findArchives(folder: string): readonly Archive[] {
  const named = namedRestores(folder);
  return findApps(folder).flatMap((path) => {
    const restores = [...(named.get(path) ?? [restoreBeside(path)])];
    return restores.map((restore) => readArchive(folder, path, restore));
  });
}

function readArchive(folder: string, path: string, restore: string | undefined): Archive {
  return {
    name: relative(folder, path).replaceAll('\\', '/'),
    bytes: isFolder(path) ? zipFolder(path) : readFileSync(path),
    restore: restore && readFileSync(restore, 'utf8'),
  };
}

/** Zips a folder as it lies; its entries have paths below it. */
export function zipFolder(folder: string): Uint8Array {
  const files = filesBelow(folder).map((path): [string, Uint8Array] => [
    relative(folder, path).replaceAll('\\', '/'),
    readFileSync(path),
  ]);
  return zipSync(Object.fromEntries(files), { level: 1 });
}

function findApps(folder: string): string[] {
  if (existsSync(join(folder, 'profile.ccpr'))) return [resolve(folder)];
  return entriesOf(folder).flatMap((path) => {
    if (isFolder(path)) return findApps(path);
    return path.endsWith('.ccz') ? [resolve(path)] : [];
  });
}

/** The restores that test lines name for an app, by the path of the app. */
function namedRestores(folder: string): ReadonlyMap<string, ReadonlySet<string>> {
  const named = new Map<string, Set<string>>();
  for (const file of filesBelow(folder).filter((path) => path.endsWith('.jsonl'))) {
    for (const line of readFileSync(file, 'utf8').split('\n').filter(Boolean)) {
      const { app, restore } = JSON.parse(line) as { app?: unknown; restore?: unknown };
      if (typeof app !== 'string' || typeof restore !== 'string') continue;
      const path = findResource(app, file);
      const found = findResource(restore, file);
      if (path && found) named.set(path, (named.get(path) ?? new Set()).add(found));
    }
  }
  return named;
}

function findResource(path: string, from: string): string | undefined {
  const folder = dirname(resolve(from));
  const found = join(folder, 'resources', path);
  if (existsSync(found)) return found;
  return folder === dirname(folder) ? undefined : findResource(path, folder);
}

function restoreBeside(path: string): string | undefined {
  const own = `${path.replace(/\.ccz$/, '')}.restore.xml`;
  if (existsSync(own)) return own;
  const within = isFolder(path) ? path : dirname(path);
  const all = entriesOf(within).filter((each) => /restore\.xml$/.test(each));
  return all.length === 1 ? all[0] : undefined;
}

function filesBelow(folder: string): string[] {
  return entriesOf(folder).flatMap((path) => (isFolder(path) ? filesBelow(path) : [path]));
}

function entriesOf(folder: string): string[] {
  return readdirSync(folder)
    .toSorted()
    .map((name) => join(folder, name));
}

function isFolder(path: string): boolean {
  return statSync(path).isDirectory();
}
