import { readdir, readFile, stat } from 'node:fs/promises';
import { basename, extname, join, relative, resolve, sep } from 'node:path';
import type { AppDefinition } from '../suite/app-definition.ts';
import { findDefinition, loadDefinitionFiles } from '../suite/definition/load-definition-files.ts';
import { loadAppFiles } from '../suite/load-app-files.ts';
import { loadCcz } from '../suite/load-ccz.ts';
import { singleFormApp } from '../suite/single-form-app.ts';
import { parseForm } from '../xforms/definition/parse-form.ts';
import { CommandError } from './command-error.ts';

/**
 * Opens a folder with `app.json` or `profile.ccpr`, a `.ccz`, or a lone XForm. Throws CommandError where there is none, and what loading
 * the app throws.
 */
export async function openApp(path: string): Promise<AppDefinition> {
  const found = await stat(path).catch(() => undefined);
  if (found === undefined) throw new CommandError(`There is no ${path}.`, 1);
  if (found.isDirectory()) return openFolder(resolve(path));
  return extname(path) === '.xml' ? openForm(path) : loadCcz(await readFile(path), path);
}

async function openForm(path: string): Promise<AppDefinition> {
  const text = await readFile(path, 'utf8');
  const { title, xmlns } = parseForm(text, path);
  return singleFormApp({ path, text, title: title || basename(path), xmlns });
}

async function openFolder(folder: string): Promise<AppDefinition> {
  const files = new Map<string, Uint8Array>();
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    files.set(relative(folder, path).split(sep).join('/'), await readFile(path));
  }
  const definition = findDefinition(files);
  return definition === undefined
    ? loadAppFiles(files, folder)
    : loadDefinitionFiles(files, definition, folder);
}
