import { readFile, stat } from 'node:fs/promises';
import { basename, dirname, extname, join, resolve } from 'node:path';
import { readCatalog } from '../server/app-catalog.ts';
import type { AppDefinition } from '../suite/app-definition.ts';
import { loadAppDefinition } from '../suite/definition/load-app-definition.ts';
import { loadCcz } from '../suite/load-ccz.ts';
import { singleFormApp } from '../suite/single-form-app.ts';
import { parseForm } from '../xforms/definition/parse-form.ts';
import { CommandError } from './command-error.ts';

/**
 * Opens a folder with `app.json`, a `.ccz`, or a lone XForm. Throws CommandError where there is none, and what loading
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
  const apps = await readCatalog(dirname(folder));
  const app = apps.find(({ id, kind }) => kind === 'definition' && id === basename(folder));
  if (app === undefined) throw new CommandError(`There is no app.json in ${folder}.`, 1);
  const texts = await Promise.all(
    app.files.map(async (file) => [file, await readFile(join(folder, file), 'utf8')] as const),
  );
  const files = new Map(texts);
  return loadAppDefinition(readJson(files.get('app.json') ?? '', folder), files);
}

function readJson(text: string, folder: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    const file = join(folder, 'app.json');
    throw new CommandError(`${file} is not JSON: ${(error as Error).message}`, 1);
  }
}
