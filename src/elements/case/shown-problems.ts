import type { Screen } from '../../suite/screen.ts';
import type { AppStrings } from '../strings/app-strings.ts';
import type { ShownProblem } from './shown-problem.ts';

/** A form that cannot be opened. `details` names the file and the place. */
export function formProblem(text: AppStrings, details: string): ShownProblem {
  const { formTitle: title, formMeaning: meaning, formRemedy: remedy } = text;
  return { title, meaning, remedy, details, safe: false };
}

/** Something that the app wants to be so before one goes on; `meaning` is what it says about it. */
export function assertionProblem(text: AppStrings, meaning: string): ShownProblem {
  const { assertionTitle: title, assertionRemedy: remedy } = text;
  return { title, meaning, remedy, details: '', safe: false };
}

/** A screen that the app got wrong, or that needs what this program does not have. */
export function screenProblem(text: AppStrings, screen: Screen): ShownProblem {
  const { screenTitle: title, screenMeaning: meaning, screenRemedy: remedy } = text;
  const details = screen.kind === 'error' ? screen.message : screen.kind;
  return { title, meaning, remedy, details, safe: false };
}
