import type { ControlNode } from '../../xforms/control-node.ts';
import { questionsOf } from './form-progress.ts';

/** So many elements are on the page before anybody could notice. */
const FEW = 60;

/** True for a form with so many questions that they rest until somebody comes to them. */
export function isLongForm(controls: readonly ControlNode[]): boolean {
  const questions = questionsOf(controls);
  for (let count = 0; count <= FEW; count += 1) if (questions.next().done === true) return false;
  return true;
}
