import { FormParseError, type FormProblem } from '../../xforms/definition/form-parse-error.ts';

/** Why a form could not be opened, place by place; never empty. */
export function formFaults(error: unknown): readonly FormProblem[] {
  if (error instanceof FormParseError) return error.problems;
  if (isPlaced(error)) {
    const { reason, remedy, line } = error;
    return [{ message: `${reason}. ${remedy}`, ref: undefined, line }];
  }
  const message = error instanceof Error ? error.message : String(error);
  return [{ message, ref: undefined, line: 0 }];
}

/** An `XmlParseError`; told by its shape, because elements do not know the xml room. */
function isPlaced(error: unknown): error is { line: number; reason: string; remedy: string } {
  return error instanceof Error && 'line' in error && 'remedy' in error;
}
