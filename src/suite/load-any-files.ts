import type { AppDefinition } from './app-definition.ts';
import { findDefinition, loadDefinitionFiles } from './definition/load-definition-files.ts';
import type { AppFiles } from './load-app-files.ts';
import { loadAppFiles } from './load-app-files.ts';

/**
 * Opens the files of an app, whichever kind it is: compiled, with a `profile.ccpr`, or a definition of our own, with an `app.json`.
 * `file` names the app in errors; `caseSharing` is the project's word about a definition. Throws `AppLoadError`, and for an `app.json` `AppDefinitionError`.
 */
export function loadAnyFiles(files: AppFiles, file: string, caseSharing?: boolean): AppDefinition {
  const definition = findDefinition(files);
  return definition === undefined || hasProfile(files)
    ? loadAppFiles(files, file)
    : loadDefinitionFiles(files, definition, file, caseSharing);
}

function hasProfile(files: AppFiles): boolean {
  return [...files.keys()].some((path) => `/${path}`.endsWith('/profile.ccpr'));
}
