import { Resources } from './find-resources.ts';
import type { TestFile } from './find-tests.ts';
import type { FormLine } from './form-line.ts';
import type { ConformanceLine, LineRunner, LineTest } from './line-runner.ts';
import { readJson, readLines } from './read-lines.ts';
import type { CaseSharingVectors } from './run-case-sharing.ts';
import { caseSharingTests } from './run-case-sharing.ts';
import type { AppLine } from './run-app.ts';
import { runApp } from './run-app.ts';
import type { CasesLine } from './run-cases.ts';
import { runCases } from './run-cases.ts';
import { runForm } from './run-form.ts';
import type { NavigationLine } from './run-navigation.ts';
import { runNavigation } from './run-navigation.ts';
import type { RestoreLine } from './run-restores.ts';
import { runRestore } from './run-restores.ts';
import type { XPathLine } from './run-xpath.ts';
import { runXPath } from './run-xpath.ts';

/** The tests of one file, in its order. Throws `CommandError` for a file that cannot be read. */
export function lineTests(file: TestFile): LineTest[] {
  switch (file.kind) {
    case 'xpath':
      return tests<XPathLine>(file, runXPath, (line) => line.cat);
    case 'forms':
      return tests<FormLine>(file, runForm, formCategory);
    case 'cases':
      return tests<CasesLine>(file, runCases, caseCategory);
    case 'restores':
      return tests<RestoreLine>(file, runRestore, () => 'restore');
    case 'apps':
      return tests<AppLine>(file, runApp, () => 'app');
    case 'navigation':
      return tests<NavigationLine>(file, runNavigation, navigationCategory);
    case 'case-sharing':
      return caseSharingTests(readJson<CaseSharingVectors>(file.path));
  }
}

function tests<Line extends ConformanceLine>(
  file: TestFile,
  run: LineRunner<Line>,
  categoryOf: (line: Line) => string,
): LineTest[] {
  const resources = new Resources(file.path);
  return readLines<Line>(file.path).map((line) => ({
    id: line.id,
    category: categoryOf(line),
    run: () => run(line, resources),
  }));
}

/** Lines of one form fail together as a rule. */
function formCategory({ form, loadError }: FormLine): string {
  return loadError === undefined ? (form.path ?? form.file ?? '') : 'must be refused';
}

function caseCategory(line: CasesLine): string {
  return line.kind === 'purge' ? 'purge' : `transaction, ${line.group}`;
}

function navigationCategory({ kind, screen }: NavigationLine): string {
  return kind === 'screen' && typeof screen === 'string' ? `screen ${screen}` : kind;
}
