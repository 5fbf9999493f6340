import type { AppProblem } from '../../suite/app-problem.ts';
import { AppLoadError } from '../../suite/app-load-error.ts';
import { AppDefinitionError } from '../../suite/definition/app-definition-error.ts';
import { FormParseError } from '../../xforms/definition/form-parse-error.ts';
import type { LoadProblem } from './load-problem.ts';

/** What a failed opening of files says, place by place; empty when the error is about something else. */
export function loadProblems(error: unknown): readonly LoadProblem[] {
  if (error instanceof AppLoadError) {
    const { file, message, remedy } = error;
    return [{ file, line: undefined, message: message.replace(`${file}: `, ''), remedy }];
  }
  if (error instanceof AppDefinitionError) {
    return error.problems.map(({ place, message, remedy }) => ({
      file: place,
      line: undefined,
      message,
      remedy,
    }));
  }
  if (error instanceof FormParseError) {
    const { file } = error;
    return error.problems.map(({ message, ref, line }) => ({
      file: ref === undefined ? file : `${file}: ${ref}`,
      line: line === 0 ? undefined : line,
      message,
      remedy: '',
    }));
  }
  return isPlaced(error)
    ? [{ file: error.file, line: error.line, message: error.reason, remedy: error.remedy }]
    : [];
}

/** What was found wrong in an app that did open. */
export function appProblems(problems: readonly AppProblem[]): readonly LoadProblem[] {
  return problems.map(({ line, ...problem }) => ({
    ...problem,
    line: line === 0 ? undefined : line,
  }));
}

/** An `XmlParseError`; told by its shape, because elements do not know the xml room. */
function isPlaced(
  error: unknown,
): error is { file: string; line: number; reason: string; remedy: string } {
  return error instanceof Error && 'file' in error && 'line' in error && 'remedy' in error;
}
