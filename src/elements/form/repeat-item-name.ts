import type { ControlNode } from '../../xforms/control-node.ts';
import type { StringsController } from '../strings/strings-controller.ts';
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

/** Where an item stands among the others of its repeat. */
export interface ItemPlace {
  /** The repeat's own label, or `''`. */
  readonly label: string;
  /** 1-based. */
  readonly position: number;
  /** How many there are; `undefined` where that is not told. */
  readonly total: number | undefined;
}

/** Beside more than these the number of all is not told: it would be another in each of them whenever one comes or goes. */
const FEW_ITEMS = 50;

/** How many items there are, as each of them tells it. */
export function toldTotal(count: number): number | undefined {
  return count > FEW_ITEMS ? undefined : count;
}

/** Place and name of an item: "Child 2 of 3: Amina", "Child 200: Yusuf". */
export function itemTitle(
  item: ControlNode,
  { label, position, total }: ItemPlace,
  { strings, lang }: Pick<StringsController, 'strings' | 'lang'>,
): string {
  const { repeatItem, repeatItemAlone } = strings.form;
  const place =
    total === undefined ? repeatItemAlone(label, position) : repeatItem(label, position, total);
  const name = itemName(item, label, lang);
  return name === '' ? place : `${place}: ${name}`;
}
