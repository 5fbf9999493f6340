import type { AppDefinition } from '../app-definition.ts';
import { AppLoadError } from '../app-load-error.ts';
import { decodeText } from '../decode-text.ts';
import type { AppFiles } from '../load-app-files.ts';
import { loadAppDefinition } from './load-app-definition.ts';

const DEFINITION = 'app.json';

/** Where the definition of an app of our own lies among files, nearest to the root; `undefined` where there is none. */
export function findDefinition(files: AppFiles): string | undefined {
  const found = [...files.keys()].filter((path) => `/${path}`.endsWith(`/${DEFINITION}`));
  return found.toSorted((a, b) => a.length - b.length)[0];
}

/**
 * Opens the files of an app definition of our own: `app.json` at `path`, and its forms beside it. `file` names the app in
 * errors. `caseSharing` counts in place of what the definition says, where it is given. Throws {@link AppLoadError}, and
 * `AppDefinitionError` with all that is wrong in the definition.
 */
export function loadDefinitionFiles(
  files: AppFiles,
  path: string,
  file: string,
  caseSharing?: boolean,
): AppDefinition {
  const folder = path.slice(0, -DEFINITION.length);
  const texts = new Map<string, string>();
  for (const [each, content] of files) {
    if (each.startsWith(folder)) texts.set(each.slice(folder.length), textOf(content));
  }
  const json = parseJson(texts.get(DEFINITION) ?? '', path, file);
  return loadAppDefinition(settled(json, caseSharing), texts);
}

function settled(json: unknown, caseSharing: boolean | undefined): unknown {
  const isObject = typeof json === 'object' && json !== null && !Array.isArray(json);
  return isObject && caseSharing !== undefined ? { ...json, case_sharing: caseSharing } : json;
}

function textOf(content: string | Uint8Array): string {
  return typeof content === 'string' ? content : decodeText(content);
}

function parseJson(text: string, path: string, file: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    const reason = `${path} is not JSON (${(error as Error).message})`;
    throw new AppLoadError(reason, file, 'Mend that place in the file.');
  }
}
