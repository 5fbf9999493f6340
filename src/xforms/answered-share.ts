import type { ControlNode } from './control-node.ts';
import type { FormInstance } from './form-instance.ts';
import { questions } from './questions.ts';

/** Share of the questions that are asked now and have an answer, 0 to 1; 1 for a form that asks nothing. */
export function answeredShare(form: FormInstance): number {
  let asked = 0;
  let answered = 0;
  for (const question of questions(form.controls)) {
    if (!isAnswerable(question)) continue;
    asked += 1;
    if (question.node.lexical !== '') answered += 1;
  }
  return asked === 0 ? 1 : answered / asked;
}

/** False for what only shows something: it is read-only, a note, or the head of a table of questions. */
export function isAnswerable({ kind, node, definition: { appearance } }: ControlNode): boolean {
  if (node.readonly || (kind === 'trigger' && appearance.includes('minimal'))) return false;
  return !((kind === 'select1' || kind === 'select') && appearance.includes('label'));
}
