import { readdir, readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';

/** One name for all, or a name by language. */
export type AppName = string | Readonly<Record<string, string>>;

/** An app that the server offers. */
export interface CatalogApp {
  /** The name of its folder or of its `.ccz` file, without the ending. */
  readonly id: string;
  readonly name: AppName;
  /**
   * `definition`: a folder with our own `app.json`; `ccz`: a compiled app in one file; `folder`: a compiled app that was unpacked.
   */
  readonly kind: 'definition' | 'ccz' | 'folder';
  /** Paths of its files, relative to the app; the one to begin with comes first. */
  readonly files: readonly string[];
}

/** The apps in `folder`: each folder that holds `app.json` or `profile.ccpr`, and each `.ccz`, in order of id. Empty without a folder. */
export async function readCatalog(folder: string | undefined): Promise<CatalogApp[]> {
  if (folder === undefined) return [];
  const entries = await readdir(folder, { withFileTypes: true });
  const apps: CatalogApp[] = [];
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const app = entry.isDirectory()
      ? await readFolder(folder, entry.name)
      : readArchive(entry.name);
    if (app !== undefined) apps.push(app);
  }
  return apps;
}

async function readFolder(folder: string, id: string): Promise<CatalogApp | undefined> {
  const files = await listFiles(join(folder, id));
  if (files.includes('app.json')) {
    const name = await readName(join(folder, id, 'app.json'), id);
    return { id, name, kind: 'definition', files: beginningWith('app.json', files) };
  }
  if (!files.includes('profile.ccpr')) return undefined;
  return { id, name: id, kind: 'folder', files: beginningWith('profile.ccpr', files) };
}

function beginningWith(first: string, files: readonly string[]): string[] {
  return [first, ...files.filter((file) => file !== first)];
}

function readArchive(file: string): CatalogApp | undefined {
  if (extname(file) !== '.ccz') return undefined;
  const id = file.slice(0, -'.ccz'.length);
  return { id, name: id, kind: 'ccz', files: [file] };
}

/** The app's own name; a definition that cannot be read keeps its id, and says what is wrong when it is opened. */
async function readName(file: string, id: string): Promise<AppName> {
  try {
    const { name } = JSON.parse(await readFile(file, 'utf8')) as { name?: unknown };
    return isName(name) ? name : id;
  } catch {
    return id;
  }
}

function isName(name: unknown): name is AppName {
  if (typeof name === 'string') return true;
  if (typeof name !== 'object' || name === null) return false;
  const texts = Object.values(name);
  return texts.length > 0 && texts.every((text) => typeof text === 'string');
}

/** The app's name in a language, or in the first that it has. */
export function nameIn(app: CatalogApp, language: string): string {
  if (typeof app.name === 'string') return app.name;
  return app.name[language] ?? Object.values(app.name)[0] ?? app.id;
}

/** Recorded sessions and notes belong to the authors, not to the app. */
const LEFT_OUT = new Set(['sessions', 'README.md']);

async function listFiles(folder: string, prefix = ''): Promise<string[]> {
  const files: string[] = [];
  for (const entry of await readdir(join(folder, prefix), { withFileTypes: true })) {
    if (entry.name.startsWith('.') || LEFT_OUT.has(entry.name)) continue;
    const path = `${prefix}${entry.name}`;
    if (entry.isDirectory()) files.push(...(await listFiles(folder, `${path}/`)));
    else if (entry.isFile()) files.push(path);
  }
  return files.sort();
}
