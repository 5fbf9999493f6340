import type { ControlNode } from '../../xforms/control-node.ts';
import { plainWords } from './form-text.ts';
import { questionsOf } from './form-progress.ts';
import { readableAnswer } from './readable-answer.ts';

/** The question whose answer tells the items of a repeat apart: the first that is answered by text or by one choice. */
export function namingQuestion(item: ControlNode): ControlNode | undefined {
  for (const question of questionsOf(item.children)) {
    const { kind, node } = question;
    if (kind === 'select1' || (kind === 'input' && node.type === 'string')) return question;
  }
  return undefined;
}

/** What people call an item: its own label where the form computes one, else the answer of its naming question; `''` for neither. */
export function itemName(item: ControlNode, repeatLabel: string, lang: string): string {
  const own = plainWords(item.label);
  if (own !== '' && own !== repeatLabel) return own;
  const question = namingQuestion(item);
  return question === undefined ? '' : readableAnswer(question, lang);
}
