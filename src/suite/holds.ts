import { faultMessage } from './app-fault.ts';
import type { Evaluator } from './evaluator.ts';

/** True when the condition holds; one that the app got wrong does not. */
export function holds(condition: string, evaluator: Evaluator): boolean {
  try {
    return evaluator.boolean(condition);
  } catch (error) {
    faultMessage(error, condition);
    return false;
  }
}
